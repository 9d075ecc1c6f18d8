"""The boundaries of areas as plain numbers, for maps that are drawn without a browser."""

import json
from functools import lru_cache
from math import log, pi, radians, tan

from data.areas import LEVELS
from data.store import Dataset

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


def mercator(lat: float) -> float:
    """How far north of the equator a latitude is on the maps' projection, as a length over the globe's radius."""
    return log(tan(pi / 4 + radians(lat) / 2))
