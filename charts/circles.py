"""Maps of circles by size: one in each district, whose area is in proportion to its value.

Areas, not their looks: Flannery's compensation (1971), which draws larger circles larger than their values for readers
who underestimate them, is not used, so that a circle four times as large stands for a value four times as high.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor, isnan, log10, nan, sqrt
from typing import Any, Final

import pandas as pd

from charts import choropleth
from charts.axes import plain
from charts.choropleth import DISTRICT_LAYERS, HALF, HEIGHT, PAIR, STADTBEZIRKE, Legend
from charts.circle_names import circle_names
from charts.ground import Ground, full_width, geography
from charts.map_names import certain_names, in_bold
from charts.theme import Captions, Figure, Theme, figure

CIRCLES: Final = "circles"
SIZE: Final = "size"
"""The names of the layer of circles, and of what belongs to their legend."""
STEPS: Final = 36**2 - 1
"""Steps of a radius, from none to the largest: two digits of base 36."""
SEE_THROUGH: Final = "73"
"""Opacity of a circle, as the end of a colour."""
RADIUS: Final = {True: 24.0, False: 40.0}
"""Pixels of the largest radius, by whether districts are many."""
MANY: Final = 20
GAP: Final = 8
NUMBERS: Final = 11
"""Pixels between drawing and legend, and at least between the numbers beside its circles."""


@dataclass(frozen=True)
class Sizes:
    """A scale of circles: the largest value of each area that has any, and what its legend says, by value."""

    areas: Mapping[str, float]
    labels: Mapping[float, str]

    @property
    def largest(self) -> float:
        """The value of the largest radius; NaN without any."""
        return max(self.areas.values(), default=nan)

    def of(self, values: Iterable[float]) -> list[int | None]:
        """The radius of each value in steps of the largest; None for NaN."""
        return [None if isnan(value) else self._step(value) for value in values]

    def _step(self, value: float) -> int:
        return round(STEPS * sqrt(max(value, 0.0) / self.largest)) if self.largest else 0

    @property
    def radius(self) -> float:
        """Pixels of the largest radius on a map alone."""
        return RADIUS[len(self.areas) > MANY]


def round_sizes(largest: float, least: float) -> tuple[float, ...]:
    """Up to three round values for a legend, the first next below the largest, then about a fourth and a twentieth.

    least: that can be, such as 1 of what is counted.
    """
    if not largest >= least:
        return ()
    first = _below(largest, (1, 2, 3, 4, 5, 6, 8))
    found = (first, *(_below(first / part, (1, 2, 5)) for part in (4, 20)))
    return tuple(value for value in found if value >= least)


def _below(value: float, round_: Sequence[int]) -> float:
    """The next of some round numbers, times a power of ten, that is no higher."""
    power = 10.0 ** floor(log10(value) + 1e-9)
    return max(times * power for times in round_ if times * power <= value * (1 + 1e-9))


def pale(theme: Theme) -> str:
    """The colour of districts below their circles."""
    return theme.grid + "80"


def circle_map(
    districts: pd.DataFrame,
    sizes: Sizes,
    legend: Legend,
    hover: str,
    lit: Sequence[str],
    ground: Ground,
    captions: Captions,
    theme: Theme,
) -> Figure:
    """Pale districts with a circle each, smaller ones above larger ones; everything as in `choropleth.district_map`,
    whose tooltips districts and circles have."""
    radius = sizes.radius
    drawn = _drawing(HEIGHT, sizes, radius, legend, captions, theme) | {"geo": geography(ground)}
    drawn["meta"] = {"full": round(full_width(ground, HEIGHT))}
    layers = _layers(districts, sizes, radius, hover, lit, ground, theme)
    reach = {area: radius * sqrt(value / sizes.largest) for area, value in sizes.areas.items() if value}
    certain = certain_names(ground)
    written = [circle_names(ground, reach, theme), *([in_bold(certain, theme)] if certain else [])]
    return figure([*layers, *written], drawn)


def circle_pair(
    districts: tuple[pd.DataFrame, pd.DataFrame],
    headings: tuple[str, str],
    sizes: Sizes,
    legend: Legend,
    hover: str,
    lit: Sequence[str],
    ground: Ground,
    captions: Captions,
    theme: Theme,
) -> Figure:
    """Two maps of circles beside each other on one scale; everything else as in `choropleth.map_pair`."""
    full, single = (full_width(ground, height) for height in (PAIR, HEIGHT))
    radius = sizes.radius * full / single
    drawn = _drawing(PAIR, sizes, radius, legend, captions, theme) | {"meta": {"full": round(full / HALF)}}
    maps = [_layers(rows, sizes, radius, hover, lit, ground, theme) for rows in districts]
    return figure(choropleth.beside(maps, headings, ground, drawn), drawn)


def _layers(
    districts: pd.DataFrame,
    sizes: Sizes,
    radius: float,
    hover: str,
    lit: Sequence[str],
    ground: Ground,
    theme: Theme,
) -> list[dict[str, Any]]:
    absent = districts["shade"].isna()
    return [
        choropleth.without_value(districts[absent], theme, ground),
        _pale(districts[~absent], hover, ground, theme),
        choropleth.outline(ground.outlines, STADTBEZIRKE, theme.muted, 1.2),
        *([choropleth.outline(ground.districts, lit, theme.text, 2.4)] if lit else []),
        _circles(districts, sizes, radius, hover, ground, theme),
    ]


def _pale(districts: pd.DataFrame, hover: str, ground: Ground, theme: Theme) -> dict[str, Any]:
    """Districts with a value, which their circles show."""
    return choropleth.areas(districts, ground, theme) | {
        "name": DISTRICT_LAYERS[1],
        "z": [0] * len(districts),
        "customdata": choropleth.told(districts),
        "hovertemplate": hover,
        "marker": {"line": {"color": theme.bar, "width": 0.5}},
        **plain(pale(theme)),
    }


def _circles(
    districts: pd.DataFrame, sizes: Sizes, radius: float, hover: str, ground: Ground, theme: Theme
) -> dict[str, Any]:
    """A circle of every district, the largest first and so below the others; without a value, it has no size."""
    places = {area: (lon, lat) for area, _, lon, lat, _ in ground.names}
    rows = districts[districts["area"].isin(list(places))].sort_values("shade", ascending=False, kind="stable")
    there = [places[area] for area in rows["area"]]
    steps = sizes.of(rows["shade"].tolist())
    told = zip(choropleth.told(rows), rows["note"], steps, strict=True)
    return {
        "type": "scattergeo",
        "name": CIRCLES,
        "mode": "markers",
        "ids": rows["area"].tolist(),
        "lon": [lon for lon, _ in there],
        "lat": [lat for _, lat in there],
        "text": rows["name"].tolist(),
        "customdata": [note if step is None else own for own, note, step in told],
        "hovertemplate": [choropleth.WITHOUT if step is None else hover for step in steps],
        "marker": {
            "size": [round(2 * radius * (step or 0) / STEPS, 3) for step in steps],
            "sizemode": "diameter",
            "sizeref": 1,
            "color": theme.accent + SEE_THROUGH,
            "opacity": 1,
            "line": {"color": theme.accent, "width": 1},
        },
    }


def _drawing(
    height: int, sizes: Sizes, radius: float, legend: Legend, captions: Captions, theme: Theme
) -> dict[str, Any]:
    """The layout with the legend below the drawing: nested circles of round values, which stand on one line."""
    shown = _apart({value: radius * sqrt(value / sizes.largest) for value in sizes.labels})
    high = 2 * max(shown.values(), default=0.0)
    drawn = choropleth.drawing(height, replace(legend, counted=""), captions, theme, GAP + high + GAP)
    # A pointer next to a circle is on another district.
    drawn["hoverdistance"] = 1
    drawn["shapes"] = []
    for value, own in shown.items():
        top, middle, right = 2 * own - high - GAP, high / 2 + 1, high + GAP
        circle = {"type": "circle", "x0": middle - own, "x1": middle + own, "y0": -high - GAP, "y1": top}
        leader = {"type": "line", "x0": middle, "x1": right, "y0": top, "y1": top}
        drawn["shapes"] += [
            _in_pixels(circle) | {"fillcolor": theme.accent + SEE_THROUGH, "line": {"color": theme.accent, "width": 1}},
            _in_pixels(leader) | {"line": {"color": theme.muted, "width": 0.6}},
        ]
        at = {"x": 0, "xshift": right + 4, "yref": "paper", "y": 0, "yshift": top, "yanchor": "middle"}
        look = {"font": {"size": 11, "color": theme.muted}, "borderpad": 0}
        drawn["annotations"].append({"name": SIZE, "text": sizes.labels[value], **at, **look})
    return drawn


def _apart(radii: dict[float, float]) -> dict[float, float]:
    """The sizes of a legend, the largest first, without those whose number would touch the one above."""
    rows = list(radii.items())
    return dict(rows[:1] + [row for above, row in pairwise(rows) if 2 * (above[1] - row[1]) >= NUMBERS])


def _in_pixels(shape: dict[str, Any]) -> dict[str, Any]:
    """A shape whose places are pixels from the lower left corner of the drawing."""
    pixels = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0, "yanchor": 0}
    return {"name": SIZE, "xref": "paper", "yref": "paper", **pixels, **shape}
