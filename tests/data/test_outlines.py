"""Outlines: 63 squares of 2,170 m in seven columns and nine rows stand in for the Ortsteile."""

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from data.outlines import geojson, simplify
from data.sources.http import SourceError
from data.sources.leipzig_boundaries import PROJECTED, parse
from tests.fixtures.world import SIDE, SOUTH, WEST, boundary_files

AREAS = parse(*boundary_files().values())


def shift(areas: gpd.GeoDataFrame, simplified: gpd.GeoDataFrame) -> float:
    """Metres by which a boundary of an Ortsteil moved at most (Hausdorff distance)."""
    rows = areas["level"] == "ortsteil"
    before = shapely.boundary(areas[rows].geometry.to_numpy())
    after = shapely.boundary(simplified[rows].to_crs(PROJECTED).geometry.to_numpy())
    return float(shapely.hausdorff_distance(before, after).max())


def test_simplified_squares_stay_squares_without_seams() -> None:
    simplified = simplify(AREAS)
    assert simplified.crs.to_epsg() == 4326
    assert simplified["km2"].equals(AREAS["km2"])
    assert shapely.get_num_coordinates(simplified.geometry.iloc[0]) == 5
    # 5 decimals of a degree are 1.11 m north and 0.70 m east: rounding moves a corner by 0.66 m at most.
    assert 0 < shift(AREAS, simplified) < 0.67
    points = shapely.get_coordinates(simplified.geometry.to_numpy())
    np.testing.assert_array_equal(points, points.round(5))


def test_teeth_smaller_than_the_tolerance_go_on_both_sides_of_a_border() -> None:
    """The border between squares 00 and 01 has a tooth 10 m high; neighbours lose it together."""
    x, y = WEST + SIDE, SOUTH + SIDE / 2
    tooth = shapely.Polygon([(x, y - 50), (x + 10, y), (x, y + 50)])
    squares = AREAS.geometry.tolist()
    areas = AREAS.set_geometry([squares[0].union(tooth), squares[1].difference(tooth), *squares[2:]], crs=PROJECTED)
    simplified = simplify(areas, tolerance=30)
    assert shapely.get_num_coordinates(areas.geometry.to_numpy())[:2].tolist() == [8, 8]
    assert shapely.get_num_coordinates(simplified.geometry.to_numpy())[:2].tolist() == [5, 5]
    assert shift(areas, simplified) == pytest.approx(10, abs=0.7)


@pytest.mark.parametrize("metres", [10, -10])
def test_outlines_that_leave_a_seam_are_refused(metres: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """An Ortsteil that is simplified without its neighbours overlaps them, or leaves a gap."""
    shapes = AREAS.geometry[:63].mask(AREAS.index[:63] == 10, AREAS.geometry[10].buffer(metres))
    monkeypatch.setattr(gpd.GeoSeries, "simplify_coverage", lambda *_: shapes)
    with pytest.raises(SourceError, match="simplifying left"):
        simplify(AREAS)


def test_levels_share_their_outlines() -> None:
    simplified = simplify(AREAS).set_index("level").geometry
    of = {level: simplified.loc[level:level].to_numpy() for level in ("ortsteil", "stadtbezirk", "city")}
    points = {level: {tuple(p) for p in shapely.get_coordinates(shapes)} for level, shapes in of.items()}
    assert points["city"] <= points["stadtbezirk"] <= points["ortsteil"]
    assert len(points["ortsteil"]) == 8 * 10


def test_geojson_for_the_browser() -> None:
    simplified = simplify(AREAS)
    body = geojson(simplified, "stadtbezirk")
    content = json.loads(body)
    assert set(content) == {"type", "features"}
    assert len(content["features"]) == 10
    first = content["features"][0]
    assert first["id"] == "0"
    assert first["properties"] == {"code": "0", "name": "Bezirk 0", "parent": "14713000", "km2": 32.9623}
    odd = json.loads(geojson(simplified.assign(km2=100 / 3), "stadtbezirk"))["features"][0]
    assert odd["properties"]["km2"] == 100 / 3
    assert b", " not in body
    assert [len(json.loads(geojson(simplified, level))["features"]) for level in ("ortsteil", "city")] == [
        63,
        1,
    ]


def test_outer_rings_run_clockwise_for_plotly() -> None:
    simplified = simplify(AREAS)
    for feature in json.loads(geojson(simplified, "ortsteil"))["features"]:
        ring = shapely.LinearRing(feature["geometry"]["coordinates"][0])
        assert not shapely.is_ccw(ring)


@pytest.mark.recordings
def test_recorded_boundaries_simplified(recordings: Path) -> None:
    folder = recordings / "geodaten"
    small = (folder / "Ortsteile_Leipzig_UTM33N.json").read_bytes()
    large = (folder / "Stadtbezirke_Leipzig_UTM33N.json").read_bytes()
    areas = parse(small, large)
    simplified = simplify(areas)
    shapes = simplified[:63].to_crs("EPSG:25833").geometry.to_numpy()
    union = shapely.union_all(shapes)
    assert abs(shapely.area(shapes).sum() - union.area) < 1
    assert shapely.get_num_interior_rings(union) == 0
    assert shapely.coverage_is_valid(simplified[:63].geometry.to_numpy())
    assert shift(areas, simplified) < 50
    assert shapely.get_num_coordinates(shapes).sum() < 4_500
    assert len(geojson(simplified, "ortsteil")) < 100_000
