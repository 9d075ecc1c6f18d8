"""Maps of the pages: what they colour, and what the reader can choose of them."""

from itertools import pairwise

import pytest

from indicators import catalogue
from locales import LANGUAGES, Language
from tests.support.visit import address, pictures, visit, warnings

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
    """Plagwitz 2012: 9.03 %, the city 8.22 %: 0.8 points above, in the first class above half a point."""
    app = visit("growth", map="city", indicator="unemployment_share", year="2012", lang="en")
    (layer,) = (trace for trace in pictures(app)[0]["data"] if trace.get("name") == "values")
    at = layer["locations"].index("51")
    assert layer["customdata"][at][0].replace("\u00a0", " ") == "9.0 %"
    assert (
        layer["customdata"][at][1].replace("\u00a0", " ") == "+0.8 percentage points · 22nd highest of 63 · city 8.2 %"
    )
    classes = 2 * len(CATALOGUE["unemployment_share"].change_steps) + 1
    assert layer["z"][at] == classes // 2 + 1


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


def test_what_is_missing_is_counted_for_each_of_two_maps() -> None:
    """Rents are published for 56 districts in 2011 and for 50 in 2021."""
    app = visit("growth", indicator="base_rent", map="pair", **{"from": "2011", "to": "2021"})
    (chart, *_) = pictures(app)
    assert "7 und 13 Gebiete" in " ".join(note["text"] for note in chart["layout"]["annotations"])
