"""Boundaries: 63 squares of 2,170 m in seven columns and nine rows stand in for the Ortsteile.

They are numbered along the rows, there and back, so that the ten Stadtbezirke (three of seven squares, seven
of six) are connected. All of them: 63 x 2.17² = 296.6607 km².
"""

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely

from data.sources.http import SourceError
from data.sources.leipzig_boundaries import PROJECTED, geojson, parse, simplify

SIDE = 2_170
WEST, SOUTH = 310_000, 5_680_000
MEMBERS = [7, 7, 7, 6, 6, 6, 6, 6, 6, 6]
CODES = [f"{group}{place}" for group, members in enumerate(MEMBERS) for place in range(members)]


def shift(areas: gpd.GeoDataFrame, simplified: gpd.GeoDataFrame) -> float:
    """Metres by which a boundary of an Ortsteil moved at most (Hausdorff distance)."""
    rows = areas["level"] == "ortsteil"
    before = shapely.boundary(areas[rows].geometry.to_numpy())
    after = shapely.boundary(simplified[rows].to_crs(PROJECTED).geometry.to_numpy())
    return float(shapely.hausdorff_distance(before, after).max())


def square(number: int) -> shapely.Polygon:
    row, step = divmod(number, 7)
    column = step if row % 2 == 0 else 6 - step
    x, y = WEST + column * SIDE, SOUTH + row * SIDE
    return shapely.box(x, y, x + SIDE, y + SIDE)


def collection(rows: list[dict[str, Any]]) -> dict[str, Any]:
    features = [
        {
            "type": "Feature",
            "properties": {key: value for key, value in row.items() if key != "geometry"},
            "geometry": shapely.geometry.mapping(row["geometry"]),
        }
        for row in rows
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}
    return {"type": "FeatureCollection", "crs": crs, "features": features}


def ortsteile() -> dict[str, Any]:
    return collection([{"OT": code, "Name": f"Ortsteil {code}", "geometry": square(n)} for n, code in enumerate(CODES)])


def stadtbezirke() -> dict[str, Any]:
    unions = [
        shapely.union_all([square(n) for n, code in enumerate(CODES) if code[0] == str(group)]) for group in range(10)
    ]
    return collection([{"SBZ": str(g), "Name": f"Bezirk {g}", "geometry": union} for g, union in enumerate(unions)])


def as_bytes(content: dict[str, Any]) -> bytes:
    return json.dumps(content).encode()


def test_areas_of_all_levels() -> None:
    areas = parse(as_bytes(ortsteile()), as_bytes(stadtbezirke()))
    assert list(areas.columns) == ["code", "level", "name", "parent", "km2", "geometry"]
    assert areas["code"].tolist() == [*CODES, *"0123456789", "14713000"]
    assert areas["level"].tolist() == ["ortsteil"] * 63 + ["stadtbezirk"] * 10 + ["city"]
    assert areas.crs.to_epsg() == 25833
    rows = areas.set_index("code")
    assert rows.loc["35", ["name", "parent"]].tolist() == ["Ortsteil 35", "3"]
    assert rows.loc["3", ["name", "parent"]].tolist() == ["Bezirk 3", "14713000"]
    assert rows.loc["14713000", ["name", "parent"]].tolist() == ["Leipzig", ""]
    assert rows.loc["35", "km2"] == pytest.approx(4.7089)
    assert rows.loc["0", "km2"] == pytest.approx(32.9623)
    assert rows.loc["3", "km2"] == pytest.approx(28.2534)
    assert rows.loc["14713000", "km2"] == pytest.approx(296.6607)


def test_order_of_features_means_nothing() -> None:
    small, large = ortsteile(), stadtbezirke()
    small["features"].reverse()
    large["features"].reverse()
    shuffled = parse(as_bytes(small), as_bytes(large))
    assert shuffled.equals(parse(as_bytes(ortsteile()), as_bytes(stadtbezirke())))


def with_ortsteil(place: int, **changes: object) -> dict[str, Any]:
    content = ortsteile()
    feature = content["features"][place]
    feature["properties"] |= {key: value for key, value in changes.items() if key != "geometry"}
    if "geometry" in changes:
        feature["geometry"] = changes["geometry"]
    return content


def shifted(metres: float) -> dict[str, Any]:
    return shapely.geometry.mapping(shapely.transform(square(10), lambda points: points + metres))


BOWTIE = {
    "type": "Polygon",
    "coordinates": [[[312000, 5682000], [313000, 5683000], [313000, 5682000], [312000, 5683500], [312000, 5682000]]],
}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!DOCTYPE html><html>Fehler</html>", "it is not JSON but begins b'<!DOCTYPE html>"),
        (b"", "it is not JSON"),
        (b"\xff\xfe\xfa", "it is not JSON"),
        (b"[]", "no list of features"),
        (b'{"type": "FeatureCollection"}', "no list of features"),
        (as_bytes(ortsteile() | {"crs": None}), "its crs is null; expected EPSG:25833"),
        (as_bytes(ortsteile()).replace(b"EPSG::25833", b"EPSG::25832"), "EPSG::25832.*expected EPSG:25833"),
        (as_bytes(ortsteile() | {"features": []}), "it has 0 features; expected 63"),
        (
            as_bytes(ortsteile() | {"features": ortsteile()["features"][1:]}),
            "it has 62 features; expected 63",
        ),
        (as_bytes(ortsteile()).replace(b'"OT"', b'"Nr"'), "a feature is broken .KeyError.'OT'"),
        (as_bytes(with_ortsteil(9, OT="7")), r"first \('7', 'Ortsteil 12'\); expected codes of 2 digits"),
        (as_bytes(with_ortsteil(9, OT=12)), "expected codes of 2 digits"),
        (as_bytes(with_ortsteil(9, Name=" ")), "expected names"),
        (as_bytes(with_ortsteil(9, OT="00")), "it has 62 codes"),
        (as_bytes(with_ortsteil(9, Name="Ortsteil 00")), "it has 62 names"),
        (as_bytes(with_ortsteil(10, geometry=None)), "a feature is broken"),
        (as_bytes(with_ortsteil(10, geometry={"type": "Polygon"})), "a feature is broken"),
        (as_bytes(with_ortsteil(10, geometry={"type": "Point", "coordinates": [1, 2]})), "valid polygons"),
        (as_bytes(with_ortsteil(10, geometry=BOWTIE)), "expected valid polygons"),
        (as_bytes(with_ortsteil(10, geometry=shifted(1e6))), "expected places in Leipzig"),
        (as_bytes(with_ortsteil(10, geometry=shifted(0.5))), "edges do not meet in .*'Ortsteil 13'"),
        (as_bytes(with_ortsteil(9, OT="99")), "differ by 4,708,900 m²"),
    ],
)
def test_broken_ortsteile_are_refused(body: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        parse(body, as_bytes(stadtbezirke()))
    assert str(caught.value).startswith("https://static.leipzig.de/")


def test_degrees_under_a_projected_label_are_refused() -> None:
    degrees = collection(
        [
            {"OT": code, "Name": code, "geometry": shapely.box(12 + n / 100, 51, 12.01 + n / 100, 51.1)}
            for n, code in enumerate(CODES)
        ]
    )
    with pytest.raises(SourceError, match="63 features break a rule"):
        parse(as_bytes(degrees), as_bytes(stadtbezirke()))


def test_implausible_area_is_refused() -> None:
    smaller = ortsteile()
    for feature in smaller["features"]:
        shape = shapely.transform(
            shapely.geometry.shape(feature["geometry"]), lambda points: (points + np.array([WEST, SOUTH])) / 2
        )
        feature["geometry"] = shapely.geometry.mapping(shape)
    with pytest.raises(SourceError, match=r"the areas sum to 74\.2 km²; expected 290 to 305 km²"):
        parse(as_bytes(smaller), as_bytes(stadtbezirke()))


def test_stadtbezirk_that_is_not_its_ortsteile_is_refused() -> None:
    moved = stadtbezirke()
    moved["features"][3]["properties"]["SBZ"], moved["features"][4]["properties"]["SBZ"] = "4", "3"
    with pytest.raises(SourceError, match="Stadtbezirk 3 and its Ortsteile differ by 56,506,800 m²"):
        parse(as_bytes(ortsteile()), as_bytes(moved))


def test_simplified_squares_stay_squares_without_seams() -> None:
    areas = parse(as_bytes(ortsteile()), as_bytes(stadtbezirke()))
    simplified = simplify(areas)
    assert simplified.crs.to_epsg() == 4326
    assert simplified["km2"].equals(areas["km2"])
    assert shapely.get_num_coordinates(simplified.geometry.iloc[0]) == 5
    # 5 decimals of a degree are 1.11 m north and 0.70 m east: rounding moves a corner by 0.66 m at most.
    assert 0 < shift(areas, simplified) < 0.67
    points = shapely.get_coordinates(simplified.geometry.to_numpy())
    np.testing.assert_array_equal(points, points.round(5))


def test_teeth_smaller_than_the_tolerance_go_on_both_sides_of_a_border() -> None:
    """The border between squares 00 and 01 has a tooth 10 m high; neighbours lose it together."""
    x, y = WEST + SIDE, SOUTH + SIDE / 2
    tooth = shapely.Polygon([(x, y - 50), (x + 10, y), (x, y + 50)])
    content = ortsteile()
    for place, shape in ((0, square(0).union(tooth)), (1, square(1).difference(tooth))):
        content["features"][place]["geometry"] = shapely.geometry.mapping(shape)
    areas = parse(as_bytes(content), as_bytes(stadtbezirke()))
    simplified = simplify(areas, tolerance=30)
    assert shapely.get_num_coordinates(areas.geometry.to_numpy())[:2].tolist() == [8, 8]
    assert shapely.get_num_coordinates(simplified.geometry.to_numpy())[:2].tolist() == [5, 5]
    assert shift(areas, simplified) == pytest.approx(10, abs=0.7)
    assert areas["km2"].iloc[0] == pytest.approx(4.7089 + 0.0005)


def test_levels_share_their_outlines() -> None:
    simplified = simplify(parse(as_bytes(ortsteile()), as_bytes(stadtbezirke()))).set_index("level").geometry
    of = {level: simplified.loc[level:level].to_numpy() for level in ("ortsteil", "stadtbezirk", "city")}
    points = {level: {tuple(p) for p in shapely.get_coordinates(shapes)} for level, shapes in of.items()}
    assert points["city"] <= points["stadtbezirk"] <= points["ortsteil"]
    assert len(points["ortsteil"]) == 8 * 10


def test_geojson_for_the_browser() -> None:
    simplified = simplify(parse(as_bytes(ortsteile()), as_bytes(stadtbezirke())))
    body = geojson(simplified, "stadtbezirk")
    content = json.loads(body)
    assert set(content) == {"type", "features"}
    assert len(content["features"]) == 10
    first = content["features"][0]
    assert first["id"] == "0"
    assert first["properties"] == {"code": "0", "name": "Bezirk 0", "parent": "14713000", "km2": 32.9623}
    assert b", " not in body
    assert [len(json.loads(geojson(simplified, level))["features"]) for level in ("ortsteil", "city")] == [
        63,
        1,
    ]


def test_outer_rings_run_clockwise_for_plotly() -> None:
    simplified = simplify(parse(as_bytes(ortsteile()), as_bytes(stadtbezirke())))
    for feature in json.loads(geojson(simplified, "ortsteil"))["features"]:
        ring = shapely.LinearRing(feature["geometry"]["coordinates"][0])
        assert not shapely.is_ccw(ring)


@pytest.mark.recordings
def test_recorded_boundaries(recordings: Path) -> None:
    folder = recordings / "geodaten"
    small = (folder / "Ortsteile_Leipzig_UTM33N.json").read_bytes()
    large = (folder / "Stadtbezirke_Leipzig_UTM33N.json").read_bytes()
    areas = parse(small, large)
    assert areas["level"].value_counts().to_dict() == {"ortsteil": 63, "stadtbezirk": 10, "city": 1}
    rows = areas.set_index("code")
    assert rows.loc["51", ["name", "parent"]].tolist() == ["Plagwitz", "5"]
    assert rows.loc["7", "name"] == "Alt-West"
    assert rows.loc["14713000", "km2"] == pytest.approx(297.8, abs=0.05)
    assert areas.loc[areas["level"] == "ortsteil", "km2"].sum() == pytest.approx(297.8, abs=0.05)


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
