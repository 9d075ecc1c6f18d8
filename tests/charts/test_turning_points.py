"""Turning points: each place once, at its year, in its lane, covering no other."""

from itertools import combinations
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.theme import DARK, LIGHT, Captions, Figure, Theme
from charts.turning_points import POINT, turning_points

CAPTIONS = Captions("Tiefster Stand", "● Ortsteil", "Quelle: Stadt", "de")
Point = tuple[str, str, str]
"""Lane, lowest year, state."""


def rows(*points: Point, named: tuple[int, ...] = ()) -> pd.DataFrame:
    cells = [
        (str(n), f"Ort {n}", lane, low, state, "#123456" if n in named else "", f"told {n}")
        for n, (lane, low, state) in enumerate(points)
    ]
    return pd.DataFrame(cells, columns=["area", "name", "lane", "low", "state", "colour", "told"])


def lanes(**lows: str) -> pd.DataFrame:
    cells = [(area, f"Bezirk {area}", low, f"told {area}") for area, low in lows.items()]
    return pd.DataFrame(cells, columns=["area", "name", "low", "told"])


def drawn(points: pd.DataFrame, own: pd.DataFrame, theme: Theme = LIGHT) -> Figure:
    figure: Figure = turning_points(points, own, (2012, 2024), CAPTIONS, theme)
    return figure


def places(figure: dict[str, Any]) -> dict[str, tuple[int, float]]:
    """Where each point stands, by what its tooltip says."""
    traces = [trace for trace in figure["data"] if trace["name"] != "lane"]
    return {told: (x, y) for trace in traces for told, x, y in zip(trace["text"], trace["x"], trace["y"], strict=True)}


LANES = lanes(a="2000", b="2005", c="")
POINTS = rows(("a", "2000", "first"), ("b", "2005", "turned"), ("b", "2024", "last"), ("b", "", "too few"))


def test_every_place_stands_at_its_year_with_the_sign_of_its_state() -> None:
    figure = drawn(POINTS, LANES)
    assert {told: x for told, (x, _) in places(figure).items()} == {"told 0": 2000, "told 1": 2005, "told 2": 2024}
    symbols = {trace["name"]: trace["marker"]["symbol"] for trace in figure["data"] if trace["name"] != "lane"}
    assert symbols == {"first": "circle-open", "turned": "circle", "last": "triangle-down"}


def test_lanes_stand_below_each_other_with_their_own_year() -> None:
    figure = drawn(POINTS, LANES)
    assert list(figure["layout"]["yaxis"]["ticktext"]) == ["Bezirk a", "Bezirk b", "Bezirk c"]
    assert list(figure["layout"]["yaxis"]["tickvals"]) == sorted(figure["layout"]["yaxis"]["tickvals"])
    strokes = [trace for trace in figure["data"] if trace["name"] == "lane"]
    assert [(trace["text"], round(trace["x"][0])) for trace in strokes] == [("told a", 2000), ("told b", 2005)]


def test_followed_places_have_names_in_rows_of_their_own() -> None:
    figure = drawn(rows(*[("a", "2000", "first")] * 4, ("a", "2024", "last"), named=(1, 4)), lanes(a="2000"))
    names = {note["text"]: note for note in figure["layout"]["annotations"] if note["text"].startswith("Ort")}
    assert {name: note["xanchor"] for name, note in names.items()} == {"Ort 1": "left", "Ort 4": "right"}
    heights = [y for _, y in places(figure).values()]
    assert all(heights.count(note["y"]) == 1 for note in names.values())


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ab"), st.integers(2000, 2004).map(str), st.sampled_from(["first", "turned", "last"])
        ),
        min_size=1,
        max_size=30,
    ),
    st.sets(st.integers(0, 29), max_size=6),
)
def test_no_point_covers_another_or_leaves_its_lane(points: list[Point], named: set[int]) -> None:
    figure = drawn(rows(*points, named=tuple(named)), lanes(a="2000", b="2001"))
    found = places(figure)
    assert len(found) == len(points)
    for (x, y), (other_x, other_y) in combinations(found.values(), 2):
        assert x != other_x or abs(y - other_y) >= POINT
    floors = [shape["y0"] for shape in figure["layout"]["shapes"] if shape["type"] == "line"]
    for n, (lane, *_) in enumerate(points):
        y = found[f"told {n}"][1]
        top, bottom = (0, floors[0]) if lane == "a" else (floors[0], floors[1])
        assert top + POINT / 2 <= y <= bottom - POINT / 2


def test_the_chosen_years_are_shaded() -> None:
    (span,) = (shape for shape in drawn(POINTS, LANES)["layout"]["shapes"] if shape["type"] == "rect")
    assert (span["x0"], span["x1"]) == (2012, 2024)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("points", [POINTS, POINTS.iloc[3:], rows(*[("a", "2000", "first")], named=(0,))])
def test_plotly_accepts_the_figure(points: pd.DataFrame, theme: Theme) -> None:
    go.Figure(drawn(points, LANES, theme))
