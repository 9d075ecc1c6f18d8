"""Finding indicators: by topic, by words, each as a row with its newest figure and links that open it."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

import streamlit as st

from charts.html import stylesheet
from charts.points import Point
from charts.sparkline import sparkline
from charts.theme import Theme
from data.store import Dataset
from exports.links import link
from indicators import catalogue
from indicators.catalogue import Indicator, topics
from indicators.catalogue.search import search
from indicators.figures.coverage import Coverage, coverage
from indicators.kept import kept
from locales import Language, number, plural, text
from ui import address, controls, frame
from ui.view import View
from words.change import amount
from words.indicator import absent, kind

ALL: Final = "all"
LONGEST: Final = 80
"""Letters of the longest words that are searched for."""

STYLE: Final = stylesheet(__file__, "finder.css")


def query(lang: Language) -> str:
    """What is searched for; nothing at first."""
    key = address.restore(
        "q", lambda said: said.get("q"), lambda words: len(words) <= LONGEST, "", lambda words: {"q": words.strip()}
    )
    return st.text_input(
        text(lang, "Search titles and descriptions"),
        max_chars=LONGEST,
        key=key,
        type="search",
        live=True,
        placeholder=text(lang, "For example: rent, unemployment, age"),
        width=420,
    ).strip()


def topic(lang: Language) -> str:
    """One topic, or all of them."""
    used = {indicator.topic for indicator in catalogue.load().values()}
    names = {ALL: text(lang, "All topics")} | {id: title[lang] for id, title in topics.load().items() if id in used}
    return controls.pills(text(lang, "Topic"), "topic", names, ALL)


def matches(words: str, topic: str) -> list[Indicator]:
    """The indicators of a topic that a search finds, the best first; in order of the catalogue without a search."""
    indicators = catalogue.load()
    ids = search(words) if words else list(indicators)
    return [indicators[id] for id in ids if topic in (ALL, indicators[id].topic)]


def rows(view: View, indicators: Sequence[Indicator], *, by_topic: bool) -> None:
    """Indicators as rows, below the titles of their topics where these are not searched."""
    lang, dataset, theme = view.lang, view.dataset, view.theme
    frame.note(plural(lang, "{n} indicator", "{n} indicators", len(indicators)))
    if not by_topic:
        st.html(f"{STYLE}{_rows(lang, dataset, indicators, theme)}")
        return
    parts: list[str] = [STYLE]
    for id, title in topics.load().items():
        own = [indicator for indicator in indicators if indicator.topic == id]
        if own:
            parts.append(f'<h3 class="found-topic">{escape(title[lang])}</h3>{_rows(lang, dataset, own, theme)}')
    st.html("".join(parts))


def nothing(lang: Language, words: str, topic: str) -> None:
    """Says that a search finds nothing, and what helps."""
    asked = frame.plain(words)
    if topic == ALL or not search(words):
        st.info(text(lang, "Nothing is found for “{asked}”. Try another word, or choose a topic.", asked=asked))
    else:
        st.info(text(lang, "Nothing is found for “{asked}” in this topic. Try all topics.", asked=asked))


def _rows(lang: Language, dataset: Dataset, indicators: Sequence[Indicator], theme: Theme) -> str:
    return f'<ul class="found">{"".join(_row(lang, dataset, indicator, theme) for indicator in indicators)}</ul>'


@kept
def _row(lang: Language, dataset: Dataset, indicator: Indicator, theme: Theme) -> str:
    there = coverage(dataset, indicator)
    title, pinned = escape(indicator.title[lang]), address.pinned(dataset)
    if there.periods:
        title = f'<a href="{link("growth", lang, indicator, map="value", **pinned)}">{title}</a>'
    about = first_sentence(indicator.description[lang])
    return (
        f'<li><div class="what"><b>{title}</b><small>{escape(kind(lang, indicator))}</small>'
        f"<p>{escape(about)}</p></div>"
        f"{_newest(lang, indicator, there, theme)}<nav>{_links(lang, indicator, there, pinned)}</nav></li>"
    )


def first_sentence(description: str) -> str:
    """The first sentence of a description; a date such as `31. Dezember` does not end it."""
    return re.split(r"(?<=[^\d\s]\.)\s(?=[A-ZÄÖÜ])", description, maxsplit=1)[0]


def _newest(lang: Language, indicator: Indicator, there: Coverage, theme: Theme) -> str:
    """The city's newest figure beside its course, or why there is none."""
    if not there.periods:
        return f'<div class="none">{escape(absent(lang))}</div>'
    newest = there.newest
    if newest is None:
        told = text(
            lang, "no figure of the city; districts {first}–{last}", first=there.periods[0], last=there.periods[-1]
        )
        return f'<div class="none">{escape(told)}</div>'
    unit = indicator.unit[lang]
    value = f"<strong>{number(lang, newest.value, indicator.decimals)}</strong>&nbsp;{escape(unit)}"
    where = " · ".join(["Leipzig", newest.period, *_care(lang, newest.status)])
    drawn = sparkline(
        [Point(float(point.period[:4]), point.value, point.status) for point in there.city],
        theme,
        _course(lang, indicator, there),
    )
    return f'<div class="value">{value}<br><span>{escape(where)}</span></div><div>{drawn}</div>'


def _care(lang: Language, status: str) -> list[str]:
    said = {"P": text(lang, "provisional"), "E": text(lang, "estimated"), "U": text(lang, "doubtful figure")}
    return [said[status]] if status in said else []


def _course(lang: Language, indicator: Indicator, there: Coverage) -> str:
    """The first and the last figure of the city in words."""
    known = [point for point in there.city if point.value == point.value]
    first, last = known[0], known[-1]
    return text(
        lang,
        "{first}: {start}, {last}: {end}",
        first=first.period,
        start=amount(lang, indicator, first.value),
        last=last.period,
        end=amount(lang, indicator, last.value),
    )


def _links(lang: Language, indicator: Indicator, there: Coverage, pinned: Mapping[str, str]) -> str:
    methods = (text(lang, "Methods"), link("methods", lang, indicator, **pinned))
    opened = []
    if there.periods:
        relation: Mapping[str, str] = {"picture": "relation", "with": controls.beside(indicator), **pinned}
        change = (text(lang, "Change"), link("growth", lang, indicator, map="change", **pinned))
        opened = [
            (text(lang, "Map"), link("growth", lang, indicator, map="value", **pinned)),
            *([change] if len(there.periods) > 1 else []),
            (text(lang, "Relation"), link("growth", lang, indicator, **relation)),
        ]
    return "".join(f'<a href="{where}">{escape(name)}</a>' for name, where in [*opened, methods])
