"""Bars: their order, their colours, and room for their labels."""

from math import nan

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.ranking import ranking
from charts.theme import DARK, LIGHT, Captions, Figure, Theme

CAPTIONS = Captions("Rangfolge", "in %", "Quelle: Stadt", "de")


def bars(*values: float) -> pd.DataFrame:
    rows = [(str(n), f"Ort {n}", value, f"{value} %") for n, value in enumerate(values)]
    return pd.DataFrame(rows, columns=["area", "name", "value", "label"])


def drawn(frame: pd.DataFrame, lit: tuple[str, ...] = (), theme: Theme = LIGHT) -> Figure:
    found: Figure = ranking(frame, lit, CAPTIONS, theme)
    return found


def test_the_first_is_on_top_with_its_label() -> None:
    figure = drawn(bars(20, 10, -5))
    (trace,) = figure["data"]
    assert figure["layout"]["yaxis"]["autorange"] == "reversed"
    assert list(zip(trace["y"], trace["x"], strict=True)) == [("Ort 0", 20), ("Ort 1", 10), ("Ort 2", -5)]
    assert list(trace["text"]) == ["20 %", "10 %", "-5 %"]
    assert trace["customdata"] == ["20 %", "10 %", "-5 %"]
    assert figure["layout"]["separators"] == ",."


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_lit_bars_have_the_accent(theme: Theme) -> None:
    (trace,) = drawn(bars(20, 10, -5), lit=("1",), theme=theme)["data"]
    assert trace["marker"]["color"] == [theme.bar, theme.accent, theme.bar]


@pytest.mark.parametrize("values", [(20, 9), (20, -5), (-5, -20), (0, 0), (0.001,)])
def test_zero_is_in_the_picture_and_labels_have_room(values: tuple[float, ...]) -> None:
    low, high = drawn(bars(*values))["layout"]["xaxis"]["range"]
    widest = max(*values, 0) - min(*values, 0)
    assert low <= min(*values, 0) <= max(*values, 0) < high
    assert high - max(*values, 0) >= 0.2 * widest
    if min(values) < 0:
        assert min(values) - low >= 0.2 * widest


def test_each_bar_has_the_same_height() -> None:
    heights = [drawn(bars(*range(n)))["layout"]["height"] for n in (1, 2, 63)]
    assert heights[2] - heights[1] == 61 * (heights[1] - heights[0])


def test_bars_that_would_look_alike_are_dots_on_an_axis_that_says_where_it_begins() -> None:
    figure = drawn(bars(132, 118, 102), lit=("2",))
    points, labels = figure["data"]
    assert (points["type"], points["mode"]) == ("scatter", "markers")
    assert list(zip(points["y"], points["x"], strict=True)) == [("Ort 0", 132), ("Ort 1", 118), ("Ort 2", 102)]
    assert (labels["x"], [text.strip() for text in labels["text"]]) == ([132, 118, 102], ["132 %", "118 %", "102 %"])
    axis = figure["layout"]["xaxis"]
    assert 0 < axis["range"][0] < 102 < 132 < axis["range"][1]
    assert axis["title"]["text"] == "die Skala beginnt nicht bei null"
    assert "visible" not in axis
    assert figure["layout"]["yaxis"]["range"] == [2.5, -0.5]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ((100, 51), "scatter"),
        ((100, 50), "bar"),
        ((-51, -100), "scatter"),
        ((100, -60), "bar"),
        ((5, 0), "bar"),
        ((7, 7), "bar"),
        ((7,), "bar"),
    ],
)
def test_which_bars_look_alike(values: tuple[float, ...], kind: str) -> None:
    """The nearest to zero is more than half of the furthest; all equal or a single one is a bar."""
    assert drawn(bars(*values))["data"][0]["type"] == kind


def test_changes_are_bars_from_zero_however_alike() -> None:
    assert ranking(bars(20, 19), (), CAPTIONS, LIGHT, from_zero=True)["data"][0]["type"] == "bar"


@pytest.mark.parametrize("values", [(20.0, 5.0, 2.0), (20.0, 15.0, 12.0)])
def test_limits_are_lines_through_the_ends_with_the_figures_beside_them(values: tuple[float, ...]) -> None:
    """Of the last nobody knows limits."""
    frame = bars(*values).assign(low=[18.0, values[1] - 1, nan], high=[25.0, values[1] + 2, nan])
    frame["told"] = ["Grenzen 18 bis 25", "Grenzen", ""]
    ends, labels = drawn(frame)["data"]
    assert (ends["error_x"]["array"], ends["error_x"]["arrayminus"]) == ([5, 2, 0], [2, 1, 0])
    assert labels["x"] == [25, values[1] + 2, values[2]]
    assert ends["customdata"][0] == "20.0 %<br>Grenzen 18 bis 25"
    assert ends["customdata"][2] == f"{values[2]} %"
    low, high = drawn(frame)["layout"]["xaxis"]["range"]
    assert low <= (0 if values[2] == 2 else 11.9)
    assert high > 25


@pytest.mark.parametrize("values", [(20, 10, -5), (0,), (20, 15)])
def test_plotly_accepts_the_figure(values: tuple[float, ...]) -> None:
    go.Figure(drawn(bars(*values), lit=("0",)))
    go.Figure(drawn(bars(*values).assign(low=nan, high=nan, told=""), lit=("0",)))
