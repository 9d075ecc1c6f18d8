"""A point a district: none hidden behind another, names on poles that cross no name."""

from itertools import combinations
from math import nan
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.distribution import POINT, Reference, distribution
from charts.labels import LINE, longest
from charts.theme import LIGHT, Captions, Figure

CAPTIONS = Captions("Einkommen", "€ im Monat", "Quelle: Stadt", "de")
WIDTH = 400
CITY = Reference("Leipzig 5,0 %", 5.0)
VALUES = st.lists(st.integers(0, 300).map(lambda tenths: tenths / 10), min_size=1, max_size=63)


def rows(*values: float) -> pd.DataFrame:
    cells = [(str(n), f"Ort {n}", value) for n, value in enumerate(values)]
    return pd.DataFrame(cells, columns=["area", "name", "value"])


def drawn(frame: pd.DataFrame, lit: tuple[str, ...] = (), reference: Reference | None = CITY, **more: Any) -> Figure:
    colours = dict(zip(lit, LIGHT.lines, strict=False))
    return distribution(frame, colours, reference, CAPTIONS, LIGHT, 1, width=WIDTH, **more)


def pixels(figure: dict[str, Any], x: float) -> float:
    low, high = figure["layout"]["xaxis"]["range"]
    return float((x - low) / (high - low) * (WIDTH - figure["layout"]["margin"]["r"]))


def points(figure: dict[str, Any]) -> list[tuple[str, float, float]]:
    return [point for trace in figure["data"] for point in zip(trace["text"], trace["x"], trace["y"], strict=True)]


def names(figure: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {note["text"]: note for note in figure["layout"]["annotations"][1:]}


@given(VALUES)
def test_every_district_is_a_point_and_none_covers_another(values: list[float]) -> None:
    figure = drawn(rows(*values), ("0", "5"))
    found = points(figure)
    assert sorted(name for name, *_ in found) == sorted(f"Ort {n}" for n in range(len(values)))
    assert all(x == values[int(name[4:])] for name, x, _ in found)
    for (_, x, y), (_, other_x, other_y) in combinations(found, 2):
        assert abs(y - other_y) >= POINT or abs(pixels(figure, x) - pixels(figure, other_x)) >= POINT
    low, high = figure["layout"]["yaxis"]["range"]
    assert all(low < y < high for _, _, y in found)


@given(VALUES)
def test_names_neither_cover_each_other_nor_are_crossed_nor_cut_off(values: list[float]) -> None:
    figure = drawn(rows(*values), tuple(map(str, range(8))))
    found = [(pixels(figure, note["x"]), note["y"], longest([text])) for text, note in names(figure).items()]
    for (x, y, width), (other_x, other_y, other_width) in combinations(found, 2):
        beside = x + width <= other_x or other_x + other_width <= x
        assert beside or abs(y - other_y) >= LINE
    for x, y, width in found:
        assert x + width <= WIDTH + 1
        assert not any(other_y > y and x + 1 < other_x < x + width for other_x, other_y, _ in found)


@given(VALUES)
def test_names_are_above_all_points(values: list[float]) -> None:
    figure = drawn(rows(*values), ("0", "1", "2"))
    highest = max(y for _, _, y in points(figure))
    assert all(note["y"] - LINE / 2 >= highest for note in names(figure).values())


def test_the_same_figures_give_the_same_picture() -> None:
    frame = rows(1, 1, 1, 2, 2, 3)
    assert drawn(frame) == drawn(frame)


def test_points_that_have_room_stand_in_one_row() -> None:
    assert {y for _, _, y in points(drawn(rows(1, 5, 9)))} == {0}


def test_lit_points_have_their_name_and_colour() -> None:
    figure = drawn(rows(1, 5, 9), ("2", "0"))
    others, lit = figure["data"]
    assert others["text"] == ["Ort 1"]
    assert dict(zip(lit["text"], lit["marker"]["color"], strict=True)) == {
        "Ort 0": LIGHT.lines[1],
        "Ort 2": LIGHT.lines[0],
    }
    assert names(figure)["Ort 2"]["font"]["color"] == LIGHT.lines[0]


def test_the_reference_is_a_line_through_all_points() -> None:
    figure = drawn(rows(1, 1, 1, 1, 9))
    (line,) = figure["layout"]["shapes"]
    assert (line["x0"], line["x1"]) == (5, 5)
    assert line["y0"] <= min(y for _, _, y in points(figure)) <= max(y for _, _, y in points(figure)) <= line["y1"]
    assert list(names(figure)) == ["Leipzig 5,0 %"]


@pytest.mark.parametrize("value", [-50.0, 50.0])
def test_a_reference_outside_the_districts_is_inside_the_picture(value: float) -> None:
    low, high = drawn(rows(1, 9), reference=Reference("Leipzig", value))["layout"]["xaxis"]["range"]
    assert low < value < high


def test_a_district_without_a_value_is_left_out() -> None:
    figure = drawn(rows(1, nan, 3), ("1",))
    assert [name for name, *_ in points(figure)] == ["Ort 0", "Ort 2"]
    assert "Ort 1" not in names(figure)


@pytest.mark.parametrize("values", [(), (nan,), (5,), (0, 0, 0), (-3, 1, nan)])
@pytest.mark.parametrize("reference", [None, CITY])
def test_plotly_accepts_the_figure(values: tuple[float, ...], reference: Reference | None) -> None:
    go.Figure(drawn(rows(*values), ("0",), reference))


def test_doubtful_points_are_open_and_say_so() -> None:
    others, chosen = drawn(rows(1, 5, 9).assign(note=["", "doubtful figure", ""]), ("0",))["data"]
    assert others["marker"]["symbol"] == ["circle-open", "circle"]
    assert others["customdata"] == ["5,0<br>doubtful figure", "9,0"]
    assert chosen["customdata"] == ["1,0"]
    assert "%{customdata}" in others["hovertemplate"]
    assert "symbol" not in chosen["marker"]
