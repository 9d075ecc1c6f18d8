"""The pictures of a report: those of the pages, without titles, which the report sets itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element, tostring

from charts.theme import LIGHT, Figure
from data.areas import CITY
from data.store import Dataset
from exports.images import drawing, fonts
from exports.images.lettering import plain
from exports.images.markup import add, attributes
from exports.rings import rings
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures.values import grid
from indicators.places.place import Place
from indicators.selection import Selection
from locales import Language
from pictures.picture import Drawn
from pictures.registry import draw
from pictures.request import Request
from words.lines import Measure

PICTURED: Final = ("population", "mean_age", "unemployment_share")
WIDE: Final = 700
"""Pixels of a picture over the width of the text."""
LABEL: Final = 20
EDGE: Final = 8
"""Pixels above a drawing with labels on its upper edge, and without."""
START: Final = "2012"


@dataclass(frozen=True)
class Illustration:
    """A picture with its words; svg: empty where there is nothing to draw, and the sentence says why."""

    title: str
    subtitle: str
    svg: str
    sentence: str
    notes: Sequence[str] = ()


def illustrations(lang: Language, dataset: Dataset, place: Place) -> list[Illustration]:
    """How many residents there are beside the city's course, where the mean age stands, how unemployment went."""
    return [_illustration(drawn, dataset) for drawn in _drawn(lang, dataset, place)]


def _drawn(lang: Language, dataset: Dataset, place: Place) -> Iterator[Drawn]:
    population, age, unemployment = (catalogue.load()[id] for id in PICTURED)
    end = grid(dataset, age).with_figures(dataset.codes(place.peers))[-1]
    chosen = Selection((age,), None, (place.peers, "city"), start=end, end=end)
    yield draw("lines", _beside_city(lang, dataset, place, population, "index"))
    yield draw("distribution", Request(lang, dataset, LIGHT, chosen, lit=(place.id,)))
    yield draw("lines", _beside_city(lang, dataset, place, unemployment, "value"))


def _beside_city(lang: Language, dataset: Dataset, place: Place, indicator: Indicator, measure: Measure) -> Request:
    end = grid(dataset, indicator).with_figures([CITY])[-1]
    chosen = Selection((indicator,), (place.id, CITY), start=START, end=end)
    return Request(lang, dataset, LIGHT, chosen, lit=(place.id, CITY), measure=measure)


def _illustration(drawn: Drawn, dataset: Dataset) -> Illustration:
    if isinstance(drawn, str):
        return Illustration("", "", "", drawn)
    title, subtitle = map(plain, drawing.titles(drawn.figure["layout"]))
    return Illustration(title, subtitle, _svg(drawn.figure, WIDE, dataset), drawn.sentence, drawn.caveats)


def place_map(lang: Language, dataset: Dataset, place: Place) -> str:
    """Where a place lies, as SVG without words."""
    chosen = Selection(areas=(place.id,), levels=(place.peers,))
    found = draw("place map", Request(lang, dataset, LIGHT, chosen, "areas?level="))
    if isinstance(found, str):
        return ""
    bare: dict[str, Any] = {"annotations": [], "margin": {"l": 2, "r": 2, "t": EDGE, "b": 2}, "height": 300}
    layout = {**found.figure["layout"], **bare}
    return _svg({**found.figure, "layout": layout}, 260, dataset)


def _svg(figure: Figure, width: float, dataset: Dataset) -> str:
    """A drawing alone, cut off above where its titles would stand."""
    layout = figure["layout"]
    labelled = any(one.get("yanchor") == "bottom" and one["y"] == 1 for one in layout["annotations"])
    cut = max(0, layout["margin"]["t"] - max(drawing.above(layout), LABEL if labelled else EDGE))
    height = layout["height"] - cut
    whole = Element("svg", xmlns="http://www.w3.org/2000/svg")
    whole.attrib |= attributes(width=width, height=height, viewBox=f"0 {cut:g} {width:g} {height:g}")
    whole.set("font-family", fonts.FAMILIES)
    drawing.draw(add(whole, "g"), figure, width, rings(dataset))
    return tostring(whole, encoding="unicode")
