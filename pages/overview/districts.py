"""The 63 districts to pick one's own from: on a map by how their population changed, and by name."""

from collections.abc import Hashable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import orjson
import streamlit as st
from markupsafe import Markup
from streamlit.components.v2.types import ComponentRenderer

from charts.classes import Classes
from charts.html import tag
from charts.pick_map import District, legend, pick_map
from charts.theme import Theme
from data.store import Dataset
from exports import links
from indicators.catalogue import groups
from indicators.kept import kept
from indicators.places.outlines import ACROSS, around, height, outlines
from locales import Language, in_order, number, text
from pages.overview.subject import residents
from pictures.request import Request
from pictures.scales import change_scale
from words.care import mark
from words.noun import by_itself
from words.periods import dated, short_span, since

GROUP: Final = "leipzig-west"


def place(lang: Language, dataset: Dataset, theme: Theme, version: str) -> None:
    """Places the map and, below it, the names."""
    st.html(tag("div", tag("h2", text(lang, "Your district")), class_="overview"))
    _component()(key="districts", data=orjson.dumps({"html": picture(lang, dataset, theme, version)}))
    st.html(names(lang, dataset, version))


@cache
def _component() -> ComponentRenderer:
    """Pages take no SVG among their HTML, but a component may draw it."""
    script = Path(__file__).with_name("districts.js").read_text("utf-8")
    html = '<div class="districts"></div>'
    return st.components.v2.component("districts", html=html, js=script, isolate_styles=False)


@kept
def picture(lang: Language, dataset: Dataset, theme: Theme, version: str) -> Markup:
    """The map between what it says and its scale; plain where nothing is known of growth."""
    request, whole = residents(lang, dataset, theme), outlines(dataset, "ortsteil")
    rows = {} if request is None else {row["area"]: row for row in request.districts.to_dict("records")}
    classes, colours = (None, {}) if request is None else _coloured(request)
    lead = partial(links.page, "profile", lang, version=version)
    districts = [
        District(_told(request, rows.get(area), name), lead(area=area), colours.get(area, theme.no_value), whole[area])
        for area, name in dataset.names["ortsteil"].items()
        if area in whole
    ]
    edges = around([whole[area] for area in groups.load()[GROUP].members if area in whole])
    size = (ACROSS, height(dataset))
    label = text(lang, "Map of the districts, each leads to its profile")
    drawn = pick_map(districts, outlines(dataset, "stadtbezirk").values(), edges, size, label)
    hint = text(lang, "Choose a district on the map, or by name below.")
    below = Markup() if request is None or classes is None else _legend(request, classes)
    skip = tag("button", text(lang, "Skip the map"), type="button")
    return tag("p", hint, class_="pointed") + skip + drawn + below


def _coloured(request: Request) -> tuple[Classes, dict[str, str]]:
    """The classes of the map of growth that are reached, and by area the colour of its own."""
    shades = dict(zip(request.districts["area"], request.districts["shade"], strict=True))
    classes = change_scale(request).reached(shades.values())
    found = zip(shades, classes.of(shades.values()), strict=True)
    return classes, {area: classes.colours[n] for area, n in found if n is not None}


def _legend(request: Request, classes: Classes) -> Markup:
    words = text(request.lang, "Population, change {span} in %", span=short_span(request.lang, request.span))
    return legend(classes, words, groups.load()[GROUP].title[request.lang])


def _told(request: Request | None, row: Mapping[Hashable, Any] | None, name: str) -> str:
    """A district with its population and how it changed."""
    if request is None or row is None:
        return name
    lang, (start, end) = request.lang, request.span
    return text(
        lang,
        "{name}: {value} in {year}, {change} since {start}",
        name=name,
        value=by_itself(lang, request.indicator, number(lang, row["end_value"])),
        year=dated(lang, end),
        change=row["label"] + mark(row["care"]),
        start=since(lang, start),
    )


@kept
def names(lang: Language, dataset: Dataset, version: str) -> Markup:
    """Boroughs with their districts, each a link, to be opened."""
    lead = partial(links.page, "profile", lang, version=version)
    parents = dict(zip(dataset.areas["code"], dataset.areas["parent"], strict=True))
    districts = in_order(dataset.names["ortsteil"])
    rows = []
    for borough, name in in_order(dataset.names["stadtbezirk"]).items():
        own = (tag("a", known, href=lead(area=area)) for area, known in districts.items() if parents[area] == borough)
        rows += [tag("dt", tag("a", name, href=lead(area=borough))), tag("dd", *own)]
    told = text(lang, "All {n} districts by name", n=len(districts))
    return tag("details", tag("summary", told), tag("dl", *rows), class_="names")
