"""Maps of change: districts by class, the same classes for every pair of years."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.theme import Captions, Theme, figure, layout, small_print

STADTBEZIRKE: Final = tuple("0123456789")


@dataclass(frozen=True)
class Ground:
    """Where the browser fetches the boundaries once, by address, and what part of the world they show."""

    districts: str
    outlines: str
    lon: tuple[float, float]
    lat: tuple[float, float]


def breaks(steps: Sequence[float]) -> tuple[float, ...]:
    """Class breaks around zero from the positive ones: (1, 5) gives (-5, -1, 1, 5)."""
    return (*(-step for step in reversed(steps)), *steps)


def classes(change: pd.Series, steps: Sequence[float]) -> pd.Series:
    """The class of each change, 0 for the strongest fall; NaN stays NaN. A break belongs to the class above it."""
    place = np.searchsorted(breaks(steps), change.to_numpy(float), side="right").astype(float)
    return pd.Series(np.where(change.isna(), np.nan, place), index=change.index)


def class_colours(theme: Theme, steps: Sequence[float]) -> list[str]:
    """One colour a class, from the strongest fall to the strongest rise."""
    return [*reversed(theme.falling[: len(steps)]), theme.steady, *theme.rising[: len(steps)]]


def change_map(
    districts: pd.DataFrame,
    steps: Sequence[float],
    ticks: Sequence[str],
    no_value: str,
    hover: str,
    lit: Sequence[str],
    ground: Ground,
    captions: Captions,
    theme: Theme,
) -> go.Figure:
    """Districts coloured by the class of their change.

    districts: columns area, name, change (NaN where there is none), start_value, end_value, note; one row per
    district. steps: positive class breaks; ticks: their labels, `2 * len(steps)`; no_value: label of districts
    without a change; hover: plotly's template for name (text), change, start and end value and note (customdata);
    lit: areas with a strong outline.
    """
    there = districts[districts["change"].notna()]
    drawn = layout(theme, captions, 600, 100) | {"geo": _geo(ground)}
    if len(there) < len(districts):
        key = f'<span style="color:{theme.no_value}">■</span> {no_value}'
        drawn["annotations"].append({**small_print("", theme, 58), "text": key})
    data = [
        _fill(districts[districts["change"].isna()], theme, ground),
        _values(there, steps, ticks, hover, ground, theme),
        _outline(ground.outlines, STADTBEZIRKE, theme.muted, 1.2),
        *([_outline(ground.districts, lit, theme.text, 2.4)] if lit else []),
    ]
    return figure(data, drawn)


def _fill(districts: pd.DataFrame, theme: Theme, ground: Ground) -> dict[str, Any]:
    """Districts without a value: drawn, in a colour that no class has."""
    return {
        "type": "choropleth",
        "name": "no value",
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


def _values(
    districts: pd.DataFrame, steps: Sequence[float], ticks: Sequence[str], hover: str, ground: Ground, theme: Theme
) -> dict[str, Any]:
    colours = class_colours(theme, steps)
    n = len(colours)
    stepped = [[at / n, colour] for i, colour in enumerate(colours) for at in (i, i + 1)]
    return {
        "type": "choropleth",
        "name": "values",
        "geojson": ground.districts,
        "locations": districts["area"].tolist(),
        "z": classes(districts["change"], steps).astype(int).tolist(),
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
            "ticktext": list(ticks),
            "tickfont": {"size": 11, "color": theme.muted},
            "ticks": "",
        },
    }


def _told(districts: pd.DataFrame) -> list[list[Any]]:
    notes = [f"<br>{note}" if note else "" for note in districts["note"]]
    figures = (districts[column].tolist() for column in ("change", "start_value", "end_value"))
    return [[_short(number) for number in numbers] + [note] for *numbers, note in zip(*figures, notes, strict=True)]


def _short(number: float) -> float:
    """A number with as many digits as any tooltip shows, so that it does not travel with fifteen."""
    return float(f"{number:.7g}")


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
        "lonaxis": {"range": list(ground.lon)},
        "lataxis": {"range": list(ground.lat)},
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
    }
