"""Maps of districts by class: of their change or of their value, with the same classes for all years."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.theme import Captions, Theme, figure, layout, small_print

STADTBEZIRKE: Final = tuple("0123456789")
DISTRICT_LAYERS: Final = ("no value", "values")
"""The names of the layers of districts, below those of outlines."""
MARGIN: Final = 0.002
"""Degrees around the city, so that its outline is not cut."""


@dataclass(frozen=True)
class Ground:
    """Where the browser fetches the boundaries once, by address, and what part of the world they show."""

    districts: str
    outlines: str
    lon: tuple[float, float]
    lat: tuple[float, float]


@dataclass(frozen=True)
class Classes:
    """A scale: inner breaks, one colour a class, one label a break.

    above: whether a value on a break belongs to the class above it.
    """

    breaks: tuple[float, ...]
    colours: tuple[str, ...]
    labels: tuple[str, ...]
    above: bool

    def of(self, values: pd.Series) -> pd.Series:
        """The class of each value, 0 for the lowest; NaN stays NaN."""
        side: Literal["left", "right"] = "right" if self.above else "left"
        place = np.searchsorted(self.breaks, values.to_numpy(float), side=side).astype(float)
        return pd.Series(np.where(values.isna(), np.nan, place), index=values.index)


def change_breaks(steps: Sequence[float]) -> tuple[float, ...]:
    """Class breaks around zero from the positive ones: (1, 5) gives (-5, -1, 1, 5)."""
    return (*(-step for step in reversed(steps)), *steps)


def change_classes(steps: Sequence[float], labels: Sequence[str], theme: Theme) -> Classes:
    """The scale of a map of change, from the strongest fall to the strongest rise."""
    n = len(steps)
    colours = (*reversed(theme.falling[:n]), theme.steady, *theme.rising[:n])
    return Classes(change_breaks(steps), colours, tuple(labels), above=True)


def value_classes(breaks: Sequence[float], labels: Sequence[str], theme: Theme) -> Classes:
    """The scale of a map of values, from the lowest to the highest."""
    steps = np.linspace(0, len(theme.values) - 1, len(breaks) + 1).round().astype(int)
    return Classes(tuple(breaks), tuple(theme.values[i] for i in steps), tuple(labels), above=False)


def district_map(
    districts: pd.DataFrame,
    classes: Classes,
    no_value: str,
    hover: str,
    lit: Sequence[str],
    ground: Ground,
    captions: Captions,
    theme: Theme,
) -> go.Figure:
    """Districts coloured by the class of their shade.

    districts: columns area, name, shade (what is classed, NaN where there is none), told (a list of numbers and
    texts for the tooltip), note; one row per district. no_value: label of districts without a shade; hover: plotly's
    template for the name (text), what is told and, last, the note (customdata); lit: areas with a strong
    outline.
    """
    there = districts[districts["shade"].notna()]
    drawn = layout(theme, captions, 600, 100) | {"geo": _geo(ground)}
    if len(there) < len(districts):
        key = f'<span style="color:{theme.no_value}">■</span> {no_value}'
        drawn["annotations"].append({**small_print("", theme, 58), "text": key})
    data = [
        _fill(districts[districts["shade"].isna()], theme, ground),
        _values(there, classes, hover, ground, theme),
        _outline(ground.outlines, STADTBEZIRKE, theme.muted, 1.2),
        *([_outline(ground.districts, lit, theme.text, 2.4)] if lit else []),
    ]
    return figure(data, drawn)


def _fill(districts: pd.DataFrame, theme: Theme, ground: Ground) -> dict[str, Any]:
    """Districts without a value: drawn, in a colour that no class has."""
    return {
        "type": "choropleth",
        "name": DISTRICT_LAYERS[0],
        "geojson": ground.districts,
        "locations": districts["area"].tolist(),
        "z": [0] * len(districts),
        "text": districts["name"].tolist(),
        "customdata": districts["note"].tolist(),
        "hovertemplate": "<b>%{text}</b><br>%{customdata}<extra></extra>",
        "colorscale": [[0, theme.no_value], [1, theme.no_value]],
        "showscale": False,
        "marker": {"line": {"color": theme.outline, "width": 0.6}},
    }


def _values(districts: pd.DataFrame, classes: Classes, hover: str, ground: Ground, theme: Theme) -> dict[str, Any]:
    n = len(classes.colours)
    stepped = [[at / n, colour] for i, colour in enumerate(classes.colours) for at in (i, i + 1)]
    return {
        "type": "choropleth",
        "name": DISTRICT_LAYERS[1],
        "geojson": ground.districts,
        "locations": districts["area"].tolist(),
        "z": classes.of(districts["shade"]).astype(int).tolist(),
        "zmin": -0.5,
        "zmax": n - 0.5,
        "text": districts["name"].tolist(),
        "customdata": _told(districts),
        "hovertemplate": hover,
        "colorscale": stepped,
        "marker": {"line": {"color": theme.outline, "width": 0.6}},
        "colorbar": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "len": 1,
            "y": 0,
            "yanchor": "top",
            "ypad": 4,
            "xpad": 0,
            "thickness": 12,
            "outlinewidth": 0,
            "tickvals": [i + 0.5 for i in range(n - 1)],
            "ticktext": list(classes.labels),
            "tickfont": {"size": 11, "color": theme.muted},
            "ticks": "",
        },
    }


def _told(districts: pd.DataFrame) -> list[list[Any]]:
    notes = [f"<br>{note}" if note else "" for note in districts["note"]]
    return [[*map(_short, told), note] for told, note in zip(districts["told"], notes, strict=True)]


def _short(told: float | str) -> float | str:
    """A number with as many digits as any tooltip shows, so that it does not travel with fifteen."""
    return told if isinstance(told, str) else float(f"{told:.7g}")


def _outline(address: str, areas: Sequence[str], colour: str, width: float) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": address,
        "locations": list(areas),
        "z": [0] * len(areas),
        "colorscale": [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": colour, "width": width}},
    }


def _geo(ground: Ground) -> dict[str, Any]:
    return {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [ground.lon[0] - MARGIN, ground.lon[1] + MARGIN]},
        "lataxis": {"range": [ground.lat[0] - MARGIN, ground.lat[1] + MARGIN]},
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
    }
