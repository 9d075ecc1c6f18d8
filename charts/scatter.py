"""Two indicators against each other, a point a district."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin, sqrt
from typing import Any, Final

import pandas as pd

from charts.axes import line, value_axis
from charts.labels import LINE, depth, extent, longest, short, shown, tick_step
from charts.theme import Captions, Figure, Theme, figure, layout
from indicators.analysis.relation import straight_line
from locales import Language, number
from words.units import with_unit

TOP: Final = 88
AXIS: Final = 48
DRAWING: Final = 380
SMALLEST: Final = 7
LARGEST: Final = 26
"""Diameters of points, in pixels."""

CLOSE: Final = 2
NEAR: Final = 50
"""How far names stand from their points: at least, and at most to keep off points without names, in pixels."""

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

    def told(self, lang: Language, value: float) -> str:
        """A value with its unit, in words."""
        shown = number(lang, value, self.decimals)
        return with_unit(lang, shown, self.unit)


def scatter(
    rows: pd.DataFrame,
    lit: Mapping[str, str],
    axes: tuple[Axis, Axis],
    fit: bool,
    captions: Captions,
    theme: Theme,
    width: int = 640,
) -> Figure:
    """One point a district, whose area shows its size.

    rows: area, name, x, y, size (population; NaN is drawn as the smallest); those that lack x or y are left out.
    lit: colour by area, of the points with names; axes: horizontal and vertical; fit: whether the line of least
    squares is drawn; width: on which no two names may overlap, in pixels.
    """
    there = rows.dropna(subset=["x", "y"])
    there = there.assign(diameter=_diameters(there["size"]))
    named = there["area"].isin(list(lit))
    ends = extent(there["x"]), extent(there["y"])
    # In a line that is broken where a window is narrow.
    captions = replace(captions, subtitle=f"{captions.subtitle} · n = {len(there)}")
    below = AXIS + depth(captions)
    left = longest([f"{end:,.{axes[1].decimals}f}" for end in ends[1]]) + 12
    drawn = layout(theme, captions, TOP + DRAWING + below, below, top=TOP, left=left, right=LARGEST // 2) | {
        "xaxis": value_axis(theme, ends[0], *tick_step(*ends[0], axes[0].decimals))
        | {"title": {"text": axes[0].label, "font": {"size": 12}, "standoff": 6}},
        "yaxis": value_axis(theme, ends[1], *tick_step(*ends[1], axes[1].decimals)),
        "hovermode": "closest",
    }
    drawn["annotations"].append(_above(axes[1].label, theme, {"x": 0, "xshift": -round(left)}))
    drawn["annotations"] += _names(there, lit, ends, width)
    return figure(
        [
            *(_fitted(there, theme) if fit else []),
            _points(there[~named], axes, captions.lang, theme),
            _points(there[named], axes, captions.lang, theme, [lit[area] for area in there.loc[named, "area"]]),
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
    rows: pd.DataFrame, axes: tuple[Axis, Axis], lang: Language, theme: Theme, colours: Sequence[str] | None = None
) -> dict[str, Any]:
    x, y = axes
    return {
        "type": "scatter",
        "mode": "markers",
        "x": shown(rows["x"], x.decimals),
        "y": shown(rows["y"], y.decimals),
        "ids": rows["area"].tolist(),
        "text": rows["name"].tolist(),
        "marker": {
            "size": rows["diameter"].tolist(),
            "color": colours or theme.no_value,
            "line": {"color": theme.outline, "width": 1},
            "opacity": 1 if colours else 0.7,
        },
        "cliponaxis": False,
        "customdata": [
            [x.told(lang, one), y.told(lang, other)] for one, other in zip(rows["x"], rows["y"], strict=True)
        ],
        "hovertemplate": f"<b>%{{text}}</b><br>{x.title}: %{{customdata[0]}}<br>{y.title}: %{{customdata[1]}}"
        "<extra></extra>",
    }


def _fitted(rows: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    """The line of least squares from the first to the last point, where there is one."""
    fit = straight_line(rows["x"], rows["y"])
    if fit is None:
        return []
    x = [short(end) for end in (rows["x"].min(), rows["x"].max())]
    y = [short(fit.intercept + fit.slope * float(end)) for end in (rows["x"].min(), rows["x"].max())]
    return [line(x, y, {"color": theme.muted, "width": 1.5, "dash": "dash"})]


def _above(words: str, theme: Theme, place: dict[str, Any]) -> dict[str, Any]:
    """Words above the drawing."""
    font = {"size": 12, "color": theme.text}
    return {"text": words, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 6, "font": font} | place


def _names(
    rows: pd.DataFrame, lit: Mapping[str, str], ends: tuple[tuple[float, float], tuple[float, float]], width: int
) -> list[dict[str, Any]]:
    """The names of the lit points beside them, clear of other names and lit points, and best of all points."""
    (left, right), (low, high) = ends
    x = (rows["x"] - left) / (right - left) * width
    y = (high - rows["y"]) / (high - low) * DRAWING
    radius = rows["diameter"] / 2
    points = list(zip(x - radius, y - radius, x + radius, y + radius, strict=True))
    named = [n for n, area in enumerate(rows["area"]) if area in lit]
    others = [box for n, box in enumerate(points) if n not in named]
    taken, notes = [points[n] for n in named], []
    for n in named:
        row, half = rows.iloc[n], longest([rows["name"].iloc[n]]) / 2 + 3
        at = float(x.iloc[n]), float(y.iloc[n])
        found = _beside(at, float(radius.iloc[n]), half, [*taken, *others], width, NEAR)
        ax, ay, reach = found or _beside(at, float(radius.iloc[n]), half, taken, width, DRAWING) or (0, 0, 0)
        taken.append(_box(at[0] + ax, at[1] + ay, half))
        leader = lit[row["area"]] if reach > CLOSE else "rgba(0,0,0,0)"
        notes.append(_note(row, (ax, ay), lit[row["area"]], leader))
    return notes


def _beside(
    at: tuple[float, float], radius: float, half: float, taken: Sequence[Box], width: int, most: int
) -> tuple[int, int, int] | None:
    """How far right and down of its point, and from its edge, a name finds the nearest free place inside, if any."""
    for reach in range(CLOSE, most, LINE):
        for angle in (0, 4, 2, 6, 1, 3, 5, 7):
            right, down = cos(angle * pi / 4), -sin(angle * pi / 4)
            ax = round((radius + reach) * right + half * (right > 0.5) - half * (right < -0.5))
            ay = round((radius + reach) * down + LINE / 2 * (down > 0.5) - LINE / 2 * (down < -0.5))
            box = _box(at[0] + ax, at[1] + ay, half)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= DRAWING
            if inside and not any(_cover(box, other) for other in taken):
                return ax, ay, reach
    return None


def _box(x: float, y: float, half: float) -> Box:
    return x - half, y - LINE / 2, x + half, y + LINE / 2


def _cover(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _note(row: pd.Series, offset: tuple[int, int], colour: str, leader: str) -> dict[str, Any]:
    """A name at its place, with a thin line to its point."""
    place = {"x": short(row["x"]), "y": short(row["y"]), "xref": "x", "xanchor": "center", "borderpad": 0}
    line = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": leader, "standoff": row["diameter"] / 2}
    font = {"color": colour, "size": 12}
    return {"text": row["name"], **place, "ax": offset[0], "ay": offset[1], **line, "font": font}
