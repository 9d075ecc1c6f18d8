"""Where places of the world are in a picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import radians
from typing import Any

from exports.images.panels import Room
from exports.rings import mercator


@dataclass(frozen=True)
class Place:
    """Mercator's projection into a room. scale: pixels of a radian; west, north: of its upper left corner."""

    scale: float
    west: float
    north: float
    left: float
    top: float
    width: float

    def of(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a longitude and a latitude in degrees."""
        return self.left + (radians(lon) - self.west) * self.scale, self.top + (self.north - mercator(lat)) * self.scale


def place(geo: Mapping[str, Any], room: Room) -> Place:
    """The part of the world that a figure shows, as large as its room allows and in its middle."""
    (west, east), (south, north) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
    (first, last), (foot, head) = (geo.get("domain", {}).get(letter, (0, 1)) for letter in "xy")
    left, width = room.left + first * room.width, (last - first) * room.width
    top, high = room.top + (1 - head) * room.height, (head - foot) * room.height
    wide, tall = radians(east - west), mercator(north) - mercator(south)
    scale = min(width / wide, high / tall)
    left, top = left + (width - wide * scale) / 2, top + (high - tall * scale) / 2
    return Place(scale, radians(west), mercator(north), left, top, wide * scale)
