"""What stands behind the figures: an indicator's definition, formula, sources and care, and the state of the data."""

from collections.abc import Sequence
from html import escape
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from charts.html import stylesheet
from data.areas import Level
from data.observations import STATUS
from data.store import Dataset
from exports.about import citation
from exports.links import link
from indicators import catalogue
from indicators.catalogue import Indicator, topics
from indicators.figures.coverage import coverage
from indicators.kept import kept, kept_lately
from indicators.selection import Selection
from locales import Language, date, number, text
from ui import address, frame
from ui.take_away import citations
from words import formula
from words.indicator import absent, kind

LICENCES: Final = {"dl-de/by-2-0": "https://www.govdata.de/dl-de/by-2-0"}
"""Where a licence can be read, by its id."""

STYLE: Final = stylesheet(__file__, "definitions.css")

WIDE: Final = 4
"""Columns of the widest tables that fit a phone; others are scrolled."""

Facts = Sequence[tuple[str, str]]
"""Terms with their HTML."""


def cited(lang: Language, dataset: Dataset, indicator: Indicator) -> str:
    """How an indicator's figures are cited, had today."""
    where = citations.address(lang, dataset, Selection((indicator,)))
    return citation.as_text(lang, citations.work(lang, dataset, (indicator,), where))


def facts(entries: Facts) -> str:
    """Terms and what is said of them as HTML; entries without anything are left out."""
    rows = "".join(f"<dt>{escape(term)}</dt><dd>{said}</dd>" for term, said in entries if said)
    return f'{STYLE}<dl class="facts">{rows}</dl>'


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> str:
    """A table as HTML. rows: cells in HTML; numbers: columns that stand to the right."""
    marks = [" class=n" if n in numbers else "" for n in range(len(header))]
    head = "".join(f'<th scope="col"{mark}>{escape(name)}' for mark, name in zip(marks, header, strict=True))
    body = "".join("<tr>" + "".join(f"<td{mark}>{cell}" for mark, cell in zip(marks, row, strict=True)) for row in rows)
    kind = "facts-table wide" if len(header) > WIDE else "facts-table"
    return (
        f'{STYLE}<div class="facts-scroll" tabindex="0"><table class="{kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</thead><tbody>{body}</tbody></table></div>"
    )


@kept_lately
def of_indicator(lang: Language, dataset: Dataset, indicator: Indicator, cited: str) -> str:
    """Everything that is known of one indicator, as HTML. cited: how to cite it."""
    there = coverage(dataset, indicator)
    model = getattr(indicator, "model", None)
    return facts(
        [
            (text(lang, "Definition"), escape(indicator.description[lang])),
            (text(lang, "How to read it"), escape(indicator.reading[lang])),
            (text(lang, "Unit"), escape(indicator.unit[lang])),
            (text(lang, "Kind"), escape(_kind(lang, indicator))),
            (text(lang, "Model"), escape(model[lang]) if model else ""),
            (text(lang, "Direction"), escape(_direction(lang, indicator))),
            (text(lang, "Computation"), _paragraphs(formula.of_areas(lang, dataset, indicator))),
            (text(lang, "Groups of districts"), escape(formula.of_groups(lang, dataset, indicator))),
            (text(lang, "Levels"), escape(", ".join(level_name(lang, level) for level in there.levels))),
            (text(lang, "Periods"), escape(periods(lang, there.periods) or absent(lang))),
            (text(lang, "Cells by status"), _status_list(lang, there.statuses)),
            (text(lang, "Breaks and notes"), _remarks(lang, dataset, indicator)),
            (text(lang, "Sources"), _paragraphs_html(_sources(lang, dataset, indicator))),
            (text(lang, "How to cite"), escape(cited) if there.periods else ""),
            (text(lang, "Open"), _open(lang, dataset, indicator) if there.periods else ""),
        ]
    )


def _paragraphs(sentences: Sequence[str]) -> str:
    return _paragraphs_html([escape(sentence) for sentence in sentences])


def _paragraphs_html(sentences: Sequence[str]) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def _kind(lang: Language, indicator: Indicator) -> str:
    return {
        "official": text(lang, "Official figure"),
        "derived": text(lang, "Derived from official figures"),
        "modelled": text(lang, "Modelled"),
    }.get(indicator.kind, text(lang, "forecast"))


def _direction(lang: Language, indicator: Indicator) -> str:
    return {
        "more": text(lang, "more is better"),
        "less": text(lang, "less is better"),
        "neither": text(lang, "neither more nor less is better"),
    }[indicator.direction]


def level_name(lang: Language, level: Level) -> str:
    """What the areas of a level are called, in the plural."""
    return {
        "city": text(lang, "city"),
        "stadtbezirk": text(lang, "10 boroughs"),
        "ortsteil": text(lang, "63 districts"),
    }[level]


def periods(lang: Language, found: Sequence[str]) -> str:
    """Periods in words: runs of years as `2000–2010`, others one by one; empty without any."""
    runs: list[list[str]] = []
    for period in found:
        follows = runs and len(period) == len(runs[-1][-1]) == 4 and int(period) == int(runs[-1][-1]) + 1
        if follows:
            runs[-1].append(period)
        else:
            runs.append([period])
    told = ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"{told} ({number(lang, len(found))})" if found else ""


def status_meaning(lang: Language, status: str) -> str:
    """What an observation status means."""
    return {
        "A": text(lang, "normal figure"),
        "P": text(lang, "provisional figure"),
        "E": text(lang, "estimated or modelled figure"),
        "B": text(lang, "break: not comparable with the period before"),
        "U": text(lang, "doubtful figure, of low reliability"),
        "M": text(lang, "missing: not collected or not published"),
        "Q": text(lang, "missing: confidential or too few cases"),
        "N": text(lang, "missing: not meaningful, such as a share of nothing"),
    }[status]


def _status_list(lang: Language, counts: Any) -> str:
    told = [
        f"<li><b>{status}</b> {escape(status_meaning(lang, status))}: {number(lang, counts[status])}</li>"
        for status in STATUS
        if status in counts
    ]
    return f"<ul>{''.join(told)}</ul>" if told else ""


def _remarks(lang: Language, dataset: Dataset, indicator: Indicator) -> str:
    """The breaks, doubts and gaps that the sources declare for an indicator's series, each once."""
    told = []
    for series in indicator.series:
        rubric, characteristic = series.split("/", 1)
        told += [
            _remark(lang, remark)
            for remark in dataset.sources.get(rubric, {}).get("remarks", [])
            if characteristic in remark.get("characteristics", [characteristic])
        ]
    if not told:
        return escape(text(lang, "none declared"))
    return "<ul>" + "".join(f"<li>{line}</li>" for line in dict.fromkeys(told)) + "</ul>"


def _remark(lang: Language, remark: dict[str, Any]) -> str:
    """When and where a status holds, and why."""
    where = ", ".join(remark["areas"]) if "areas" in remark else ""
    if not where and "levels" in remark:
        where = ", ".join(level_name(lang, level) for level in remark["levels"])
    head = " · ".join(part for part in (_years(lang, remark["from"], remark["until"]), where) if part)
    mark = f"<b>{escape(remark['status'])}</b> {escape(status_meaning(lang, remark['status']))}"
    return f"{mark}{' · ' + escape(head) if head else ''}: {escape(remark['reason'][lang])}"


def _years(lang: Language, first: int, last: int) -> str:
    """A span of years, of which either end may be open (0 and 9999)."""
    match first, last:
        case 0, 9999:
            return ""
        case 0, _:
            return text(lang, "until {year}", year=last)
        case _, 9999:
            return text(lang, "from {year} on", year=first)
    return str(first) if first == last else f"{first}–{last}"


def _sources(lang: Language, dataset: Dataset, indicator: Indicator) -> list[str]:
    return [
        _source(lang, id, dataset.sources[id])
        if id in dataset.sources
        else f"<b>{escape(id)}</b>: {escape(absent(lang))}"
        for id in indicator.rubrics
    ]


def _source(lang: Language, id: str, record: dict[str, Any]) -> str:
    """One source: what it is, who publishes it under which licence, its edition, when it was fetched."""
    urls = record.get("urls") or []
    title = escape(record["title"])
    parts = [
        f'<b>{escape(id)}</b> <a href="{escape(urls[0])}">{title}</a>' if urls else f"<b>{escape(id)}</b> {title}",
        escape(record["attribution"]),
        licence(record["licence"]),
    ]
    if record.get("vintage"):
        parts.append(escape(text(lang, "edition {edition}", edition=record["vintage"])))
    if record.get("retrieved_at"):
        parts.append(escape(text(lang, "fetched on {day}", day=date(lang, record["retrieved_at"]))))
    return " · ".join(parts)


def licence(id: str) -> str:
    """A licence's id, with a link where its text is known."""
    return f'<a href="{LICENCES[id]}">{escape(id)}</a>' if id in LICENCES else escape(id)


def _open(lang: Language, dataset: Dataset, indicator: Indicator) -> str:
    file, pinned = "api/v1/observations.csv?", address.pinned(dataset)
    asked = {"indicator": indicator.id, "lang": lang, **pinned}
    links = [
        (text(lang, "Map"), link("growth", lang, indicator, map="value", **pinned)),
        (text(lang, "Change"), link("growth", lang, indicator, map="change", **pinned)),
        (text(lang, "All figures as CSV"), escape(file + urlencode(asked))),
        (
            text(lang, "CSV for German Excel"),
            escape(file + urlencode({**asked, "style": "de"})),
        ),
    ]
    return " · ".join(f'<a href="{where}">{escape(name)}</a>' for name, where in links)


@kept
def overview(lang: Language, dataset: Dataset) -> str:
    """Every indicator as a row, in order of topic and title."""
    indicators = catalogue.load().values()
    order = list(topics.load())
    header = [
        text(lang, "Indicator"),
        text(lang, "Topic"),
        text(lang, "Unit"),
        text(lang, "Kind"),
        text(lang, "Source"),
        text(lang, "Periods"),
        text(lang, "Cells by status"),
    ]
    ranked = sorted(indicators, key=lambda one: (order.index(one.topic), one.title[lang].casefold()))
    rows = [_overview_row(lang, dataset, indicator) for indicator in ranked]
    return table(text(lang, "All indicators; letters are explained under Data and refresh"), header, rows)


def _overview_row(lang: Language, dataset: Dataset, indicator: Indicator) -> list[str]:
    there = coverage(dataset, indicator)
    span = f"{there.periods[0]}–{there.periods[-1]}" if there.periods else absent(lang)
    counts = " · ".join(f"{status} {number(lang, n)}" for status in STATUS if (n := there.statuses.get(status)))
    where = link("methods", lang, indicator, **address.pinned(dataset))
    return [
        f'<a href="{where}">{escape(indicator.title[lang])}</a>',
        escape(topics.load()[indicator.topic][lang]),
        escape(indicator.unit[lang]),
        escape(kind(lang, indicator)),
        escape(", ".join(indicator.rubrics)),
        escape(span),
        escape(counts),
    ]


def statuses(lang: Language) -> None:
    """What each observation status means."""
    rows = [[f"<b>{status}</b>", escape(status_meaning(lang, status))] for status in STATUS]
    header = [text(lang, "Status"), text(lang, "Meaning")]
    st.html(table(text(lang, "Observation status (SDMX code list CL_OBS_STATUS)"), header, rows))
    frame.note(text(lang, "A zero is a figure; what is missing has no figure and says why."))
