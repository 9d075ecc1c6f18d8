"""What the shape of districts tells: where in each there is room for its name."""

import json
from typing import Any

import numpy as np

from data.areas import Level
from data.store import Dataset
from indicators.kept import kept

Room = tuple[str, float, float, float]
"""Area, longitude and latitude of a place, and the width that there is around it, in degrees."""


@kept
def rooms(dataset: Dataset, level: Level) -> tuple[Room, ...]:
    """For each area the middle of its widest stretch from west to east, of those through its middle half."""
    features = json.loads(dataset.geojson(level))["features"]
    return tuple(room(str(feature["id"]), feature["geometry"]) for feature in features)


def room(area: str, geometry: dict[str, Any]) -> Room:
    """The widest stretch of one GeoJSON geometry, of nine at equal distances through the middle half of its height."""
    from shapely import LineString, get_parts  # takes a while to load, which only the first map should pay
    from shapely.geometry import shape

    outline = shape(geometry)
    west, south, east, north = outline.bounds
    quarter = (north - south) / 4
    stretches = [
        stretch.bounds
        for lat in np.linspace(south + quarter, north - quarter, 9)
        for stretch in get_parts(outline.intersection(LineString([(west, lat), (east, lat)])))
    ]
    left, lat, right, _ = max(stretches, key=lambda bounds: bounds[2] - bounds[0])
    return area, round((left + right) / 2, 4), round(lat, 4), round(right - left, 4)
