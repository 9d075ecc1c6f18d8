"""Which districts border each other."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from data.areas import Level
from data.store import Dataset
from indicators.kept import kept
from indicators.places.place import Place

Neighbours = Mapping[str, tuple[str, ...]]


def touching(features: Sequence[Mapping[str, Any]]) -> Neighbours:
    """By area the others that its border touches, be it in a single point, in order of code.

    features: of GeoJSON, with an id and a geometry, whose shared borders run through the same points. What is called
    queen contiguity, after the moves on a chessboard; Anselin, "Spatial Econometrics" (1988), chapter 3.
    """
    from shapely import STRtree  # takes a while to load, which only the first profile should pay
    from shapely.geometry import shape

    codes = [str(feature["id"]) for feature in features]
    outlines = [shape(feature["geometry"]) for feature in features]
    found: dict[str, list[str]] = {code: [] for code in codes}
    for one, other in zip(*STRtree(outlines).query(outlines, predicate="intersects"), strict=True):
        if one != other:
            found[codes[one]].append(codes[other])
    return {code: tuple(sorted(others)) for code, others in found.items()}


@kept
def neighbours(dataset: Dataset, level: Level) -> Neighbours:
    """The neighbours of every area of one level within the city."""
    return touching(json.loads(dataset.geojson(level))["features"])


def around(dataset: Dataset, place: Place) -> list[str]:
    """The neighbours of a place; of a group the Ortsteile that touch one of its own, in order of code."""
    known = neighbours(dataset, place.peers)
    own = place.members or (place.id,)
    return sorted({other for code in own for other in known[code]} - set(own))
