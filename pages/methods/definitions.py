"""What stands behind the figures: an indicator's definition, formula, sources and care, and the state of the data."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

import streamlit as st
from markupsafe import Markup

from charts.html import stylesheet, tag
from data.areas import LEVELS, Level
from data.observations import STATUS
from data.store import Dataset
from exports import links
from exports.about import citation, codebook
from indicators import catalogue
from indicators.catalogue import Indicator, topics
from indicators.energy.sources import sources
from indicators.figures import values
from indicators.figures.grid import Grid
from indicators.figures.values import grid, levels
from indicators.kept import kept, kept_lately
from indicators.selection import Selection
from locales import Language, alphabetical, date, joined, number, text
from ui import address, frame
from ui.take_away import citations
from words import formula
from words.indicator import absent, kind
from words.periods import short, short_span

LICENCES: Final = {"dl-de/by-2-0": "https://www.govdata.de/dl-de/by-2-0"}
"""Where a licence can be read, by its id."""

STYLE: Final = stylesheet(__file__, "definitions.css")

DOT: Final = Markup(" · ")
WIDE: Final = 4
"""Columns of the widest tables that fit a phone; rows of others are lists there."""


def cited(lang: Language, dataset: Dataset, indicator: Indicator) -> str:
    """How an indicator's figures are cited, had today."""
    return citation.as_text(lang, citations.of_observations(lang, dataset, Selection((indicator,))))


def facts(entries: Sequence[tuple[str, str]]) -> Markup:
    """Terms and what is said of them as HTML; entries without anything are left out."""
    return STYLE + tag("dl", *(tag("dt", term) + tag("dd", said) for term, said in entries if said), class_="facts")


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> Markup:
    """A table as HTML. numbers: columns that stand to the right."""
    wide, marks = len(header) > WIDE, ["n" if n in numbers else None for n in range(len(header))]
    head = [tag("th", name, scope="col", class_=mark) for mark, name in zip(marks, header, strict=True)]
    body = [
        tag(
            "tr",
            *(
                # On a phone, each cell of a wide table stands behind what its column is called.
                tag("td", cell, class_=mark, data_of=name if wide else None)
                for name, mark, cell in zip(header, marks, row, strict=True)
            ),
        )
        for row in rows
    ]
    whole = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *head)),
        tag("tbody", *body),
        class_="facts-table wide" if wide else "facts-table",
    )
    return STYLE + tag("div", whole, class_="facts-scroll", tabindex=0)


@kept_lately
def of_indicator(lang: Language, dataset: Dataset, indicator: Indicator, cited: str) -> Markup:
    """Everything that is known of one indicator, as HTML. cited: how to cite it."""
    there = grid(dataset, indicator)
    known = there.with_figures()
    return facts(
        [
            (text(lang, "Definition"), indicator.description[lang]),
            (text(lang, "How to read it"), indicator.reading[lang]),
            (text(lang, "Unit"), indicator.unit[lang]),
            (text(lang, "Kind"), codebook.kinds(lang)[indicator.kind]),
            (text(lang, "Model"), _paragraphs(_model(lang, indicator))),
            (text(lang, "Direction"), _direction(lang, indicator)),
            (text(lang, "Computation"), _paragraphs(formula.of_areas(lang, dataset, indicator))),
            (text(lang, "Groups of districts"), formula.of_groups(lang, dataset, indicator)),
            (text(lang, "Levels"), ", ".join(level_name(lang, level) for level in levels(dataset, there))),
            (text(lang, "Periods"), _paragraphs(_periods(lang, dataset, there)) or absent(lang)),
            (text(lang, "Cells by status"), _status_list(lang, there.statuses)),
            (text(lang, "Breaks and notes"), _remarks(lang, dataset, indicator)),
            (text(lang, "Sources"), _paragraphs(_sources(lang, dataset, indicator))),
            (text(lang, "How to cite"), cited if known else ""),
            (text(lang, "Open"), _open(lang, dataset, indicator) if known else ""),
        ]
    )


def _paragraphs(sentences: Sequence[str]) -> Markup:
    return Markup().join(tag("p", sentence) for sentence in sentences)


def _model(lang: Language, indicator: Indicator) -> list[str]:
    """Whose model it is, and what is published of what it assumes; nothing for what was counted."""
    if not indicator.model:
        return []
    return [indicator.model[lang], *sources(str(indicator.values.get("function", "")))]


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
    told = ", ".join(short(lang, run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"{told} ({number(lang, len(found))})" if found else ""


def _periods(lang: Language, dataset: Dataset, there: Grid) -> list[str]:
    """The periods with figures; where they differ, those of each level."""
    return _of_levels(lang, {level: periods(lang, known) for level, known in values.periods(dataset, there).items()})


def _of_levels(lang: Language, told: Mapping[Level, str]) -> list[str]:
    """What is told of levels: once where it is the same of all, else with the names of those that it holds for."""
    if set(told) == set(LEVELS) and len(set(told.values())) == 1:
        return [next(iter(told.values()))]
    same = {said: [level_name(lang, level) for level in told if told[level] == said] for said in told.values()}
    return [f"{joined(lang, names)}: {said}" for said, names in same.items()]


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


def _status_list(lang: Language, counts: Mapping[str, int]) -> Markup:
    items = [
        tag("li", tag("b", status), f" {status_meaning(lang, status)}: {number(lang, counts[status])}")
        for status in STATUS
        if status in counts
    ]
    return tag("ul", *items) if items else Markup()


def _remarks(lang: Language, dataset: Dataset, indicator: Indicator) -> str:
    """The breaks, doubts and gaps that the sources declare for an indicator's series, each once."""
    items = []
    for series in indicator.series:
        rubric, characteristic = series.split("/", 1)
        items += [
            tag("li", *_remark(lang, remark))
            for remark in dataset.sources.get(rubric, {}).get("remarks", [])
            if characteristic in remark.get("characteristics", [characteristic])
        ]
    return tag("ul", *dict.fromkeys(items)) if items else text(lang, "none declared")


def _remark(lang: Language, remark: Mapping[str, Any]) -> tuple[str, str]:
    """A status, and its meaning, when and where it holds, and why."""
    where = ", ".join(remark.get("areas") or [level_name(lang, level) for level in remark.get("levels", ())])
    meaning = status_meaning(lang, remark["status"])
    holds = " · ".join(part for part in (meaning, _years(lang, remark["from"], remark["until"]), where) if part)
    return tag("b", remark["status"]), f" {holds}: {remark['reason'][lang]}"


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


def _sources(lang: Language, dataset: Dataset, indicator: Indicator) -> list[Markup]:
    return [
        _source(lang, id, dataset.sources[id]) if id in dataset.sources else tag("b", id) + f": {absent(lang)}"
        for id in indicator.rubrics
    ]


def _source(lang: Language, id: str, record: Mapping[str, Any]) -> Markup:
    """One source: what it is, who publishes it under which licence, its edition, when it was fetched, and what has to
    be known of it as a whole."""
    urls = record.get("urls") or []
    title = tag("a", record["title"], href=urls[0]) if urls else record["title"]
    parts = [tag("b", id) + " " + title, record["attribution"], licence(record["licence"])]
    if record.get("vintage"):
        parts.append(text(lang, "edition {edition}", edition=record["vintage"]))
    if record.get("retrieved_at"):
        parts.append(text(lang, "fetched on {day}", day=date(lang, record["retrieved_at"])))
    note = record.get("note", {}).get(lang)
    return DOT.join(parts) + (Markup(". ") + note if note else Markup())


def licence(id: str) -> str:
    """A licence's id, with a link where its text is known."""
    return tag("a", id, href=LICENCES[id], class_="id") if id in LICENCES else id


def _open(lang: Language, dataset: Dataset, indicator: Indicator) -> Markup:
    page = partial(links.page, "growth", lang, indicator=indicator.id)
    file = partial(links.api, "observations.csv", indicator=indicator.id, lang=lang)
    pinned = address.pinned(dataset)
    addresses = {
        text(lang, "Map"): page(map="value", **pinned),
        text(lang, "Change"): page(map="change", **pinned),
        text(lang, "All figures as CSV"): file(**pinned),
        text(lang, "CSV for German Excel"): file(**pinned, style="de"),
    }
    return DOT.join(tag("a", name, href=where) for name, where in addresses.items())


@kept
def overview(lang: Language, dataset: Dataset) -> Markup:
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
    ranked = sorted(indicators, key=lambda one: (order.index(one.topic), alphabetical(one.title[lang])))
    rows = [_overview_row(lang, dataset, indicator) for indicator in ranked]
    return table(text(lang, "All indicators; letters are explained under Data and refresh"), header, rows)


def _overview_row(lang: Language, dataset: Dataset, indicator: Indicator) -> list[str]:
    there = grid(dataset, indicator)
    known = values.periods(dataset, there).items()
    spans = _of_levels(lang, {level: short_span(lang, (each[0], each[-1])) for level, each in known})
    counts = " · ".join(f"{status}\u00a0{number(lang, n)}" for status in STATUS if (n := there.statuses.get(status)))
    where = links.page("methods", lang, indicator=indicator.id, **address.pinned(dataset))
    return [
        tag("a", indicator.title[lang], href=where),
        topics.load()[indicator.topic][lang],
        indicator.unit[lang],
        kind(lang, indicator),
        ", ".join(indicator.rubrics),
        "; ".join(spans) or absent(lang),
        counts,
    ]


def statuses(lang: Language) -> None:
    """What each observation status means."""
    rows = [[tag("b", status), status_meaning(lang, status)] for status in STATUS]
    header = [text(lang, "Status"), text(lang, "Meaning")]
    st.html(table(text(lang, "Observation status (SDMX code list CL_OBS_STATUS)"), header, rows))
    frame.note(text(lang, "A zero is a figure; what is missing has no figure and says why."))
