"""The ground of a map: where its boundaries come from, and what part of the world it shows."""

from dataclasses import dataclass
from math import cos, radians
from typing import Any, Final

MARGIN: Final = 0.002
"""Degrees around the city, so that its outline is not cut."""
TOP: Final = 56
BOTTOM: Final = 134
"""Pixels of what is above and below the drawing of a map."""


@dataclass(frozen=True)
class Ground:
    """Where the browser fetches the boundaries once, by address, and what part of the world they show.

    names: where names may stand: area, name, lon, lat, and the width that there is, in degrees; named:
    areas whose names are drawn on a map of any size, the most important first.
    """

    districts: str
    outlines: str
    lon: tuple[float, float]
    lat: tuple[float, float]
    names: tuple[tuple[str, str, float, float, float], ...] = ()
    named: tuple[str, ...] = ()


def geography(ground: Ground) -> dict[str, Any]:
    """The part of the world as plotly takes it."""
    return {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [ground.lon[0] - MARGIN, ground.lon[1] + MARGIN]},
        "lataxis": {"range": [ground.lat[0] - MARGIN, ground.lat[1] + MARGIN]},
        "visible": False,
        "bgcolor": "rgba(0,0,0,0)",
    }


def full_width(ground: Ground, height: float) -> float:
    """Pixels of a map that is as high as there is room in a picture of a height."""
    east, north = (ends[1] - ends[0] + 2 * MARGIN for ends in (ground.lon, ground.lat))
    return (height - TOP - BOTTOM) * cos(radians(sum(ground.lat) / 2)) * east / north
