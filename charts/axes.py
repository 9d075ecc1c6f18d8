"""Axes, lines and scales of colours, as most pictures have them."""

from collections.abc import Sequence
from typing import Any

from charts.theme import Theme


def axis(theme: Theme, **own: Any) -> dict[str, Any]:
    """An axis with its numbers in the muted colour. own: what plotly's axes take."""
    return {"fixedrange": True, "tickfont": {"color": theme.muted}, **own}


def value_axis(theme: Theme, ends: tuple[float, float], step: float, decimals: int) -> dict[str, Any]:
    """An axis of values with lines at its steps, and a stronger one at zero where that is inside."""
    low, high = ends
    lines = {"gridcolor": theme.grid, "zeroline": low < 0 < high, "zerolinecolor": theme.muted}
    return axis(theme, range=[low, high], tickformat=f",.{decimals}f", tick0=0, dtick=step, **lines)


def names_axis(
    names: Sequence[str], places: Sequence[float], ends: tuple[float, float], size: int, theme: Theme
) -> dict[str, Any]:
    """An axis of names beside their places. ends: of the axis, at the foot and at the top; size: of the letters."""
    clear = {"ticks": "outside", "tickcolor": theme.background, "showgrid": False, "zeroline": False}
    stands = {"tickvals": list(places), "ticktext": list(names), "tickfont": {"size": size}}
    return {"range": list(ends), "fixedrange": True, **clear, **stands}


def hidden_axis(low: float, high: float) -> dict[str, Any]:
    """An axis that only says where things stand."""
    return {"range": [low, high], "visible": False, "fixedrange": True}


def bar_ends(values: Sequence[float], room: float) -> tuple[float, float]:
    """Where an axis of bars from zero begins and ends. room: for labels beside them, as a share of their span."""
    low, high = min([*values, 0.0]), max([*values, 0.0])
    beside = room * ((high - low) or 1.0)
    return low - (beside if low < 0 else 0), high + beside


def shaded(years: tuple[float, float], theme: Theme) -> dict[str, Any]:
    """The years that the reader chose, as a strip behind everything else."""
    edges = {"x0": years[0], "x1": years[1], "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "rect", **edges, "fillcolor": theme.muted, "opacity": 0.07, "line": {"width": 0}, "layer": "below"}


def upright(x: float, theme: Theme, **line: str) -> dict[str, Any]:
    """A thin line over the height of the drawing. line: what else plotly's lines take."""
    ends = {"x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "line", **ends, "line": {"color": theme.muted, "width": 1, **line}}


def scale(colours: Sequence[str]) -> list[list[float | str]]:
    """Plotly's colour scale of classes of equal width."""
    return [[at / len(colours), colour] for n, colour in enumerate(colours) for at in (n, n + 1)]


def line(x: Sequence[float | None], y: Sequence[float | None], look: dict[str, Any], **own: Any) -> dict[str, Any]:
    """A trace without marks and tooltips. look: of the line; own: what else plotly's traces take."""
    place = {"x": list(x), "y": list(y)}
    return {"type": "scatter", "mode": "lines", **place, "line": look, "hoverinfo": "skip", **own}


def texts(
    x: Sequence[float], y: Sequence[float | str], text: Sequence[str], side: str, font: dict[str, Any], **own: Any
) -> dict[str, Any]:
    """A trace of words beside their places. side: `right` or `left` of them."""
    place = {"x": list(x), "y": list(y), "text": list(text), "textposition": f"middle {side}"}
    return {
        "type": "scatter",
        "mode": "text",
        **place,
        "textfont": font,
        "cliponaxis": False,
        "hoverinfo": "skip",
        **own,
    }


def colour_bar(places: Sequence[float], labels: Sequence[str], pad: int, theme: Theme, **own: Any) -> dict[str, Any]:
    """A scale of colours below the drawing, as wide as it. places: of the labels; pad: pixels above it."""
    place = {"orientation": "h", "x": 0, "xanchor": "left", "len": 1, "y": 0, "yanchor": "top", "xpad": 0, "ypad": pad}
    ticks = {"tickvals": list(places), "ticktext": list(labels), "tickfont": {"size": 11, "color": theme.muted}}
    return {**place, "thickness": 12, "outlinewidth": 0, "ticks": "", **ticks, **own}


def plain(colour: str) -> dict[str, Any]:
    """What makes a trace of areas or cells show one colour, whatever their values, without a scale beside it."""
    return {"colorscale": [[0, colour], [1, colour]], "showscale": False}
