"""Bars: their order, their colours, and room for their labels."""

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
    assert figure["layout"]["separators"] == ",."


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_lit_bars_have_the_accent(theme: Theme) -> None:
    (trace,) = drawn(bars(20, 10, -5), lit=("1",), theme=theme)["data"]
    marker = trace["marker"]
    colours = dict(marker["colorscale"])
    assert [colours[place] for place in marker["color"]] == [theme.bar, theme.accent, theme.bar]
    assert (marker["cmin"], marker["cmax"]) == (0, 1)


@pytest.mark.parametrize("values", [(20, 10), (20, -5), (-5, -20), (0, 0), (0.001,)])
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


@pytest.mark.parametrize("values", [(20, 10, -5), (0,)])
def test_plotly_accepts_the_figure(values: tuple[float, ...]) -> None:
    go.Figure(drawn(bars(*values), lit=("0",)))
