"""Two years side by side: every district once, names that can be read at both ends."""

from itertools import pairwise
from math import nan
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.labels import LINE
from charts.slope import DRAWING, slope
from charts.theme import LIGHT, Captions, Figure

CAPTIONS = Captions("Einwohner", "Personen", "Quelle: Stadt", "de")
Ends = tuple[float, float]


def rows(*ends: Ends) -> pd.DataFrame:
    cells = [(str(n), f"Ort {n}", *pair) for n, pair in enumerate(ends)]
    return pd.DataFrame(cells, columns=["area", "name", "start_value", "end_value"])


def drawn(frame: pd.DataFrame, lit: tuple[str, ...] = (), **more: Any) -> Figure:
    colours = {area: LIGHT.lines[n % len(LIGHT.lines)] for n, area in enumerate(lit)}
    return slope(frame, colours, ("2012", "2022"), CAPTIONS, LIGHT, 1, **more)


def labels(figure: dict[str, Any], end: int) -> list[tuple[str, str, float, str]]:
    """Name, value, place and colour of the labels at one end."""
    trace = figure["data"][end - 2]
    return list(zip(trace["text"], trace["customdata"], trace["y"], trace["textfont"]["color"], strict=True))


def test_every_district_is_drawn_once_and_those_without_names_apart() -> None:
    others, *lit, _, _ = drawn(rows((1, 2), (3, 4), (5, 6), (7, 8)), ("2", "0"))["data"]
    assert others["y"] == [3, 4, None, 7, 8, None]
    assert others["x"] == [0, 1, None] * 2
    assert [(line["name"], line["y"], line["line"]["color"]) for line in lit] == [
        ("Ort 0", [1, 2], LIGHT.lines[1]),
        ("Ort 2", [5, 6], LIGHT.lines[0]),
    ]


def test_lit_districts_have_value_and_colour_at_both_ends_and_a_name_at_the_last() -> None:
    figure = drawn(rows((1, 50), (3, 4), (100, 6)), ("0",))
    assert labels(figure, 0) == [("", "1,0", 1, LIGHT.lines[0])]
    assert labels(figure, 1) == [("Ort 0", "50,0", 50, LIGHT.lines[0])]


def test_values_travel_as_they_are_shown() -> None:
    figure = drawn(rows((1.25, 2.999), (3.14159, 4)), ("1",))
    assert figure["data"][0]["y"] == [1.3, 3.0, None]
    assert figure["data"][0]["customdata"] == ["1,3", "3,0", ""]
    assert labels(figure, 0)[0][1] == "3,1"


def test_a_district_without_a_value_is_left_out() -> None:
    figure = drawn(rows((1, 2), (nan, 4), (5, nan)), ("1",))
    assert figure["data"][0]["y"] == [1, 2, None]
    assert labels(figure, 0) == []


def test_names_stand_at_the_end_only_so_that_a_phone_has_room_for_lines() -> None:
    figure = drawn(rows((1, 2)), ("0",))
    assert [name for name, *_ in labels(figure, 0)] == [""]
    assert [name for name, *_ in labels(figure, 1)] == ["Ort 0"]
    assert figure["layout"]["margin"]["l"] < figure["layout"]["margin"]["r"]


@given(st.lists(st.tuples(*[st.integers(-9999, 9999).map(float)] * 2), min_size=1, max_size=30))
def test_labels_never_cover_each_other(ends: list[Ends]) -> None:
    figure = drawn(rows(*ends), tuple(map(str, range(len(ends)))))
    low, high = figure["layout"]["yaxis"]["range"]
    margin = figure["layout"]["margin"]
    pixel = (high - low) / (figure["layout"]["height"] - margin["t"] - margin["b"])
    for end in (0, 1):
        places = sorted(place for _, _, place, _ in labels(figure, end))
        assert all(upper - lower >= LINE * pixel for lower, upper in pairwise(places))
        assert low - pixel <= places[0] <= places[-1] <= high + pixel


def test_the_picture_grows_with_its_names() -> None:
    frame = rows(*[(n, n) for n in range(63)])
    all_named = drawn(frame, tuple(map(str, range(63))))
    assert all_named["layout"]["height"] - drawn(frame)["layout"]["height"] >= 63 * LINE - DRAWING


@pytest.mark.parametrize("ends", [((1, 2), (3, nan)), ((5, 5),), ((nan, nan),), ()])
def test_plotly_accepts_the_figure(ends: tuple[Ends, ...]) -> None:
    go.Figure(drawn(rows(*ends), ("0",)))


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=2, max_size=40))
def test_the_outermost_labels_are_inside_the_axis(ends: list[Ends]) -> None:
    """Plotly leaves out a label whose middle is on the edge of the axis."""
    figure = drawn(rows(*ends), tuple(str(n) for n in range(len(ends))))
    low, high = figure["layout"]["yaxis"]["range"]
    pixel = (high - low) / 2000
    for end in (0, 1):
        assert all(low + pixel < place < high - pixel for _, _, place, _ in labels(figure, end))


def test_tooltips_say_what_needs_care() -> None:
    frame = rows((1, 2), (3, 4), (5, 6)).assign(note=["", "across a break in 2016", "at least one figure is doubtful"])
    others, line, *_ = drawn(frame, ("2",))["data"]
    noted = [f"{value}<br>across a break in 2016" for value in ("3,0", "4,0")]
    assert others["customdata"] == ["1,0", "2,0", "", *noted, ""]
    assert line["customdata"] == [f"{value}<br>at least one figure is doubtful" for value in ("5,0", "6,0")]
    assert all("%{customdata}" in trace["hovertemplate"] for trace in (others, line))
