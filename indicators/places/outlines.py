"""The districts' outlines on a small plane, for maps that a page draws without a library."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import cos, radians
from typing import Any, Final

from data.areas import Level
from data.store import Dataset
from indicators.kept import kept

ACROSS: Final = 1000
"""Units from the westernmost to the easternmost point of the city; one is 24 metres."""

Spot = tuple[int, int]
"""Units from the west and from the north."""
Ring = tuple[Spot, ...]
Edge = tuple[Spot, Spot]


@kept
def outlines(dataset: Dataset, level: Level) -> Mapping[str, tuple[Ring, ...]]:
    """By area code its closed rings, the first point again at the end; what neighbours share has the same points.

    Degrees of longitude are as long as in the middle of the city, which is 0.3 degrees from north to south.
    """
    (west, east), (south, north) = dataset.extent
    unit = (east - west) / ACROSS
    tall = unit * cos(radians((south + north) / 2))

    def ring(points: Sequence[Sequence[float]]) -> Ring:
        spots = [(round((lon - west) / unit), round((north - lat) / tall)) for lon, lat in points]
        return tuple(spot for n, spot in enumerate(spots) if n == 0 or spot != spots[n - 1])

    features = json.loads(dataset.geojson(level))["features"]
    return {str(feature["id"]): tuple(map(ring, _rings(feature["geometry"]))) for feature in features}


def height(dataset: Dataset) -> int:
    """Units from the northernmost to the southernmost point of the city."""
    (west, east), (south, north) = dataset.extent
    return round(ACROSS * (north - south) / (east - west) / cos(radians((south + north) / 2)))


def around(areas: Iterable[Sequence[Ring]]) -> list[Edge]:
    """The edges of some areas that no two of them share, so those around them all."""
    rings = [ring for area in areas for ring in area]
    edges = [(ring[n], ring[n + 1]) for ring in rings for n in range(len(ring) - 1)]
    held = Counter(frozenset(edge) for edge in edges)
    return [edge for edge in edges if held[frozenset(edge)] == 1]


def _rings(geometry: Mapping[str, Any]) -> list[list[list[float]]]:
    """All rings of a polygon, or of several."""
    parts: list[Any] = geometry["coordinates"]
    return [ring for part in parts for ring in part] if geometry["type"] == "MultiPolygon" else parts
