"""Boundaries: 63 squares of 2,170 m in seven columns and nine rows stand in for the Ortsteile.

They are numbered along the rows, there and back, so that the ten Stadtbezirke (three of seven squares, seven
of six) are connected. All of them: 63 x 2.17² = 296.6607 km².
"""

import json
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from data.sources.http import SourceError
from data.sources.leipzig_boundaries import parse

SIDE = 2_170
WEST, SOUTH = 310_000, 5_680_000
MEMBERS = [7, 7, 7, 6, 6, 6, 6, 6, 6, 6]
CODES = [f"{group}{place}" for group, members in enumerate(MEMBERS) for place in range(members)]


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


def test_names_in_decomposed_letters_are_read_as_composed_ones() -> None:
    content = ortsteile()
    content["features"][0]["properties"]["Name"] = unicodedata.normalize("NFD", "Südvorstadt")
    areas = parse(as_bytes(content), as_bytes(stadtbezirke()))
    assert areas.loc[areas["code"] == "00", "name"].tolist() == ["Südvorstadt"]


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
