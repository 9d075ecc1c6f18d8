"""Maps of districts by class: of their change or of their value, of one period or of two beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from charts.axes import colour_bar, plain, scale
from charts.classes import Classes
from charts.ground import BOTTOM, Ground, geography
from charts.labels import LINE, depth
from charts.map_names import certain_names, in_bold, names, room_names
from charts.theme import Captions, Figure, Theme, figure, in_lines, layout, small_print

STADTBEZIRKE: Final = tuple("0123456789")
DISTRICT_LAYERS: Final = ("no value", "values")
"""The names of the layers of districts, below those of outlines."""
WITHOUT: Final = "<b>%{text}</b><br>%{customdata}<extra></extra>"
"""What the tooltip of a district without a value says."""
COUNT: Final = "count "
"""What the names of the counts of districts begin with, before the number of the class."""
NOTE: Final = "no value"
"""The name of what is said below the scale, where it tells which districts have no value."""
HEIGHT: Final = 620
LOW: Final = 546
PAIR: Final = 520
"""Pixels of a map with everything around it: alone, alone in a low window (`ui/drawing/fitting.js`), beside another."""
SCALE: Final = 52
"""Pixels of the scale with its numbers, below the drawing."""
HALF: Final = 0.49
"""Share of the width that each of two maps beside each other takes."""
EDGE: Final = 6


@dataclass(frozen=True)
class Legend:
    """What is said below the scale: what the numbers above it count, what makes its classes, what lacks a value, and
    what needs care.

    Empty where there is nothing to say.
    """

    counted: str
    classed: str
    no_value: str
    care: str = ""


def district_map(
    districts: pd.DataFrame,
    classes: Classes,
    legend: Legend,
    hover: str,
    lit: Sequence[str],
    ground: Ground,
    captions: Captions,
    theme: Theme,
) -> Figure:
    """Districts coloured by the class of their shade.

    districts: columns area, name, shade (what is classed, NaN where there is none), told (a list of texts for the
    tooltip), note; one row per district. hover: plotly's template for the name (text), what is told
    and, last, the note (customdata); lit: areas with a strong outline.
    """
    if classes.continuous:
        legend = replace(legend, counted="", classed="")
    drawn = drawing(HEIGHT, legend, captions, theme) | {"geo": geography(ground)}
    if legend.counted:
        drawn["annotations"] += counts(classes.counts(districts["shade"].tolist()), theme)
    certain = certain_names(ground)
    written = [names(room_names(ground, LOW, certain), theme), *([in_bold(certain, theme)] if certain else [])]
    return figure([*_layers(districts, classes, hover, lit, ground, theme), *written], drawn)


def map_pair(
    districts: tuple[pd.DataFrame, pd.DataFrame],
    headings: tuple[str, str],
    classes: Classes,
    legend: Legend,
    hover: str,
    lit: Sequence[str],
    ground: Ground,
    captions: Captions,
    theme: Theme,
) -> Figure:
    """Two maps beside each other on one scale, each below its heading; everything else as in `district_map`."""
    drawn = drawing(PAIR, replace(legend, counted=""), captions, theme)
    data = beside([_layers(rows, classes, hover, lit, ground, theme) for rows in districts], headings, ground, drawn)
    for layer in data[len(data) // 2 :]:
        layer["showscale"] = False
    return figure(data, drawn)


def beside(
    maps: Sequence[list[dict[str, Any]]], headings: tuple[str, str], ground: Ground, drawn: dict[str, Any]
) -> list[dict[str, Any]]:
    """The layers of two maps, which stand beside each other below their headings in a layout that is given the room."""
    data = []
    for n, (layers, heading, geo) in enumerate(zip(maps, headings, ("geo", "geo2"), strict=True)):
        left = (1 - HALF) * n
        drawn[geo] = geography(ground) | {"domain": {"x": [left, left + HALF], "y": [0, 1]}}
        drawn["annotations"].append({"text": f"<b>{heading}</b>", "x": left, "y": 1, "yref": "paper", "yanchor": "top"})
        data += [layer | {"geo": geo} for layer in layers]
    return data


def _layers(
    districts: pd.DataFrame, classes: Classes, hover: str, lit: Sequence[str], ground: Ground, theme: Theme
) -> list[dict[str, Any]]:
    absent = districts["shade"].isna()
    return [
        without_value(districts[absent], theme, ground),
        _values(districts[~absent], classes, hover, ground, theme),
        outline(ground.outlines, STADTBEZIRKE, theme.muted, 1.2),
        *([outline(ground.districts, lit, theme.text, 2.4)] if lit else []),
    ]


def areas(districts: pd.DataFrame, ground: Ground, theme: Theme) -> dict[str, Any]:
    """What all layers of districts have in common."""
    own = {"locations": districts["area"].tolist(), "text": districts["name"].tolist()}
    line = {"color": theme.outline, "width": 0.6}
    return {"type": "choropleth", "geojson": ground.districts, **own, "marker": {"line": line}}


def without_value(districts: pd.DataFrame, theme: Theme, ground: Ground) -> dict[str, Any]:
    """Districts without a value: drawn, in a colour that no class has."""
    return areas(districts, ground, theme) | {
        "name": DISTRICT_LAYERS[0],
        "z": [0] * len(districts),
        "customdata": districts["note"].tolist(),
        "hovertemplate": WITHOUT,
        **plain(theme.no_value),
    }


def _values(districts: pd.DataFrame, classes: Classes, hover: str, ground: Ground, theme: Theme) -> dict[str, Any]:
    return areas(districts, ground, theme) | {
        "name": DISTRICT_LAYERS[1],
        "z": classes.of(districts["shade"].tolist()),
        "zmin": -0.5,
        "zmax": len(classes.colours) - 0.5,
        "customdata": told(districts),
        "hovertemplate": hover,
        "colorscale": scale(classes.colours),
        "colorbar": colour_bar([n + 0.5 for n in classes.labels], [*classes.labels.values()], 22, theme),
    }


def told(districts: pd.DataFrame) -> list[list[str]]:
    """What the tooltips of districts with a value are filled in with."""
    cells = zip(districts["told"], districts["note"], strict=True)
    return [[*own, f"<br>{note}" if note else ""] for own, note in cells]


def drawing(height: int, legend: Legend, captions: Captions, theme: Theme, scale: float = SCALE) -> dict[str, Any]:
    """The layout of maps, with what is said below the scale, above the source, for which it makes room.

    scale: pixels that it takes with its numbers.
    """
    told = " · ".join(filter(None, (legend.counted, legend.classed)))
    counted, absent, care = map(in_lines, (told, legend.no_value, legend.care))
    if absent:
        absent[0] = f'<span style="color:{theme.no_value}">■</span> {absent[0]}'
    lines = [*counted, *absent, *care]
    more = round(max(0, scale + LINE * len(lines) + depth(captions) - EDGE - BOTTOM))
    drawn = layout(theme, captions, height + more, BOTTOM + more)
    note = small_print(lines, theme, BOTTOM + more + EDGE - depth(captions)) | ({"name": NOTE} if absent else {})
    drawn["annotations"] += [note] if lines else []
    return drawn


def counts(counts: Sequence[int], theme: Theme) -> list[dict[str, Any]]:
    """How many districts each class holds, above its colour."""
    above = {"xanchor": "center", "yref": "paper", "y": 0, "yanchor": "bottom", "yshift": -20}
    above |= {"font": {"size": 11, "color": theme.muted}}
    return [
        {"name": f"{COUNT}{n}", "text": str(count) if count else "", "x": (n + 0.5) / len(counts), **above}
        for n, count in enumerate(counts)
    ]


def outline(address: str, areas: Sequence[str], colour: str, width: float) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": address,
        "locations": list(areas),
        "z": [0] * len(areas),
        **plain("rgba(0,0,0,0)"),
        "hoverinfo": "skip",
        "marker": {"line": {"color": colour, "width": width}},
    }
