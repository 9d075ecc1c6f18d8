"""Where there is room for a name inside a district."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point
from shapely.geometry import shape

from data import store
from indicators.places.label_room import room, rooms


def test_a_name_stands_in_the_wide_part() -> None:
    """A bottle: its neck at the top is half a degree wide, its body one and a half."""
    ring = [[0.5, 3], [1, 3], [1, 2], [1.5, 2], [1.5, 0], [0, 0], [0, 2], [0.5, 2], [0.5, 3]]
    area, lon, lat, width = room("1", {"type": "Polygon", "coordinates": [ring]})
    assert (area, lon, width) == ("1", 0.75, 1.5)
    assert 0.75 <= lat <= 2


@given(st.floats(-10, 10), st.floats(-10, 10), st.floats(0.1, 5), st.floats(0.1, 5))
def test_a_rectangle_has_room_over_its_whole_width(west: float, south: float, wide: float, high: float) -> None:
    ring = [[west, south], [west + wide, south], [west + wide, south + high], [west, south + high], [west, south]]
    _, lon, lat, width = room("1", {"type": "Polygon", "coordinates": [ring]})
    assert [lon, width] == pytest.approx([west + wide / 2, wide], abs=1e-3)
    assert south <= lat <= south + high


def test_every_name_stands_inside_its_district() -> None:
    dataset = store.current()
    features = json.loads(dataset.geojson("ortsteil"))["features"]
    outlines = {feature["id"]: shape(feature["geometry"]) for feature in features}
    found = rooms(dataset, "ortsteil")
    assert [area for area, *_ in found] == list(outlines)
    assert all(outlines[area].buffer(1e-4).contains(Point(lon, lat)) for area, lon, lat, _ in found)
