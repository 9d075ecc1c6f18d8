"""Lines over time, labelled where they end; gaps stay gaps and breaks are marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from charts.theme import Captions, Theme, layout

HEIGHT: Final = 420
TOP: Final = 56
BOTTOM: Final = 76
LABEL_HEIGHT: Final = 17
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
    separators: str,
) -> go.Figure:
    """One line an area.

    frame: area, period, value, status; lines in the order of drawing, the last on top; marks: what to say
    of the periods at which a series breaks; years: the span that the reader chose, shaded; separators:
    decimal and thousands mark as plotly wants them (",." for German).
    """
    drawn = {line.area: _with_gaps(frame[frame["area"] == line.area]) for line in lines}
    low, high = _range(pd.concat([rows["value"] for rows in drawn.values()]))
    figure = go.Figure([_trace(drawn[line.area], line, decimals) for line in lines])
    figure.update_layout(layout(theme, captions, HEIGHT, BOTTOM))
    figure.update_layout(
        separators=separators,
        hovermode="x unified",
        margin={"t": TOP, "b": BOTTOM, "l": 0, "r": 12 + LETTER * max(len(line.name) for line in lines)},
        xaxis=_time_axis(theme),
        yaxis={
            "range": [low, high],
            "gridcolor": theme.grid,
            "zeroline": low < 0 < high,
            "zerolinecolor": theme.muted,
            "automargin": True,
            "tickfont": {"color": theme.muted},
            "tickformat": f",.{decimals}f",
            "fixedrange": True,
        },
    )
    figure.add_vrect(x0=years[0], x1=years[1], fillcolor=theme.muted, opacity=0.07, line_width=0, layer="below")
    for period, reason in marks.items():
        figure.add_vline(x=int(period[:4]) - 0.5, line={"color": theme.muted, "width": 1, "dash": "dot"})
        figure.add_annotation(_break_label(period, reason, theme))
    for label in _labels(drawn, lines, low, high):
        figure.add_annotation(label)
    return figure


def _with_gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in order of time, with an empty one before each break so that no line crosses it."""
    rows = rows.assign(x=rows["period"].str[:4].astype(float))
    before = rows[rows["status"] == "B"].assign(value=float("nan"), status="")
    before["x"] -= 0.5
    return pd.concat([rows, before]).sort_values("x", kind="stable", ignore_index=True)


def _range(values: pd.Series) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    room = 0.06 * (high - low) or abs(high) * 0.1 or 1.0
    return low - room, high + room


def _trace(rows: pd.DataFrame, line: Line, decimals: int) -> go.Scatter:
    uncertain = rows["status"].isin(["U", "P", "E"])
    return go.Scatter(
        name=line.name,
        x=rows["x"].tolist(),
        y=[None if pd.isna(value) else round(value, decimals + 1) for value in rows["value"]],
        mode="lines+markers",
        line={"color": line.colour, "width": line.width},
        marker={"size": 5, "symbol": ["circle-open" if open_ else "circle" for open_ in uncertain]},
        hovertemplate=f"%{{y:,.{decimals}f}}",
    )


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
        "text": period,
        "hovertext": f"{period}: {reason}",
        "showarrow": False,
        "font": {"color": theme.muted, "size": 11},
    }


def _labels(drawn: Mapping[str, pd.DataFrame], lines: Sequence[Line], low: float, high: float) -> list[dict[str, Any]]:
    """The lines' names beside their ends, moved apart where they would cover each other."""
    ends = []
    for line in lines:
        there = drawn[line.area].dropna(subset=["value"])
        if not there.empty:
            ends.append((float(there["value"].iloc[-1]), float(there["x"].iloc[-1]), line))
    per_pixel = (high - low) / (HEIGHT - TOP - BOTTOM)
    places = _apart([end[0] for end in ends], LABEL_HEIGHT * per_pixel, low, high)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "y": place,
            "yanchor": "middle",
            "text": line.name,
            "showarrow": False,
            "xshift": 6,
            "font": {"color": line.colour, "size": 13, "weight": 600 if line.width > 2 else 400},
        }
        for (_, _, line), place in zip(ends, places, strict=True)
    ]


def _apart(wanted: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Places between low and high, as near to the wanted ones as a least distance between neighbours allows."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    runs: list[tuple[float, int]] = []
    for i in order:
        runs.append((wanted[i], 1))
        while len(runs) > 1 and runs[-1][0] - runs[-2][0] < least * (runs[-1][1] + runs[-2][1]) / 2:
            (lower, below), (upper, above) = runs[-2:]
            runs[-2:] = [((lower * below + upper * above) / (below + above), below + above)]
        centre, n = runs[-1]
        reach = least * (n - 1) / 2
        runs[-1] = (max(min(centre, high - reach), low + reach), n)
    placed = [centre + least * (k - (n - 1) / 2) for centre, n in runs for k in range(n)]
    return [place for _, place in sorted(zip(order, placed, strict=True))]
