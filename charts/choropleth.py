"""Maps of districts by class: of their change or of their value, of one period or of two beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, isnan, radians
from typing import Any, Final, NamedTuple

import pandas as pd

from charts.axes import scale
from charts.classes import Classes
from charts.labels import LINE, broken, depth, longest
from charts.theme import LIGHT, Captions, Figure, Theme, figure, layout, small_print

STADTBEZIRKE: Final = tuple("0123456789")
DISTRICT_LAYERS: Final = ("no value", "values")
"""The names of the layers of districts, below those of outlines."""
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
    """What is said below the scale: what the numbers above it count, what lacks a value, and what needs care.

    Empty where there is nothing to say.
    """

    counted: str
    no_value: str
    care: str = ""


class _District(NamedTuple):
    """A row of what is drawn, see `district_map`."""

    area: str
    name: str
    shade: float
    told: Sequence[float | str]
    note: str


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

    districts: columns area, name, shade (what is classed, NaN where there is none), told (a list of numbers and
    texts for the tooltip), note; one row per district. hover: plotly's template for the name (text), what is told
    and, last, the note (customdata); lit: areas with a strong outline.
    """
    more = _more(_legend_lines(classes, 1, legend), captions)
    drawn = layout(theme, captions, HEIGHT + more, BOTTOM + more) | {"geo": geography(ground)}
    drawn["annotations"] += _legend(classes, [districts], legend, theme, BOTTOM + more - depth(captions) + EDGE)
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
    more = _more(_legend_lines(classes, 2, legend), captions)
    drawn = layout(theme, captions, PAIR + more, BOTTOM + more)
    drawn["annotations"] += _legend(classes, districts, legend, theme, BOTTOM + more - depth(captions) + EDGE)
    data = []
    for n, (rows, heading, geo) in enumerate(zip(districts, headings, ("geo", "geo2"), strict=True)):
        left = 0.51 * n
        drawn[geo] = geography(ground) | {"domain": {"x": [left, left + 0.49], "y": [0, 1]}}
        drawn["annotations"].append({"text": f"<b>{heading}</b>", "x": left, "y": 1, "yref": "paper", "yanchor": "top"})
        data += [layer | {"geo": geo} for layer in _layers(rows, classes, hover, lit, ground, theme)]
    for layer in data[len(data) // 2 :]:
        layer["showscale"] = False
    return figure(data, drawn)


def _layers(
    districts: pd.DataFrame, classes: Classes, hover: str, lit: Sequence[str], ground: Ground, theme: Theme
) -> list[dict[str, Any]]:
    rows = _rows(districts)
    return [
        _fill([row for row in rows if isnan(row.shade)], theme, ground),
        _values([row for row in rows if not isnan(row.shade)], classes, hover, ground, theme),
        outline(ground.outlines, STADTBEZIRKE, theme.muted, 1.2),
        *([outline(ground.districts, lit, theme.text, 2.4)] if lit else []),
    ]


def _rows(districts: pd.DataFrame) -> list[_District]:
    columns = (districts[name].tolist() for name in _District._fields)
    return [_District(*row) for row in zip(*columns, strict=True)]


def _fill(districts: Sequence[_District], theme: Theme, ground: Ground) -> dict[str, Any]:
    """Districts without a value: drawn, in a colour that no class has."""
    return {
        "type": "choropleth",
        "name": DISTRICT_LAYERS[0],
        "geojson": ground.districts,
        "locations": [row.area for row in districts],
        "z": [0] * len(districts),
        "text": [row.name for row in districts],
        "customdata": [row.note for row in districts],
        "hovertemplate": "<b>%{text}</b><br>%{customdata}<extra></extra>",
        "colorscale": [[0, theme.no_value], [1, theme.no_value]],
        "showscale": False,
        "marker": {"line": {"color": theme.outline, "width": 0.6}},
    }


def _values(
    districts: Sequence[_District], classes: Classes, hover: str, ground: Ground, theme: Theme
) -> dict[str, Any]:
    n = len(classes.colours)
    return {
        "type": "choropleth",
        "name": DISTRICT_LAYERS[1],
        "geojson": ground.districts,
        "locations": [row.area for row in districts],
        "z": classes.of(row.shade for row in districts),
        "zmin": -0.5,
        "zmax": n - 0.5,
        "text": [row.name for row in districts],
        "customdata": [[*map(_short, row.told), f"<br>{row.note}" if row.note else ""] for row in districts],
        "hovertemplate": hover,
        "colorscale": scale(classes.colours),
        "marker": {"line": {"color": theme.outline, "width": 0.6}},
        "colorbar": _scale(classes, theme),
    }


def _scale(classes: Classes, theme: Theme) -> dict[str, Any]:
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "len": 1,
        "y": 0,
        "yanchor": "top",
        "ypad": 22,
        "xpad": 0,
        "thickness": 12,
        "outlinewidth": 0,
        "tickvals": [n + 0.5 for n in classes.labels],
        "ticktext": list(classes.labels.values()),
        "tickfont": {"size": 11, "color": theme.muted},
        "ticks": "",
    }


def _legend(
    classes: Classes, maps: Sequence[pd.DataFrame], legend: Legend, theme: Theme, below: int
) -> list[dict[str, Any]]:
    """How many districts of one map each class holds, above its colour; and what is said below, above the source."""
    square = f'<span style="color:{theme.no_value}">■</span> '
    counted = _counted(classes, len(maps), legend)
    lines = _legend_lines(classes, len(maps), legend)
    note = small_print(" · ".join(lines), theme, below)
    if legend.no_value:
        note["text"] = note["text"].replace(legend.no_value[:12], square + legend.no_value[:12])
        note["name"] = NOTE
    found = [note] if lines else []
    if not counted:
        return found
    n = len(classes.colours)
    above = {"font": {"size": 11, "color": theme.muted}, "yref": "paper", "y": 0, "yanchor": "bottom", "yshift": -20}
    for number, count in enumerate(classes.counts(maps[0]["shade"].tolist())):
        text = str(count) if count else ""
        found.append({"name": f"{COUNT}{number}", "text": text, "x": (number + 0.5) / n, "xanchor": "center", **above})
    return found


def _counted(classes: Classes, maps: int, legend: Legend) -> str:
    """What the numbers above the scale count; empty where there are none."""
    return "" if classes.continuous or maps > 1 else legend.counted


def _legend_lines(classes: Classes, maps: int, legend: Legend) -> list[str]:
    return [line for line in (_counted(classes, maps, legend), legend.no_value, legend.care) if line]


def _more(lines: Sequence[str], captions: Captions) -> int:
    """Pixels that what is said below the scale, and the source, take more than there is room for."""
    if not lines:
        return 0
    said = str(small_print(" · ".join(lines), LIGHT, 0)["text"]).count("<br>") + 1
    return max(0, SCALE + LINE * said + depth(captions) - EDGE - BOTTOM)


@lru_cache(maxsize=16)
def _names(ground: Ground, theme: Theme) -> dict[str, Any]:
    """The names of those districts that are wide enough for them; where two would touch, of the wider one."""
    degree = (HEIGHT - TOP - BOTTOM) * cos(radians(sum(ground.lat) / 2)) / (ground.lat[1] - ground.lat[0] + 2 * MARGIN)
    fits: list[tuple[str, float, float]] = []
    for _, name, lon, lat, width in sorted(ground.names, key=lambda place: -place[4]):
        shown = broken(name, NAME)
        # Names are written smaller than the labels that `longest` measures.
        wide, high = 0.8 * longest([shown]) / degree, 0.6 * LINE * (1 + shown.count("<br>")) / degree
        if wide < width and not any(abs(x - lon) < wide and abs(y - lat) < high for _, x, y in fits):
            fits.append((shown, lon, lat))
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [lon for _, lon, _ in fits],
        "lat": [lat for _, _, lat in fits],
        "text": [name for name, _, _ in fits],
        "textfont": {"size": 10, "color": theme.text},
        "hoverinfo": "skip",
        "meta": {"from": NAMED},
    }


def _short(told: float | str) -> float | str:
    """A number with as many digits as any tooltip shows, so that it does not travel with fifteen."""
    return told if isinstance(told, str) else float(f"{told:.7g}")


def outline(address: str, areas: Sequence[str], colour: str, width: float) -> dict[str, Any]:
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


def geography(ground: Ground) -> dict[str, Any]:
    return {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [ground.lon[0] - MARGIN, ground.lon[1] + MARGIN]},
        "lataxis": {"range": [ground.lat[0] - MARGIN, ground.lat[1] + MARGIN]},
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
    }
