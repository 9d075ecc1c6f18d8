"""Where areas are: the middle of each, on a plane."""

import json
from collections.abc import Iterable, Mapping
from math import cos, radians
from typing import Final

from data.areas import Level
from data.store import Dataset
from indicators.kept import kept

KM_PER_DEGREE: Final = 111.2
"""Of latitude, on a sphere of the earth's mean radius."""

Middles = Mapping[str, tuple[float, float]]
"""By area, kilometres east and north."""


@kept
def middles(dataset: Dataset, level: Level) -> Middles:
    """The centroid of each area of one level; over a city, the plane is true to a thousandth."""
    from shapely.geometry import shape  # takes a while to load, which only the first correlation should pay

    found = {str(one["id"]): shape(one["geometry"]).centroid for one in json.loads(dataset.geojson(level))["features"]}
    narrower = cos(radians(sum(point.y for point in found.values()) / len(found)))
    return {code: (KM_PER_DEGREE * narrower * at.x, KM_PER_DEGREE * at.y) for code, at in found.items()}


def places(dataset: Dataset, level: Level, areas: Iterable[str]) -> list[tuple[float, float]]:
    """The middles of some areas of one level, in their order."""
    known = middles(dataset, level)
    return [known[area] for area in areas]
