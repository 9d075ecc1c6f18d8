"""Where a place lies: its outline among all districts, its neighbours set off."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from charts.choropleth import MARGIN, STADTBEZIRKE, Ground
from charts.theme import Captions, Figure, Theme, figure, layout

HEIGHT: Final = 400
BOTTOM: Final = 40
CLEAR: Final = "rgba(0,0,0,0)"


def place_map(
    names: Mapping[str, str],
    own: Sequence[str],
    neighbours: Sequence[str],
    ground: Ground,
    captions: Captions,
    theme: Theme,
) -> Figure:
    """All areas in grey, the place's own in the accent colour, its neighbours in a pale one.

    names: by code, of every area of the level that is drawn; own, neighbours: codes among them.
    """
    shade = dict.fromkeys(names, 0) | dict.fromkeys(neighbours, 1) | dict.fromkeys(own, 2)
    colours = (theme.grid, theme.rising[1], theme.accent)
    areas = {
        "type": "choropleth",
        "geojson": ground.districts,
        "locations": list(shade),
        "z": list(shade.values()),
        "zmin": -0.5,
        "zmax": 2.5,
        "colorscale": [[(i + edge) / 3, colour] for i, colour in enumerate(colours) for edge in (0, 1)],
        "showscale": False,
        "text": [names[code] for code in shade],
        "hovertemplate": "<b>%{text}</b><extra></extra>",
        "marker": {"line": {"color": theme.outline, "width": 0.7}},
    }
    drawn = layout(theme, captions, HEIGHT, BOTTOM) | {"geo": _geo(ground)}
    return figure([areas, _outline(ground, theme)], drawn)


def _outline(ground: Ground, theme: Theme) -> dict[str, Any]:
    """The Stadtbezirke, for those who find their way by them."""
    return {
        "type": "choropleth",
        "geojson": ground.outlines,
        "locations": list(STADTBEZIRKE),
        "z": [0] * len(STADTBEZIRKE),
        "colorscale": [[0, CLEAR], [1, CLEAR]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": theme.muted, "width": 1}},
    }


def _geo(ground: Ground) -> dict[str, Any]:
    return {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [ground.lon[0] - MARGIN, ground.lon[1] + MARGIN]},
        "lataxis": {"range": [ground.lat[0] - MARGIN, ground.lat[1] + MARGIN]},
        "visible": False,
        "bgcolor": CLEAR,
    }
