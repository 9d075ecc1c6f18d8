"""Two indicators against each other, a point a district."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from charts.labels import LINE, Counted, depth, extent, longest, short, shown, with_missing
from charts.theme import Captions, Theme, figure, layout
from indicators.relation import straight_line

TOP: Final = 88
AXIS: Final = 48
DRAWING: Final = 380
SMALLEST: Final = 7
LARGEST: Final = 26
"""Diameters of points, in pixels."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""


@dataclass(frozen=True)
class Axis:
    """What one axis counts, in what, and with how many decimals."""

    title: str
    unit: str
    decimals: int

    @property
    def label(self) -> str:
        return f"{self.title} ({self.unit})"


def scatter(
    rows: pd.DataFrame,
    lit: Mapping[str, str],
    axes: tuple[Axis, Axis],
    fit: bool,
    captions: Captions,
    theme: Theme,
    missing: Counted | None = None,
    width: int = 640,
) -> go.Figure:
    """One point a district, whose area shows its size.

    rows: area, name, x, y, size (population; NaN is drawn as the smallest); those that lack x or y are left out.
    lit: colour by area, of the points with names; axes: horizontal and vertical; fit: whether the line of least
    squares is drawn; missing: says how many are left out; width: on which no two names may overlap, in pixels.
    """
    there = rows.dropna(subset=["x", "y"])
    captions = with_missing(captions, missing, len(rows) - len(there))
    there = there.assign(diameter=_diameters(there["size"]))
    named = there["area"].isin(list(lit))
    ends = extent(there["x"]), extent(there["y"])
    below = AXIS + depth(captions)
    drawn = layout(theme, captions, TOP + DRAWING + below, below)
    drawn["margin"] |= {"t": TOP, "r": LARGEST // 2}
    drawn |= {
        "xaxis": _scale(axes[0], ends[0], theme) | {"title": {"text": axes[0].label, "font": {"size": 12}}},
        "yaxis": _scale(axes[1], ends[1], theme) | {"automargin": True},
        "hovermode": "closest",
    }
    drawn["annotations"] += [_above(axes[1].label, 0, theme), _above(f"n = {len(there)}", 1, theme)]
    drawn["annotations"] += _names(there[named], lit, ends, width)
    return figure(
        [
            *(_fitted(there, theme) if fit else []),
            _points(there[~named], axes, theme) | {"opacity": 0.75},
            _points(there[named], axes, theme, [lit[area] for area in there.loc[named, "area"]]),
        ],
        drawn,
    )


def _diameters(sizes: pd.Series) -> list[float]:
    """Diameters of circles whose areas are in proportion to the sizes."""
    largest = sizes.max() if sizes.gt(0).any() else 1.0
    return [
        SMALLEST if pd.isna(size) else round(max(SMALLEST, LARGEST * sqrt(max(size, 0) / largest)), 1) for size in sizes
    ]


def _points(
    rows: pd.DataFrame, axes: tuple[Axis, Axis], theme: Theme, colours: Sequence[str] | None = None
) -> dict[str, Any]:
    x, y = axes
    return {
        "type": "scatter",
        "mode": "markers",
        "x": shown(rows["x"], x.decimals),
        "y": shown(rows["y"], y.decimals),
        "text": rows["name"].tolist(),
        "marker": {
            "size": rows["diameter"].tolist(),
            "color": colours or theme.no_value,
            "line": {"color": theme.outline, "width": 1},
        },
        "cliponaxis": False,
        "hovertemplate": f"<b>%{{text}}</b><br>{x.title}: %{{x:,.{x.decimals}f}} {x.unit}"
        f"<br>{y.title}: %{{y:,.{y.decimals}f}} {y.unit}<extra></extra>",
    }


def _fitted(rows: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    line = straight_line(rows["x"], rows["y"])
    if line is None:
        return []
    ends = float(rows["x"].min()), float(rows["x"].max())
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [short(x) for x in ends],
            "y": [short(line.intercept + line.slope * x) for x in ends],
            "line": {"color": theme.muted, "width": 1.5, "dash": "dash"},
            "hoverinfo": "skip",
        }
    ]


def _scale(axis: Axis, ends: tuple[float, float], theme: Theme) -> dict[str, Any]:
    return {
        "range": list(ends),
        "gridcolor": theme.grid,
        "zeroline": False,
        "tickfont": {"color": theme.muted},
        "tickformat": f",.{axis.decimals}f",
        "fixedrange": True,
    }


def _above(words: str, x: int, theme: Theme) -> dict[str, Any]:
    """Words above the drawing, at its left (0) or right (1) end."""
    place = {"x": x, "y": 1, "yref": "paper", "xanchor": "right" if x else "left", "yanchor": "bottom", "yshift": 4}
    return place | {"text": words, "font": {"size": 12, "color": theme.text}}


def _names(
    rows: pd.DataFrame, lit: Mapping[str, str], ends: tuple[tuple[float, float], tuple[float, float]], width: int
) -> list[dict[str, Any]]:
    """The names of the lit points beside them, each where it covers neither another name nor another lit point."""
    (left, right), (low, high) = ends
    x = ((rows["x"] - left) / (right - left) * width).tolist()
    y = ((high - rows["y"]) / (high - low) * DRAWING).tolist()
    radii = (rows["diameter"] / 2).tolist()
    taken = [(px - r, py - r, px + r, py + r) for px, py, r in zip(x, y, radii, strict=True)]
    notes = []
    for row, px, py, radius in zip(rows.to_dict("records"), x, y, radii, strict=True):
        half = longest([row["name"]]) / 2 + 3
        ax, ay = _beside(px, py, radius, half, taken, width)
        taken.append(_box(px + ax, py + ay, half))
        notes.append(_note(row["name"], (short(row["x"]), short(row["y"])), (ax, ay), radius, lit[row["area"]]))
    return notes


def _beside(x: float, y: float, radius: float, half: float, taken: Sequence[Box], width: int) -> tuple[int, int]:
    """How far right and down of its point a name stands: the nearest place inside that is free."""
    for reach in range(4, DRAWING, LINE):
        for angle in (0, 4, 2, 6, 1, 3, 5, 7):
            right, down = cos(angle * pi / 4), -sin(angle * pi / 4)
            ax = round((radius + reach) * right + half * (right > 0.5) - half * (right < -0.5))
            ay = round((radius + reach) * down + LINE / 2 * (down > 0.5) - LINE / 2 * (down < -0.5))
            box = _box(x + ax, y + ay, half)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= DRAWING
            if inside and not any(_cover(box, other) for other in taken):
                return ax, ay
    return round(half + radius), 0


def _box(x: float, y: float, half: float) -> Box:
    return x - half, y - LINE / 2, x + half, y + LINE / 2


def _cover(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _note(name: str, at: tuple[float, float], offset: tuple[int, int], radius: float, colour: str) -> dict[str, Any]:
    return {
        "text": name,
        "x": at[0],
        "y": at[1],
        "xref": "x",
        "ax": offset[0],
        "ay": offset[1],
        "xanchor": "center",
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": colour,
        "standoff": radius,
        "borderpad": 0,
        "font": {"color": colour, "size": 12},
    }
