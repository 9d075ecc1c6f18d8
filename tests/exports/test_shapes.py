"""Files with the shapes of areas: geometry, groups, and what they say about themselves."""

import datetime as dt
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pytest
import shapely

from data.areas import LEVELS, Level
from data.store import Dataset
from exports.about.definitions import About, about
from exports.formats.geojson_file import chunks
from exports.formats.geopackage_file import to_geopackage
from exports.geometry import boundaries, shapes
from exports.observations import COLUMNS, EMPTY, observations
from exports.observations import LEVELS as ALL_LEVELS
from indicators import catalogue
from indicators.catalogue import groups
from indicators.selection import Selection
from tests.support.tables import same

WEST = "leipzig-west"
POPULATION = catalogue.load()["population"]


@pytest.fixture
def told(snapshot: Dataset) -> About:
    return about(
        snapshot,
        Selection([POPULATION]),
        lang="en",
        address="http://x/y",
        accessed=dt.date(2026, 3, 1),
        boundaries=True,
    )


def geojson(frame: pd.DataFrame, dataset: Dataset, told: About) -> Any:
    return json.loads(b"".join(chunks(frame, dataset, told)))


def test_a_group_is_its_members_without_what_lies_between_them(snapshot: Dataset) -> None:
    members = groups.load()[WEST].members
    found = shapes(snapshot, [WEST, *members])
    assert found[WEST].area == pytest.approx(sum(found[member].area for member in members), rel=1e-9)
    assert found[WEST].geom_type == "Polygon"
    assert shapely.get_num_interior_rings(found[WEST]) == 0


def test_all_districts_are_the_city(snapshot: Dataset) -> None:
    found = shapes(snapshot, snapshot.codes("ortsteil"))
    (city,) = shapes(snapshot, ["14713000"]).values()
    assert len(found) == 63
    assert shapely.union_all(list(found.values())).symmetric_difference(city).area < 1e-6 * city.area


def test_both_formats_hold_the_same_features(snapshot: Dataset, told: About, tmp_path: Path) -> None:
    frame = observations(snapshot, Selection([POPULATION], areas=["51", WEST, "14713000"], start="2023"), lang="en")
    (tmp_path / "x.gpkg").write_bytes(to_geopackage(frame, snapshot, told))
    (tmp_path / "x.geojson").write_text(json.dumps(geojson(frame, snapshot, told)), "utf-8")
    one, other = (geopandas.read_file(tmp_path / name) for name in ("x.gpkg", "x.geojson"))
    assert one.columns.tolist() == other.columns.tolist() == [*COLUMNS, "geometry"]
    assert same(pd.DataFrame(one.drop(columns="geometry")), frame)
    assert one.geometry.geom_equals_exact(other.geometry, 1e-9).all()


@pytest.mark.parametrize("level", LEVELS)
def test_outer_rings_run_counter_clockwise_and_those_of_maps_the_other_way(snapshot: Dataset, level: Level) -> None:
    given, drawn = (json.loads(read(snapshot, level))["features"] for read in (boundaries, Dataset.geojson))
    assert {one["id"] for one in given} == set(snapshot.codes(level))
    for features, ccw in ((given, True), (drawn, False)):
        for feature in features:
            for polygon in shapely.get_parts(shapely.geometry.shape(feature["geometry"])):
                assert polygon.exterior.is_ccw == ccw
                assert all(ring.is_ccw != ccw for ring in polygon.interiors)
    # The same points to the last digit.
    for one, other in zip(given, drawn, strict=True):
        left, right = (shapely.geometry.shape(feature["geometry"]).normalize() for feature in (one, other))
        assert left.equals_exact(right, tolerance=0)


def test_boundaries_are_joined_by_ids_that_no_spreadsheet_shortens(snapshot: Dataset) -> None:
    told = {one["id"]: one["properties"] for one in json.loads(boundaries(snapshot, "ortsteil"))["features"]}
    assert (told["00"]["code"], told["00"]["parent"]) == ("00", "0")
    assert (told["00"]["area_id"], told["00"]["parent_id"]) == ("OT00", "SB0")


def test_files_with_shapes_have_outer_rings_counter_clockwise(snapshot: Dataset, told: About, tmp_path: Path) -> None:
    frame = observations(snapshot, Selection([POPULATION], levels=ALL_LEVELS, start="2024"), lang="en")
    (tmp_path / "x.gpkg").write_bytes(to_geopackage(frame, snapshot, told))
    (tmp_path / "x.geojson").write_text(json.dumps(geojson(frame, snapshot, told)), "utf-8")
    for name in ("x.gpkg", "x.geojson"):
        parts = geopandas.read_file(tmp_path / name).geometry.explode()
        assert len(parts) >= 74
        assert parts.exterior.is_ccw.all()


def test_missing_values_are_null(snapshot: Dataset, told: About) -> None:
    unemployed = observations(
        snapshot, Selection([catalogue.load()["unemployed"]], levels=["city"], end="2000"), lang="en"
    )
    (feature,) = geojson(unemployed, snapshot, told)["features"]
    assert (feature["properties"]["value"], feature["properties"]["status"]) == (None, "M")


def test_the_files_say_what_they_are(snapshot: Dataset, told: About, tmp_path: Path) -> None:
    frame = observations(snapshot, Selection([POPULATION], areas=["51"]), lang="en")
    document = geojson(frame, snapshot, told)
    assert (document["citation"], document["data_version"]) == (told.citation, snapshot.version)
    (tmp_path / "x.gpkg").write_bytes(to_geopackage(frame, snapshot, told))
    with closing(sqlite3.connect(tmp_path / "x.gpkg")) as package:
        described = package.execute("SELECT identifier, description FROM gpkg_contents").fetchall()
    assert described == [("Population, Leipzig", told.citation)]


def test_an_area_without_boundaries_has_no_shape(snapshot: Dataset, told: About, tmp_path: Path) -> None:
    frame = observations(snapshot, Selection([POPULATION], areas=["51"], start="2024"), lang="en").assign(
        area="14612000"
    )
    assert geojson(frame, snapshot, told)["features"][0]["geometry"] is None
    (tmp_path / "x.gpkg").write_bytes(to_geopackage(frame, snapshot, told))
    read = geopandas.read_file(tmp_path / "x.gpkg")
    assert (read["area"].tolist(), read.geometry.tolist()) == (["14612000"], [None])


def test_no_rows(snapshot: Dataset, told: About, tmp_path: Path) -> None:
    document = geojson(EMPTY, snapshot, told)
    assert (document["features"], document["note"]) == (
        [],
        "This version of the data holds no figures for this choice.",
    )
    (tmp_path / "x.gpkg").write_bytes(to_geopackage(EMPTY, snapshot, told))
    read = geopandas.read_file(tmp_path / "x.gpkg")
    assert (len(read), read.columns.tolist()) == (0, [*COLUMNS, "geometry"])
    (tmp_path / "x.geojson").write_text(json.dumps(document), "utf-8")
    assert len(geopandas.read_file(tmp_path / "x.geojson")) == 0


def test_a_version_without_a_groups_member_has_no_shape_for_it(snapshot: Dataset, tmp_path: Path) -> None:
    for level in ("city", "stadtbezirk", "ortsteil"):
        content = json.loads(snapshot.geojson(level))
        content["features"] = [feature for feature in content["features"] if feature["id"] != "51"]
        (tmp_path / f"areas-{level}.geojson").write_text(json.dumps(content), "utf-8")
    assert set(shapes(replace(snapshot, path=tmp_path), [WEST, "51", "52"])) == {"52"}


def test_the_routes_start_without_geopandas() -> None:
    code = "import sys, api.routes; sys.exit('geopandas' in sys.modules or 'pyogrio' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
