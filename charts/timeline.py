"""Lines over time, labelled where they end; gaps stay gaps and breaks are marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from charts.labels import apart
from charts.theme import Captions, Theme, figure, layout

HEIGHT: Final = 420
TOP: Final = 56
BOTTOM: Final = 76
LABEL_HEIGHT: Final = 17
UNCERTAIN: Final = frozenset("UPE")
LETTER: Final = 7.2
"""Mean width of a letter at the labels' size, in pixels; leaves room for the longest name."""


@dataclass(frozen=True)
class Line:
    """How one area is drawn."""

    area: str
    name: str
    colour: str
    width: float = 2.0


def timeline(
    frame: pd.DataFrame,
    lines: Sequence[Line],
    marks: Mapping[str, str],
    captions: Captions,
    theme: Theme,
    decimals: int,
    years: tuple[int, int],
) -> go.Figure:
    """One line an area.

    frame: area, period, value, status; lines in the order of drawing, the last on top, those without rows
    are left out; marks: what to say of the periods at which a series breaks; years: the span that the reader chose,
    shaded; separators: decimal and thousands mark as plotly wants them (",." for German).
    """
    points = with_gaps(frame)
    low, high = _range(points["value"])
    drawn = layout(theme, captions, HEIGHT, BOTTOM)
    drawn |= {
        "hovermode": "x unified",
        "margin": {"t": TOP, "b": BOTTOM, "l": 0, "r": 12 + LETTER * max(len(line.name) for line in lines)},
        "xaxis": _time_axis(theme),
        "yaxis": _value_axis(theme, low, high, decimals),
        "shapes": [_span(years, theme), *(_break_line(period, theme) for period in marks)],
    }
    drawn["annotations"] += [_break_label(period, reason, theme) for period, reason in marks.items()]
    drawn["annotations"] += _labels(points, lines, low, high)
    by_area = {str(area): rows for area, rows in points.groupby("area")}
    return figure([trace(by_area[line.area], line, decimals) for line in lines if line.area in by_area], drawn)


def with_gaps(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows in order of time, with an empty one before each break so that no line crosses it."""
    points = frame.assign(x=frame["period"].str[:4].astype(float))
    before = points[points["status"] == "B"].assign(value=float("nan"), status="")
    before["x"] -= 0.5
    points = pd.concat([points, before]) if len(before) else points
    return points.sort_values(["area", "x"], kind="stable", ignore_index=True)


def _range(values: pd.Series) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    room = 0.06 * (high - low) or abs(high) * 0.1 or 1.0
    return low - room, high + room


def trace(rows: pd.DataFrame, line: Line, decimals: int) -> dict[str, Any]:
    uncertain = [status in UNCERTAIN for status in rows["status"]]
    return {
        "type": "scatter",
        "name": line.name,
        **_times(rows["x"].tolist()),
        "y": [None if pd.isna(value) else round(value, decimals + 1) for value in rows["value"]],
        "line": {"color": line.colour, "width": line.width},
        **(
            {"marker": {"symbol": ["circle-open" if open_ else "circle" for open_ in uncertain]}}
            if any(uncertain)
            else {}
        ),
        "hovertemplate": f"%{{y:,.{decimals}f}}",
    }


def _times(x: list[float]) -> dict[str, Any]:
    """Every year without a gap as first and step, else as they are; shorter to send."""
    even = all(later - earlier == 1 for earlier, later in pairwise(x))
    return {"x0": x[0], "dx": 1} if even else {"x": x}


def _value_axis(theme: Theme, low: float, high: float, decimals: int) -> dict[str, Any]:
    return {
        "range": [low, high],
        "gridcolor": theme.grid,
        "zeroline": low < 0 < high,
        "zerolinecolor": theme.muted,
        "automargin": True,
        "tickfont": {"color": theme.muted},
        "tickformat": f",.{decimals}f",
        "fixedrange": True,
    }


def _span(years: tuple[int, int], theme: Theme) -> dict[str, Any]:
    """The years that the reader chose, shaded."""
    return {
        "type": "rect",
        "x0": years[0],
        "x1": years[1],
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "fillcolor": theme.muted,
        "opacity": 0.07,
        "line": {"width": 0},
        "layer": "below",
    }


def _break_line(period: str, theme: Theme) -> dict[str, Any]:
    x = int(period[:4]) - 0.5
    line = {"color": theme.muted, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _time_axis(theme: Theme) -> dict[str, Any]:
    return {
        "showgrid": False,
        "tickformat": "d",
        "ticks": "outside",
        "tickcolor": theme.grid,
        "linecolor": theme.grid,
        "tickfont": {"color": theme.muted},
        "fixedrange": True,
        "hoverformat": "d",
    }


def _break_label(period: str, reason: str, theme: Theme) -> dict[str, Any]:
    return {
        "x": int(period[:4]) - 0.5,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xref": "x",
        "xanchor": "center",
        "text": period,
        "hovertext": f"{period}: {reason}",
        "showarrow": False,
        "font": {"color": theme.muted, "size": 11},
    }


def _labels(points: pd.DataFrame, lines: Sequence[Line], low: float, high: float) -> list[dict[str, Any]]:
    """The lines' names beside their ends, moved apart where they would cover each other."""
    ends = points.dropna(subset=["value"]).groupby("area")["value"].last()
    named = [line for line in lines if line.area in ends.index]
    per_pixel = (high - low) / (HEIGHT - TOP - BOTTOM)
    # Plotly leaves out a label whose middle is outside the axis, be it by a rounding.
    inset = per_pixel
    places = apart([float(ends[line.area]) for line in named], LABEL_HEIGHT * per_pixel, low + inset, high - inset)
    return [
        {
            "x": 1,
            "y": round(place, 4),
            "yanchor": "middle",
            "text": f"<b>{line.name}</b>" if line.width > 2 else line.name,
            "xshift": 6,
            "font": {"color": line.colour},
        }
        for line, place in zip(named, places, strict=True)
    ]
