"""Which districts border each other: a line between every two."""

from collections.abc import Mapping, Sequence
from typing import Final

from charts.axes import plain
from charts.choropleth import STADTBEZIRKE, outline
from charts.ground import Ground, geography
from charts.theme import Captions, Figure, Theme, figure, layout

HEIGHT: Final = 400
BOTTOM: Final = 40


def links_map(
    names: Mapping[str, str], links: Sequence[tuple[str, str]], ground: Ground, captions: Captions, theme: Theme
) -> Figure:
    """All districts in grey, a line for each link from the middle of the one to that of the other.

    names: by code; links: pairs of codes, of which the ground has places for names; tooltips tell how many a district
    has.
    """
    at = {area: (lon, lat) for area, _, lon, lat, _ in ground.names}
    number = {code: sum(code in pair for pair in links) for code in names}
    areas = {
        "type": "choropleth",
        "geojson": ground.districts,
        "locations": list(names),
        "z": [0] * len(names),
        **plain(theme.grid),
        "text": list(names.values()),
        "customdata": list(number.values()),
        "hovertemplate": "<b>%{text}</b>: %{customdata}<extra></extra>",
        "marker": {"line": {"color": theme.outline, "width": 0.7}},
    }
    # None parts the lines from each other.
    ends = [end for one, other in links for end in (at[one], at[other], (None, None))]
    place = {"lon": [lon for lon, _ in ends], "lat": [lat for _, lat in ends]}
    look = {"line": {"color": theme.accent, "width": 1.2}, "hoverinfo": "skip"}
    lines = {"type": "scattergeo", "mode": "lines", **place, **look}
    drawn = layout(theme, captions, HEIGHT, BOTTOM) | {"geo": geography(ground)}
    return figure([areas, outline(ground.outlines, STADTBEZIRKE, theme.muted, 1), lines], drawn)
