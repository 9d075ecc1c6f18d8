"""Two indicators: every district once, its size, names that can be read, and how many there are."""

from itertools import combinations
from math import nan
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.labels import LINE, longest
from charts.scatter import DRAWING, LARGEST, SMALLEST, Axis, scatter
from charts.theme import LIGHT, Captions, Figure

CAPTIONS = Captions("Arbeit und Einkommen", "2022", "Quelle: Stadt", "de")
AXES = Axis("Arbeitslosenanteil", "%", 1), Axis("Einkommen", "€", 0)
WIDTH = 500
Point = tuple[float, float, float]
POINTS = st.lists(
    st.tuples(st.integers(0, 200).map(lambda tenths: tenths / 10), *[st.integers(1, 3000).map(float)] * 2),
    min_size=2,
    max_size=40,
)


def rows(*points: Point) -> pd.DataFrame:
    cells = [(str(n), f"Ort {n}", *point) for n, point in enumerate(points)]
    return pd.DataFrame(cells, columns=["area", "name", "x", "y", "size"])


def drawn(frame: pd.DataFrame, lit: tuple[str, ...] = (), *, fit: bool = False, **more: Any) -> Figure:
    colours = dict(zip(lit, LIGHT.lines, strict=False))
    found: Figure = scatter(frame, colours, AXES, fit, CAPTIONS, LIGHT, width=WIDTH, **more)
    return found


def diameters(figure: dict[str, Any]) -> dict[str, float]:
    pairs = [pair for trace in figure["data"] for pair in zip(trace["text"], trace["marker"]["size"], strict=True)]
    return dict(pairs)


def notes(figure: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {note["text"]: note for note in figure["layout"]["annotations"]}


def on_screen(figure: dict[str, Any], x: float, y: float) -> tuple[float, float]:
    (left, right), (low, high) = (figure["layout"][axis]["range"] for axis in ("xaxis", "yaxis"))
    return (x - left) / (right - left) * WIDTH, (high - y) / (high - low) * DRAWING


def test_every_district_is_drawn_once_where_it_belongs() -> None:
    others, lit = drawn(rows((1.26, 10, 5), (2, 20, 5), (3, 30.4, 5)), ("1",))["data"]
    assert list(zip(others["text"], others["x"], others["y"], strict=True)) == [("Ort 0", 1.3, 10), ("Ort 2", 3, 30)]
    assert list(zip(lit["text"], lit["x"], lit["y"], strict=True)) == [("Ort 1", 2, 20)]
    assert lit["marker"]["color"] == [LIGHT.lines[0]]


def test_tooltips_tell_both_values_with_their_units() -> None:
    others, lit = drawn(rows((1.25, 1000.5, 5), (2, 20, 5)), ("1",))["data"]
    assert others["customdata"] == [["1,3\u00a0%", "1.001\u00a0€"]]
    assert lit["customdata"] == [["2,0\u00a0%", "20\u00a0€"]]


def test_the_area_of_a_point_is_in_proportion_to_its_size() -> None:
    found = diameters(drawn(rows((1, 1, 4000), (2, 2, 1000), (3, 3, 1), (4, 4, nan)), ("1",)))
    assert found == {"Ort 0": LARGEST, "Ort 1": LARGEST / 2, "Ort 2": SMALLEST, "Ort 3": SMALLEST}


def test_points_without_any_size_are_drawn_too() -> None:
    assert set(diameters(drawn(rows((1, 1, nan), (2, 2, nan)))).values()) == {SMALLEST}


def test_districts_that_lack_a_figure_are_neither_drawn_nor_counted() -> None:
    figure = drawn(rows((1, 1, 1), (nan, 1, 1), (1, nan, 1)), ("1",))
    assert "· n = 1<" in figure["layout"]["title"]["text"]
    assert "Ort 1" not in notes(figure)


def test_both_axes_say_what_they_count() -> None:
    figure = drawn(rows((1, 1, 1), (2, 2, 2)))
    assert figure["layout"]["xaxis"]["title"]["text"] == "Arbeitslosenanteil (%)"
    assert "Einkommen (€)" in notes(figure)


@given(POINTS)
def test_names_cover_neither_each_other_nor_lit_points(points: list[Point]) -> None:
    figure = drawn(rows(*points), ("0", "1", "2", "3", "4", "5"))
    named = [note for text, note in notes(figure).items() if text.startswith("Ort")]
    assert len(named) == min(6, len(points))
    boxes = []
    for note in named:
        x, y = on_screen(figure, note["x"], note["y"])
        half = longest([note["text"]]) / 2
        boxes.append(
            (x + note["ax"] - half, y + note["ay"] - LINE / 2, x + note["ax"] + half, y + note["ay"] + LINE / 2)
        )
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 0.1 or other[3] <= one[1] + 0.1
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert right <= WIDTH
        assert top >= -0.1
        assert bottom <= DRAWING + 0.1
        for x, y in (on_screen(figure, note["x"], note["y"]) for note in named):
            assert not (left < x < right and top < y < bottom)


def test_the_line_of_least_squares() -> None:
    line, *_ = drawn(rows(*[(x, 2 * x + 1, 1) for x in range(6)]), fit=True)["data"]
    assert line["mode"] == "lines"
    assert (line["x"], line["y"]) == ([0, 5], pytest.approx([1, 11]))


@pytest.mark.parametrize("points", [[(1, 1, 1), (2, 2, 2)], [(1, n, 1) for n in range(9)]])
def test_no_line_where_none_can_be_drawn(points: list[Point]) -> None:
    assert len(drawn(rows(*points), fit=True)["data"]) == 2


@pytest.mark.parametrize("points", [[], [(nan, 1, 1)], [(1, 1, nan)], [(n, n * n, n) for n in range(9)]])
def test_plotly_accepts_the_figure(points: list[Point]) -> None:
    go.Figure(drawn(rows(*points), ("0",), fit=True))
