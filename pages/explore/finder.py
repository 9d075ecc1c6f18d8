"""Finding indicators: by topic, by words, each as a row with its newest figure and links that open it."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st
from markupsafe import Markup

from charts.html import stylesheet, tag
from charts.points import Point, moment
from charts.sparkline import sparkline
from charts.theme import Theme
from data.areas import CITY
from data.store import Dataset
from exports import links
from indicators import catalogue
from indicators.catalogue import Indicator, topics
from indicators.catalogue.availability import available
from indicators.catalogue.search import search
from indicators.figures.grid import Grid
from indicators.figures.values import grid
from indicators.kept import kept
from locales import Language, number, plural, text
from ui import address, controls, frame
from ui.view import View
from words.care import status_told
from words.indicator import absent, kind
from words.periods import short
from words.tiles import line_told
from words.units import with_unit

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


def topic(lang: Language) -> tuple[str, str]:
    """One topic, or all of them: its id and what it is called."""
    used = {indicator.topic for indicator in catalogue.load().values()}
    names = {ALL: text(lang, "All topics")} | {id: title[lang] for id, title in topics.load().items() if id in used}
    chosen = controls.pills(text(lang, "Topic"), "topic", names, ALL)
    return chosen, names[chosen]


def matches(dataset: Dataset, words: str, topic: str) -> tuple[list[Indicator], list[Indicator]]:
    """The indicators of a topic that a search finds, the best first; in order of the catalogue without a search. Those
    to show at first, and all of them: first those with figures, unless the best that is found has none."""
    indicators = catalogue.load()
    ids = search(words) if words else list(indicators)
    every = [indicators[id] for id in ids if topic in (ALL, indicators[id].topic)]
    there = available(every, dataset)
    # Who searches for what is not there is told so, rather than that nothing is known of it.
    return (there if there[:1] == every[:1] or not words else every), every


def absent_too(lang: Language, n: int) -> bool:
    """Whether the reader wants to see the indicators without figures, too; n: how many there are."""
    label = plural(lang, "Also show {n} indicator without data", "Also show {n} indicators without data", n)
    return st.toggle(label, key=address.switch("absent"))


def rows(view: View, indicators: Sequence[Indicator], *, by_topic: bool) -> None:
    """Indicators as rows, below the titles of their topics where these are not searched."""
    lang, dataset, theme = view.lang, view.dataset, view.theme
    frame.note(plural(lang, "{n} indicator", "{n} indicators", len(indicators)))
    if by_topic:
        parts = [
            tag("h2", title[lang], class_="found-topic") + _rows(lang, dataset, own, theme)
            for id, title in topics.load().items()
            if (own := [indicator for indicator in indicators if indicator.topic == id])
        ]
    else:
        parts = [_rows(lang, dataset, indicators, theme)]
    st.html(STYLE + Markup().join(parts))


def nothing(lang: Language, words: str, topic: str) -> None:
    """Says that a search finds nothing, and what helps."""
    asked = frame.plain(words)
    if topic == ALL or not search(words):
        st.info(text(lang, "Nothing is found for “{asked}”. Try another word, or choose a topic.", asked=asked))
    else:
        st.info(text(lang, "Nothing is found for “{asked}” in this topic. Try all topics.", asked=asked))


def _rows(lang: Language, dataset: Dataset, indicators: Sequence[Indicator], theme: Theme) -> Markup:
    return tag("ul", *(_row(lang, dataset, indicator, theme) for indicator in indicators), class_="found")


@kept
def _row(lang: Language, dataset: Dataset, indicator: Indicator, theme: Theme) -> Markup:
    there = grid(dataset, indicator)
    periods = there.with_figures()
    addresses = _links(lang, indicator, len(periods), address.pinned(dataset))
    title = indicator.title[lang]
    if periods:
        title = tag("a", title, href=addresses[text(lang, "Map")])
    about = tag("p", first_sentence(indicator.description[lang]))
    return tag(
        "li",
        tag("div", tag("b", title), tag("small", kind(lang, indicator)), about, class_="what"),
        _newest(lang, dataset, indicator, there, theme),
        tag("div", *(tag("a", name, href=where) for name, where in addresses.items()), class_="ways"),
    )


def first_sentence(description: str) -> str:
    """The first sentence of a description; a date such as `31. Dezember` does not end it."""
    return re.split(r"(?<=[^\d\s]\.)\s(?=[A-ZÄÖÜ])", description, maxsplit=1)[0]


def _newest(lang: Language, dataset: Dataset, indicator: Indicator, there: Grid, theme: Theme) -> Markup:
    """The city's newest figure beside its course, or why there is none."""
    known = there.history(CITY).known
    if not there.with_figures():
        return tag("div", absent(lang), class_="none")
    if not known:
        periods = there.with_figures(dataset.codes("ortsteil"))
        told = text(
            lang,
            "no figure for the city; districts {first}–{last}",
            first=short(lang, periods[0]),
            last=short(lang, periods[-1]),
        )
        return tag("div", told, class_="none")
    newest = known[-1]
    shown = number(lang, newest.value, indicator.decimals)
    value = tag("strong", shown) + with_unit(lang, shown, indicator.unit[lang]).removeprefix(shown)
    where = " · ".join(["Leipzig", short(lang, newest.period), *status_told(lang, newest.status)])
    drawn = sparkline(
        [Point(moment(point.period), point.value, point.status) for point in there.history(CITY).figures],
        theme,
        line_told(lang, indicator, known),
    )
    return tag("div", value, tag("br"), tag("span", where), class_="value") + tag("div", drawn)


def _links(lang: Language, indicator: Indicator, periods: int, pinned: Mapping[str, str]) -> dict[str, str]:
    """Where the indicator opens, by what that is called."""
    page = partial(links.page, "growth", lang, indicator=indicator.id)
    addresses = {}
    if periods:
        addresses[text(lang, "Map")] = page(map="value", **pinned)
    if periods > 1:
        addresses[text(lang, "Change")] = page(map="change", **pinned)
    if periods:
        addresses[text(lang, "Relation")] = page(picture="relation", **{"with": controls.beside(indicator)}, **pinned)
    return {**addresses, text(lang, "Methods"): links.page("methods", lang, indicator=indicator.id, **pinned)}
