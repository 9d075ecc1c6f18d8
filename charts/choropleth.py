"""Maps of districts by class: of their change or of their value, of one period or of two beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, radians
from typing import Any, Final

import pandas as pd

from charts.axes import colour_bar, plain, scale
from charts.classes import Classes
from charts.labels import LINE, broken, depth, longest
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
MARGIN: Final = 0.002
"""Degrees around the city, so that its outline is not cut."""
HEIGHT: Final = 620
PAIR: Final = 520
TOP: Final = 56
BOTTOM: Final = 134
"""Pixels of a map with everything around it, alone and beside another, and of what is above and below the drawing."""
SCALE: Final = 52
"""Pixels of the scale with its numbers, below the drawing."""
HALF: Final = 0.49
"""Share of the width that each of two maps beside each other takes."""
EDGE: Final = 6
NAME: Final = 11
"""Letters of a district's name on one line."""
NAMED: Final = 520
"""Pixels of the narrowest picture in which names are not wider than their districts."""


@dataclass(frozen=True)
class Ground:
    """Where the browser fetches the boundaries once, by address, and what part of the world they show.

    names: where names may stand: area, name, lon, lat, and the width that there is, in degrees.
    """

    districts: str
    outlines: str
    lon: tuple[float, float]
    lat: tuple[float, float]
    names: tuple[tuple[str, str, float, float, float], ...] = ()


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
        drawn["annotations"] += _counts(classes.counts(districts["shade"].tolist()), theme)
    return figure([*_layers(districts, classes, hover, lit, ground, theme), _names(ground, theme)], drawn)


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


def _counts(counts: Sequence[int], theme: Theme) -> list[dict[str, Any]]:
    """How many districts each class holds, above its colour."""
    above = {"xanchor": "center", "yref": "paper", "y": 0, "yanchor": "bottom", "yshift": -20}
    above |= {"font": {"size": 11, "color": theme.muted}}
    return [
        {"name": f"{COUNT}{n}", "text": str(count) if count else "", "x": (n + 0.5) / len(counts), **above}
        for n, count in enumerate(counts)
    ]


def full_width(ground: Ground, height: float) -> float:
    """Pixels of a map that is as high as there is room in a picture of a height."""
    east, north = (ends[1] - ends[0] + 2 * MARGIN for ends in (ground.lon, ground.lat))
    return (height - TOP - BOTTOM) * cos(radians(sum(ground.lat) / 2)) * east / north


@lru_cache(maxsize=16)
def _names(ground: Ground, theme: Theme) -> dict[str, Any]:
    """The names of those districts that are wide enough for them; where two would touch, of the wider one."""
    degree = full_width(ground, HEIGHT) / (ground.lon[1] - ground.lon[0] + 2 * MARGIN)
    fits: list[tuple[str, float, float]] = []
    for _, name, lon, lat, width in sorted(ground.names, key=lambda place: -place[4]):
        shown = broken(name, NAME)
        wide, high = (side / degree for side in name_size(shown))
        if wide < width and not any(abs(x - lon) < wide and abs(y - lat) < high for _, x, y in fits):
            fits.append((shown, lon, lat))
    return names(fits, theme)


def name_size(shown: str) -> tuple[float, float]:
    """Width and height of a name, in pixels; names are written smaller than the labels that `longest` measures."""
    return 0.8 * longest([shown]), 0.6 * LINE * (1 + shown.count("<br>"))


def names(places: Sequence[tuple[str, float, float]], theme: Theme) -> dict[str, Any]:
    """Names at their places, by longitude and latitude, where the picture is not too narrow for them."""
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [lon for _, lon, _ in places],
        "lat": [lat for _, _, lat in places],
        "text": [name for name, _, _ in places],
        "textfont": {"size": 10, "color": theme.text},
        "hoverinfo": "skip",
        "meta": {"from": NAMED},
    }


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


def geography(ground: Ground) -> dict[str, Any]:
    return {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [ground.lon[0] - MARGIN, ground.lon[1] + MARGIN]},
        "lataxis": {"range": [ground.lat[0] - MARGIN, ground.lat[1] + MARGIN]},
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
    }
