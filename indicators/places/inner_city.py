"""What part of the world the inner city is."""

import json
from typing import Final

from data.store import Dataset
from indicators.kept import kept

MIDDLE: Final = "0"
"""The Stadtbezirk Mitte."""
AROUND: Final = 0.6
"""How far the inner city reaches beyond it on each side, in its widths and heights: to where districts are small, from
Plagwitz to Reudnitz and from Gohlis to Connewitz."""

Extent = tuple[tuple[float, float], tuple[float, float]]


@kept
def extent(dataset: Dataset) -> Extent:
    """West and east, south and north of the inner city in degrees."""
    from shapely.geometry import shape  # takes a while to load, which only the first map should pay

    features = json.loads(dataset.geojson("stadtbezirk"))["features"]
    (middle,) = (feature["geometry"] for feature in features if str(feature["id"]) == MIDDLE)
    west, south, east, north = shape(middle).bounds
    more = AROUND * (east - west), AROUND * (north - south)
    return (west - more[0], east + more[0]), (south - more[1], north + more[1])
