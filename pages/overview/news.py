"""What is new in the figures, and which of the city's moved most."""

from collections import Counter
from typing import Final

from markupsafe import Markup

from charts.html import tag
from charts.theme import Theme
from data import store
from data.areas import CITY
from data.store import Dataset
from exports import links
from indicators import catalogue
from indicators.catalogue import Indicator, topics
from indicators.figures.revisions import revisions
from indicators.figures.values import grid
from indicators.kept import kept
from indicators.places.moved_most import Movement
from indicators.selection import Selection
from locales import Language, date, text
from pages.overview.subject import residents
from pictures.moved_most import moves
from pictures.request import Request
from words.change import difference
from words.findings import finding_sentence
from words.periods import short_span
from words.revisions import revision_sentences
from words.titles import titled

YEARS: Final = 4
SAID: Final = 3
MOVED: Final = 5
"""So many newest years, remarkable things and indicators are told."""
ODD: Final = frozenset("BU")
"""Observation status of what is remarkable: a break, and a doubtful figure."""


@kept
def newest(lang: Language, dataset: Dataset, version: str) -> Markup:
    """The newest years with the topics whose indicators reach them, the newest first."""
    found: dict[str, Counter[str]] = {}
    for one in catalogue.load().values():
        if one.kind != "forecast" and (known := grid(dataset, one).with_figures()):
            found.setdefault(known[-1][:4], Counter())[one.topic] += 1
    rows = []
    for year in sorted(found, reverse=True)[:YEARS]:
        there = {id: title[lang] for id, title in topics.load().items() if found[year][id]}
        told = [
            tag("span", tag("a", title, href=links.page("explore", lang, topic=id, version=version)), f" ({n})")
            for id, title in there.items()
            for n in [found[year][id]]
        ]
        rows += [tag("dt", year), tag("dd", *told)]
    return tag("dl", *rows)


def news(lang: Language, dataset: Dataset, version: str) -> Markup:
    """Newest years, what publishers changed, what the last refresh noted, and what is odd about the newest figures."""
    titles = {id: str(source.get("title", "")) for id, source in dataset.sources.items()}
    found = revisions(dataset)
    revised = [] if found.empty else revision_sentences(lang, found, titles, dataset.all_names, SAID)
    noted = [] if version else store.report().get("findings", [])
    told = [
        *(revised or [text(lang, "Since collecting began, no published figure has been changed.")]),
        *(finding_sentence(lang, each, titles, dataset.all_names) for each in noted[:SAID]),
        *odd(lang, dataset)[:SAID],
    ]
    refreshed = dataset.current.get("refreshed_at", "")
    when = [text(lang, "Fetched on {day}", day=date(lang, refreshed)), " · "] if refreshed else []
    more = tag("a", text(lang, "State of the data"), href=links.page("methods", lang, version=version))
    small = tag("p", text(lang, "In brackets: how many indicators reach that year."), class_="small")
    years = tag("div", newest(lang, dataset, version), small)
    said = tag("div", tag("ul", *(tag("li", each) for each in told)), tag("p", *when, more, class_="small"))
    heading = tag("h2", text(lang, "What is new"))
    return tag("section", heading, tag("div", years, said, class_="beside"), class_="overview news")


@kept
def odd(lang: Language, dataset: Dataset) -> list[str]:
    """What sources say of doubts and breaks that their newest figures have and none before, after their topic."""
    topic = {rubric: one.topic for one in reversed(catalogue.load().values()) for rubric in one.rubrics}
    return [
        f"{topics.load()[topic[id]][lang]}: {remark['reason'][lang]}"
        for id, source in dataset.sources.items()
        for remark in source.get("remarks", [])
        if id in topic and remark["status"] in ODD and source.get("newest_period", "")[:4] <= str(remark["from"])
    ]


@kept
def moved_most(lang: Language, dataset: Dataset, theme: Theme, version: str) -> Markup:
    """The city's indicators that moved furthest since the declared year, each with a link to its change."""
    growth = residents(lang, dataset, theme)
    if growth is None:
        return Markup()
    start, end = growth.span
    ranked, _ = moves(Request(lang, dataset, theme, Selection(areas=(CITY,), start=start, end=end)))
    rows = [
        tag(
            "li",
            tag("a", titled(lang, one), href=_page(lang, one, moved, version)),
            f" {difference(lang, one, moved.change)}, {short_span(lang, (moved.start, moved.end))}",
        )
        for one, moved in ranked[:MOVED]
    ]
    asked = {"show": "moved", "area": CITY, "from": start, "to": end, "version": version}
    return tag(
        "section",
        tag("h2", text(lang, "What moved most in Leipzig, {span}", span=short_span(lang, (start, end)))),
        tag("ol", *rows),
        tag(
            "p",
            text(lang, "Measured by how far the districts' changes usually lie apart."),
            " ",
            tag("a", text(lang, "All, and how they are compared"), href=links.page("explore", lang, **asked)),
            class_="small",
        ),
        class_="overview news",
    )


def _page(lang: Language, indicator: Indicator, moved: Movement, version: str) -> str:
    asked = {"indicator": indicator.id, "from": moved.start, "to": moved.end, "version": version}
    return links.page("growth", lang, **asked)
