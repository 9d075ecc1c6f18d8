"""Where a place lies: its outline among all districts, its neighbours set off."""

from collections.abc import Mapping, Sequence
from typing import Final

from charts.axes import scale
from charts.choropleth import STADTBEZIRKE, outline
from charts.ground import Ground, geography
from charts.theme import Captions, Figure, Theme, figure, layout

HEIGHT: Final = 400
BOTTOM: Final = 40


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
        "colorscale": scale(colours),
        "showscale": False,
        "text": [names[code] for code in shade],
        "hovertemplate": "<b>%{text}</b><extra></extra>",
        "marker": {"line": {"color": theme.outline, "width": 0.7}},
    }
    drawn = layout(theme, captions, HEIGHT, BOTTOM) | {"geo": geography(ground)}
    return figure([areas, outline(ground.outlines, STADTBEZIRKE, theme.muted, 1)], drawn)
