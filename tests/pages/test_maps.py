"""Maps of the pages: what they colour, and what the reader can choose of them."""

import re
from itertools import pairwise
from typing import Any

import pytest

from indicators import catalogue
from locales import LANGUAGES, Language
from tests.support.visit import address, drawings, pictures, visit, warnings

pytestmark = pytest.mark.usefixtures("empty_store")
CATALOGUE = catalogue.load()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("shows", ["change", "pair", "value", "city"])
@pytest.mark.parametrize("id", ["unemployment_share", "total_rent"])
def test_each_kind_of_map(id: str, shows: str, lang: Language) -> None:
    app = visit("growth", map=shows, indicator=id, lang=lang)
    assert not app.exception
    picture = pictures(app)[0]
    maps = 2 if shows == "pair" else 1
    assert [trace.get("name") for trace in picture["data"]].count("values") == maps
    drawn = [trace["locations"] for trace in picture["data"] if trace.get("name") in ("values", "no value")]
    assert sum(map(len, drawn)) == 63 * maps
    assert address(app, "map") == [shows]


def test_a_map_against_the_city_colours_by_the_distance_to_it() -> None:
    """Plagwitz 2012: 9.03%, the city 8.22%: 0.8 points above, in the first class its class."""
    app = visit("growth", map="city", indicator="unemployment_share", year="2012", lang="en")
    (layer,) = (trace for trace in pictures(app)[0]["data"] if trace.get("name") == "values")
    at = layer["locations"].index("51")
    assert layer["customdata"][at][0].replace("\u00a0", " ") == "9.0%"
    assert (
        layer["customdata"][at][1].replace("\u00a0", " ") == "+0.8 percentage points · 22nd highest of 63 · city 8.2%"
    )
    above = [float(tick.replace("−", "-")) <= 0.8 for tick in layer["colorbar"]["ticktext"]]
    assert layer["z"][at] == above.count(True)


def test_counts_are_not_set_against_the_city() -> None:
    app = visit("growth", map="city", indicator="population")
    assert address(app, "map") == ["change"]
    assert any("map" in warning for warning in warnings(app))


def test_the_reader_chooses_the_classes() -> None:
    app = visit("growth", map="value", indicator="unemployment_share", classes="equal_interval")
    (layer,) = (trace for trace in pictures(app)[0]["data"] if trace.get("name") == "values")
    ticks = [float(tick.replace(",", ".")) for tick in layer["colorbar"]["ticktext"]]
    steps = [later - earlier for earlier, later in pairwise(ticks)]
    assert steps == pytest.approx([steps[0]] * len(steps), abs=0.11)
    assert address(app, "classes") == ["equal_interval"]


def told(picture: dict[str, Any], layer: str) -> dict[str, tuple[Any, ...]]:
    """What the tooltips of a layer say, by area."""
    (trace,) = (trace for trace in picture["data"] if trace.get("name") == layer)
    templates = trace["hovertemplate"]
    every = templates if isinstance(templates, list) else [templates] * len(trace["text"])
    areas = trace.get("ids") or trace["locations"]
    return dict(zip(areas, zip(every, trace["text"], map(str, trace["customdata"]), strict=True), strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_counts_are_circles_unless_the_reader_wants_classes(lang: Language) -> None:
    """In 2000 Hartmannsdorf-Knautnaundorf had no figure of unemployed persons."""
    asked = {"map": "value", "indicator": "youth_unemployed", "year": "2000", "lang": lang}
    circles, filled = visit("growth", **asked), visit("growth", **asked, classes="quantiles")
    assert (address(circles, "classes"), address(filled, "classes")) == (["circles"], ["quantiles"])
    assert not [*warnings(circles), *warnings(filled)]
    drawn, classed = pictures(circles)[0], pictures(filled)[0]
    assert "circles" not in {trace.get("name") for trace in classed["data"]}
    tooltips = told(classed, "values") | told(classed, "no value")
    assert told(drawn, "circles") == told(drawn, "values") | told(drawn, "no value") == tooltips
    assert list(told(drawn, "no value")) == ["55"]


def test_shares_are_not_offered_as_circles() -> None:
    app = visit("growth", map="value", indicator="unemployment_share", classes="circles")
    assert address(app, "classes") == ["quantiles"]
    assert any("classes" in warning for warning in warnings(app))


def test_two_years_of_a_count_are_circles_on_one_scale() -> None:
    """Plagwitz had 13,236 residents in 2012 and 17,209 in 2024."""
    app = visit("growth", map="pair", indicator="population", **{"from": "2012", "to": "2024"})
    layers = [trace for trace in pictures(app)[0]["data"] if trace.get("name") == "circles"]
    before, after = (layer["marker"]["size"][layer["ids"].index("51")] for layer in layers)
    assert (after / before) ** 2 == pytest.approx(17_209 / 13_236, rel=0.01)


def test_a_map_of_circles_says_the_largest_and_the_smallest_to_screen_readers() -> None:
    (drawn, *_) = drawings(visit("growth", map="value", indicator="population", year="2024", lang="en"))
    assert drawn["legend"].startswith("One circle an area – the largest in ")


def test_what_is_missing_is_counted_for_each_of_two_maps() -> None:
    """Rents are published for 56 districts in 2011 and for 50 in 2021."""
    app = visit("growth", indicator="base_rent", map="pair", **{"from": "2011", "to": "2021"})
    (chart, *_) = pictures(app)
    assert "7 und 13 Gebiete" in " ".join(note["text"] for note in chart["layout"]["annotations"])


def in_bold(picture: dict[str, Any]) -> list[str]:
    """The names that a map bears at every size."""
    return [re.sub("<.*?>", "", name) for trace in picture["data"] for name in _bold(trace)]


def _bold(trace: dict[str, Any]) -> list[str]:
    written = trace.get("text") if trace["type"] == "scattergeo" and trace["mode"] == "text" else None
    return [name for name in written or [] if name.startswith("<b>")]


def test_a_map_names_what_is_set_off_and_the_extremes_at_every_size() -> None:
    """Of 2022 Grünau-Mitte has the highest share (11.6 %), Baalsdorf and Plaußig-Portitz the lowest (1.6 %)."""
    asked = {"map": "value", "indicator": "unemployment_share", "year": "2022"}
    (drawn, *_) = pictures(visit("growth", **asked, areas="70,51"))
    assert in_bold(drawn) == ["Plagwitz", "Lindenau", "Grünau-Mitte", "Baalsdorf", "Plaußig-Portitz"]
    (modelled, *_) = pictures(visit("growth", map="value", indicator="residential_heat_per_m2"))
    assert in_bold(modelled) == []


def test_the_inner_city_shows_a_part_of_the_map_and_stays_in_the_address() -> None:
    """Zentrum lies at 12.375° east and 51.34° north; of Seehausen, at its north-eastern edge, there is no name."""
    asked = {"map": "value", "indicator": "unemployment_share", "year": "2022"}
    whole, inner = visit("growth", **asked), visit("growth", **asked, zoom="inner")
    (wide, *_), (narrow, *_) = pictures(whole), pictures(inner)
    assert (address(whole, "zoom"), address(inner, "zoom")) == (["city"], ["inner"])
    for axis, middle in (("lonaxis", 12.375), ("lataxis", 51.34)):
        far, near = (picture["layout"]["geo"][axis]["range"] for picture in (wide, narrow))
        assert far[0] < near[0] < middle < near[1] < far[1]
    written = [
        [name for trace in each["data"] if trace["type"] == "scattergeo" for name in trace["text"]]
        for each in (wide, narrow)
    ]
    assert ["Seehausen" in names for names in written] == [True, False]
    assert ["Zentrum-<br>West" in names for names in written] == [False, True]
