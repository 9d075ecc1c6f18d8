"""Maps of circles: areas in proportion to values, small ones above large ones, and what has no value told apart."""

from dataclasses import replace
from math import isnan, nan, pi
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.choropleth import Legend
from charts.circle_names import circle_names
from charts.circles import STEPS, Sizes, circle_map, circle_pair, round_sizes
from charts.ground import Ground
from charts.theme import DARK, LIGHT, Captions, Figure, Theme

HOVER = "<b>%{text}</b> %{customdata[0]}%{customdata[1]}<extra></extra>"
NAMES = tuple((str(n), f"d{n}", 12.2 + n / 20, 51.3, 0.001) for n in range(1, 6))
GROUND = Ground("/areas?level=ortsteil", "/areas?level=stadtbezirk", (12.2, 12.5), (51.2, 51.4), NAMES)
LEGEND = Legend("Anzahl der Ortsteile", "", "kein Wert: 1 Gebiet")
CAPTIONS = Captions("Einwohner", "in Personen", "Quelle: Stadt", "de")
SIZES = Sizes({"1": 1600.0, "2": 900.0, "3": 400.0, "4": 100.0}, {1000.0: "1.000 Personen", 200.0: "200", 50.0: "50"})


def districts(**values: float) -> pd.DataFrame:
    """One row a district, named by its code behind a d."""
    rows = [
        (name[1:], name, value, [f"{value:g}"], "confidential" if isnan(value) else "")
        for name, value in values.items()
    ]
    return pd.DataFrame(rows, columns=["area", "name", "shade", "told", "note"])


def drawn(frame: pd.DataFrame, theme: Theme = LIGHT, sizes: Sizes = SIZES) -> Figure:
    return circle_map(frame, sizes, LEGEND, HOVER, ("2",), GROUND, CAPTIONS, theme)


def layer(figure: Figure, name: str) -> dict[str, Any]:
    (found,) = (trace for trace in figure["data"] if trace.get("name") == name)
    assert isinstance(found, dict)
    return found


def diameters(trace: dict[str, Any]) -> dict[str, float]:
    return dict(zip(trace["ids"], trace["marker"]["size"], strict=True))


def test_areas_are_in_proportion_to_values() -> None:
    """Values of 1 : 4 : 9 : 16 have radii of 1 : 2 : 3 : 4."""
    circles = layer(drawn(districts(d1=1600.0, d2=900.0, d3=400.0, d4=100.0)), "circles")
    found = diameters(circles)
    assert circles["marker"]["sizemode"] == "diameter"
    assert [found[area] / found["4"] for area in "1234"] == pytest.approx([4, 3, 2, 1], rel=0.002)
    assert pi * (found["1"] / 2) ** 2 / (pi * (found["3"] / 2) ** 2) == pytest.approx(4, rel=0.002)


def test_a_value_has_one_size_in_all_periods() -> None:
    """Also in one in which the largest value of all is not there."""
    alone, beside = (layer(drawn(frame), "circles") for frame in (districts(d3=400.0), districts(d1=1600.0, d3=400.0)))
    assert diameters(alone)["3"] == diameters(beside)["3"] == pytest.approx(diameters(beside)["1"] / 2, rel=0.002)


def test_smaller_circles_lie_above_larger_ones() -> None:
    """What is drawn later lies above."""
    circles = layer(drawn(districts(d4=100.0, d1=1600.0, d3=400.0)), "circles")
    assert circles["ids"] == ["1", "3", "4"]
    assert circles["marker"]["size"] == sorted(circles["marker"]["size"], reverse=True)


def test_steps_are_of_the_largest_radius() -> None:
    assert SIZES.of([1600.0, 400.0, 0.0, nan]) == [STEPS, round(STEPS / 2), 0, None]


def test_nothing_is_measured_by_a_largest_value_of_zero_or_none() -> None:
    assert Sizes({"1": 0.0}, {}).of([0.0, nan]) == [0, None]
    assert diameters(layer(drawn(districts(d1=nan), sizes=Sizes({}, {})), "circles")) == {"1": 0}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_districts_without_a_value_have_their_mark_and_reason(theme: Theme) -> None:
    figure = drawn(districts(d1=nan, d2=900.0), theme)
    empty, circles = layer(figure, "no value"), layer(figure, "circles")
    assert empty["locations"] == ["1"]
    assert {colour for _, colour in empty["colorscale"]} == {theme.no_value}
    at = circles["ids"].index("1")
    assert circles["marker"]["size"][at] == 0
    assert (circles["customdata"][at], circles["hovertemplate"][at]) == ("confidential", empty["hovertemplate"])
    assert any("kein Wert: 1 Gebiet" in note["text"] for note in figure["layout"]["annotations"])


def test_a_district_and_its_circle_have_one_tooltip() -> None:
    frame = districts(d1=1600.0, d2=900.0)
    frame.loc[1, "note"] = "doubtful figure"
    figure = drawn(frame)
    pale, circles = layer(figure, "values"), layer(figure, "circles")
    assert pale["customdata"] == circles["customdata"] == [["1600", ""], ["900", "<br>doubtful figure"]]
    assert (pale["text"], pale["hovertemplate"]) == (circles["text"], circles["hovertemplate"][0])


@pytest.mark.parametrize(
    ("largest", "expected"),
    [
        (26_708.0, (20_000, 5_000, 1_000)),
        (9_900.0, (8_000, 2_000, 200)),
        (1_000.0, (1_000, 200, 50)),
        (297.0, (200, 50, 10)),
        (12.0, (10, 2)),
        (1.0, (1,)),
        (0.0, ()),
    ],
)
def test_the_sizes_of_a_legend_are_round(largest: float, expected: tuple[float, ...]) -> None:
    assert round_sizes(largest, 1.0) == pytest.approx(expected)


def shapes(figure: Figure, kind: str) -> list[dict[str, Any]]:
    return [shape for shape in figure["layout"]["shapes"] if shape["type"] == kind]


def test_circles_of_the_legend_are_as_large_as_those_of_the_map() -> None:
    """A quarter of 1,600 is half as wide; nested circles stand on one line, and their numbers at their tops."""
    figure = drawn(
        districts(d1=1600.0, d3=400.0), sizes=replace(SIZES, labels={1600.0: "1.600 Personen", 400.0: "400"})
    )
    large, small = shapes(figure, "circle")
    found = diameters(layer(figure, "circles"))
    assert [large["x1"] - large["x0"], small["x1"] - small["x0"]] == pytest.approx([found["1"], found["3"]], rel=0.002)
    assert large["y0"] == pytest.approx(small["y0"])
    assert large["x0"] + large["x1"] == pytest.approx(small["x0"] + small["x1"])
    notes = {note["text"]: note for note in figure["layout"]["annotations"] if note.get("name") == "size"}
    assert [notes["1.600 Personen"]["yshift"], notes["400"]["yshift"]] == pytest.approx([large["y1"], small["y1"]])


def test_numbers_of_the_legend_do_not_touch() -> None:
    """Values as near as 1,000 and 900 would write over each other."""
    figure = drawn(districts(d1=1600.0), sizes=replace(SIZES, labels={1000.0: "1.000", 900.0: "900", 100.0: "100"}))
    said = [note["text"] for note in figure["layout"]["annotations"] if note.get("name") == "size"]
    assert said == ["1.000", "100"]


def test_two_maps_beside_each_other_share_one_scale() -> None:
    frames = districts(d1=1600.0, d2=nan), districts(d1=400.0, d2=900.0)
    figure = circle_pair(frames, ("2012", "2024"), SIZES, LEGEND, HOVER, (), GROUND, CAPTIONS, LIGHT)
    go.Figure(figure)
    left, right = (trace for trace in figure["data"] if trace.get("name") == "circles")
    assert (left["geo"], right["geo"]) == ("geo", "geo2")
    assert diameters(left)["1"] == pytest.approx(2 * diameters(right)["1"], rel=0.002)
    assert {"<b>2012</b>", "<b>2024</b>"} <= {note["text"] for note in figure["layout"]["annotations"]}


@pytest.mark.parametrize("frame", [districts(d1=1.0, d2=nan), districts(d1=nan), districts(d1=0.0)])
def test_plotly_accepts_the_figure(frame: pd.DataFrame) -> None:
    go.Figure(drawn(frame))


def test_names_stand_inside_large_circles_and_beside_small_ones() -> None:
    ground = replace(GROUND, names=(("1", "Large", 12.25, 51.3, 0.1), ("2", "Small", 12.4, 51.3, 0.1)))
    names = circle_names(ground, {"1": 40.0, "2": 5.0}, LIGHT)
    lat = dict(zip(names["text"], names["lat"], strict=True))
    assert lat["Large"] == pytest.approx(51.3)
    assert 51.28 < lat["Small"] < 51.3


def test_no_name_covers_another_circle() -> None:
    """The other circle lies where the name would stand; above, there is room."""
    beside = ("2", "Other", 12.35, 51.29, 0.001)
    ground = replace(GROUND, names=(("1", "Named", 12.35, 51.3, 0.1), beside))
    names = circle_names(ground, {"1": 5.0, "2": 12.0}, LIGHT)
    assert names["text"] == ["Named"]
    assert names["lat"][0] > 51.3
    assert circle_names(ground, {"1": 5.0, "2": 100.0}, LIGHT)["text"] == []


def test_no_name_is_cut_off_at_the_edge_of_the_map() -> None:
    """A name near the lower edge stands above its circle, and one near the left edge nowhere."""
    at_edges = ("1", "Low", 12.35, 51.202, 0.1), ("2", "Far left", 12.201, 51.3, 0.1)
    names = circle_names(replace(GROUND, names=at_edges), {"1": 5.0, "2": 5.0}, LIGHT)
    assert names["text"] == ["Low"]
    assert names["lat"][0] > 51.202
