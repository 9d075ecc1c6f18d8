"""The boundaries of a version's areas, and where places of the world are in a picture."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, pi, radians, tan
from typing import Any

from data.areas import LEVELS
from data.store import Dataset
from exports.images.panels import Room

Ring = tuple[tuple[float, float], ...]


@lru_cache(maxsize=2)
def rings(dataset: Dataset) -> dict[str, tuple[Ring, ...]]:
    """By area of any level, the rings of its boundaries, in degrees."""
    found: dict[str, tuple[Ring, ...]] = {}
    for level in LEVELS:
        for feature in json.loads(dataset.geojson(level))["features"]:
            shape = feature["geometry"]
            parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            found[feature["id"]] = tuple(tuple((x, y) for x, y, *_ in ring) for part in parts for ring in part)
    return found


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


def mercator(lat: float) -> float:
    """How far north of the equator a latitude in degrees is drawn, by the globe's radius."""
    return log(tan(pi / 4 + radians(lat) / 2))


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
