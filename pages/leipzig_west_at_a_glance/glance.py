"""A group's transformation at a glance: small multiples against the city, and where the gap closed or opened."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from charts.html import tag
from data.areas import CITY
from data.store import Dataset
from exports import links
from exports.observations import PLACES, labelled
from indicators.catalogue import Indicator
from indicators.catalogue.at_a_glance import Context, Story
from indicators.figures import measures
from indicators.figures.values import Groups, grid, values
from indicators.selection import Selection
from locales import Language, inflected, joined, text
from pictures import group_story, places
from pictures.multiples import has_gap, stem, without_doubt
from pictures.request import Request
from ui import address, frame, pictures
from ui.take_away import dialog
from ui.take_away.offers import Figures, Table
from words.members import members_sentence
from words.rows import all_moved, moved
from words.rows import rows as change_rows

PANELS: Final = 9
"""So many indicators are drawn."""


def drawn(dataset: Dataset, story: Story, groups: Groups) -> tuple[Indicator, ...]:
    """The first indicators of a story that the group has figures of."""
    there = (one for one in story.indicators if without_doubt(dataset, one, groups).with_figures([places.GROUP]))
    return tuple(there)[:PANELS]


def at_a_glance(request: Request, story: Story, spoken: Sequence[str]) -> Figures:
    """The indicators as small multiples, the gaps to the city, and a sentence each; returns what is offered.

    spoken: the group as the subject of a sentence, and as in `in {place}`.
    """
    lang, indicators = request.lang, tuple(request.selection.indicators)
    told = {one.id: group_story.sentence(request, one, spoken) for one in indicators}
    sentences = [sentence for sentence in told.values() if sentence]
    _place("multiples", replace(request, sentence=next(iter(sentences), "")))
    _context(lang, story.context)
    of_gaps = (told[one.id] for one in indicators if has_gap(one) and told[one.id])
    _place("gaps", replace(request, sentence=next(of_gaps, "")))
    st.header(text(lang, "In words"), anchor=False)
    frame.listed(sentences)
    _by_district(request, story.members, spoken[0])
    dialog.button(lang, dialog.BELOW)
    tables = [(one, values(request.dataset, one, request.groups)) for one in indicators]
    group = request.names[places.GROUP]
    title = text(lang, "Indicators of {group}, the rest of the city and the city", group=group)
    compared = {area: request.names[area] for area in (*(id for id, _ in request.groups), CITY)}
    rows = sum(int(values["area"].isin(list(compared)).sum()) for _, values in tables)
    file = Table(title, f"{stem(request)}_at-a-glance", rows, partial(_file, lang, request.dataset, tables, compared))
    return Figures(title, indicators, (file,), Selection(indicators))


def _file(
    lang: Language, dataset: Dataset, tables: Sequence[tuple[Indicator, pd.DataFrame]], names: Mapping[str, str]
) -> pd.DataFrame:
    places_of = pd.DataFrame(
        [(code, name, "city" if code == CITY else "group") for code, name in names.items()], columns=PLACES
    )
    told = [
        labelled(dataset, indicator, values[values["area"].isin(list(names))], places_of, lang)
        for indicator, values in tables
    ]
    return pd.concat(told, ignore_index=True)


def _place(kind: str, request: Request) -> None:
    """Panels for wide and for narrow windows; the width of the window decides which are shown."""
    with st.container(key=kind):
        for width in ("wide", "narrow"):
            with st.container(key=f"{width}-{kind}"):
                pictures.draw(kind, replace(request, narrow=width == "narrow"))


def _context(lang: Language, context: Sequence[Context]) -> None:
    """What the strips at the foot of the panels are."""
    rows = (
        tag(
            "li",
            tag("b", f"{one.name} {one.first}–{one.last}"),
            f": {one.what[lang]} ",
            tag("a", one.source, href=one.address),
        )
        for one in context
    )
    st.html(tag("ul", *rows, class_="small bare"))


def _by_district(request: Request, indicators: Sequence[Indicator], group: str) -> None:
    """What cannot be put together for the group, told of its districts, with where they are drawn; and why."""
    lang, members = request.lang, dict(request.groups)[places.GROUP]
    st.header(text(lang, "By district only"), anchor=False)
    chosen = {"members": ",".join(members), **address.pinned(request.dataset)}
    told = [(one, _of_members(request, one, members)) for one in indicators]
    rows = [
        tag("li", f"{sentence} ", tag("a", text(lang, "Map"), href=_page(lang, one, chosen)))
        for one, sentence in told
        if sentence
    ]
    st.html(tag("ul", *rows))
    frame.note(" ".join(_reasons(lang, indicators, group)))


def _page(lang: Language, indicator: Indicator, chosen: Mapping[str, str]) -> str:
    return links.page("leipzig_west", lang, indicator=indicator.id, **chosen)


def _reasons(lang: Language, indicators: Sequence[Indicator], group: str) -> list[str]:
    """Why a group has no figures of some indicators, a sentence a reason."""
    titles: dict[str, list[str]] = {}
    for one in indicators:
        titles.setdefault(one.groups["reason"][lang], []).append(text(lang, "“{name}”", name=one.title[lang]))
    told = ((why, joined(lang, every)) for why, every in titles.items())
    return [
        text(lang, "No figure for {titles} in {group}: {reason}", titles=every, group=group, reason=why)
        for why, every in told
    ]


def _of_members(request: Request, indicator: Indicator, members: Sequence[str]) -> str:
    """How the districts moved beside the city, over all periods in which it and any of them have figures."""
    lang = request.lang
    found = measures.without_doubt(grid(request.dataset, indicator).among([CITY, *members]))
    of_city = found.with_figures([CITY])
    periods = [period for period in found.with_figures(members) if period in of_city]
    if not periods:
        return ""
    span = (periods[0], periods[-1])
    rows = change_rows(lang, indicator, measures.change(found, *span), request.names)
    city = moved(rows, CITY, text(lang, "the city"), inflected(lang, "in", "the city"))
    return members_sentence(lang, indicator, span, all_moved(rows[rows["area"] != CITY]), city, request.parts)
