"""One row an area, a column a period: the same figures as in the long table, in every format that can have it."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas
import pandas as pd
import pytest
from starlette.testclient import TestClient

CITY = "14713000"
ONE = "indicator=unemployed&area=51,14713000,leipzig-west&from=2011&to=2012"
TWO = "indicator=unemployment_share,population&area=51,00,0&from=2011&to=2012"


def read(client: TestClient, ending: str, query: str) -> pd.DataFrame:
    answer = client.get(f"/api/v1/observations.{ending}?{query}")
    assert answer.status_code == 200, answer.text
    readers: dict[str, Any] = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": pd.read_parquet}
    text = {} if ending == "parquet" else {"dtype": {"area": "str"}, "keep_default_na": False, "na_values": {"": []}}
    return pd.DataFrame(readers[ending](io.BytesIO(answer.content), **text))


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_one_indicator_has_a_column_a_year(client: TestClient, ending: str) -> None:
    table = read(client, ending, f"{ONE}&layout=wide").set_index("area", drop=False)
    values = ["2011", "2011_status", "2012", "2012_status"]
    front = ["indicator", "title", "unit", "area", "name", "level"]
    last = ["data_version", "retrieved_at"] if ending == "csv" else []
    assert table.columns.tolist() == [*front, *values, "source", "area_id", "parent", *last]
    assert table["area_id"].tolist() == ["CITY", "OT51", "leipzig-west"]
    # Published by the city: 28,663 unemployed at the end of 2012.
    assert [table.at[CITY, column] for column in ("2012", "2012_status")] == [28663, "A"]
    assert table.loc["51", "unit"] == "people"


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_several_are_told_apart_and_none_is_lost(client: TestClient, ending: str) -> None:
    table = read(client, ending, f"{TWO}&layout=wide").set_index("area")
    long = read(client, "csv", TWO)
    assert table.index.tolist() == ["0", "00", "51"]
    assert len(long) == 12
    for row in long.to_dict("records"):
        column = f"{row['indicator']}_{row['period']}"
        cells = [table.at[row["area"], name] for name in (column, f"{column}_status")]
        assert cells == [row["value"], row["status"]]
    # Named although only one of them has figures of that year, so that a program finds the column it knows.
    assert "population_2024" in read(client, ending, "indicator=unemployed,population&from=2024&layout=wide")


def test_missing_figures_keep_their_reason(client: TestClient) -> None:
    table = client.get(f"/api/v1/observations.csv?indicator=unemployed&area={CITY}&to=2000&layout=wide").text
    header, row = (line.split(",") for line in table.splitlines())
    assert dict(zip(header, row, strict=False))["2000"] == ""
    assert dict(zip(header, row, strict=False))["2000_status"] == "M"


def test_german_style_and_numbers_with_their_decimals(client: TestClient) -> None:
    text = client.get(f"/api/v1/observations.csv?{TWO}&layout=wide&style=de").content.decode("utf-8-sig")
    assert ";9,030516919;A;" in text
    assert read(client, "xlsx", f"{TWO}&layout=wide").set_index("area").loc["51", "unemployment_share_2012"] == (
        9.030516919
    )


def test_a_geopackage_has_one_feature_an_area_and_a_style(client: TestClient, tmp_path: Path) -> None:
    query = "indicator=unemployment_share,population&level=ortsteil,city&from=2020"
    file = tmp_path / "x.gpkg"
    file.write_bytes(client.get(f"/api/v1/observations.gpkg?{query}&layout=wide").content)
    table = geopandas.read_file(file, layer="areas").set_index("area_id")
    assert (len(table), set(table.geom_type)) == (64, {"MultiPolygon"})
    assert table.loc["CITY", "population_2024"] == 632562
    assert table.geometry.explode().exterior.is_ccw.all()
    with closing(sqlite3.connect(file)) as package:
        ((layer, column, style),) = package.execute(
            "SELECT f_table_name, f_geometry_column, styleQML FROM layer_styles WHERE useAsDefault"
        )
        known = dict(package.execute("SELECT table_name, data_type FROM gpkg_contents"))
        assert package.execute("SELECT column_name FROM gpkg_geometry_columns").fetchall() == [(column,)]
        assert package.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert (layer, known) == ("areas", {"areas": "features", "layer_styles": "attributes"})
    renderer = ElementTree.fromstring(style.partition("\n")[2]).find("renderer-v2")
    assert renderer is not None
    assert renderer.get("attr") == '"unemployment_share_2022"'
    ranges = [(float(one.get("lower", "")), float(one.get("upper", ""))) for one in renderer.iter("range")]
    # Each district lies in exactly one class, and every class has its colour.
    values = table.loc[table["level"] == "ortsteil", "unemployment_share_2022"].dropna()
    assert [sum(low < value <= high for low, high in ranges) for value in values] == [1] * len(values)
    assert {one.get("symbol") for one in renderer.iter("range")} == {one.get("name") for one in renderer.iter("symbol")}


def test_an_old_link_to_a_geopackage_has_one_feature_a_row(client: TestClient, tmp_path: Path) -> None:
    file = tmp_path / "x.gpkg"
    file.write_bytes(client.get(f"/api/v1/observations.gpkg?{TWO}").content)
    assert len(geopandas.read_file(file, layer="observations")) == 12


def test_what_a_layer_has_no_room_for_is_refused_with_a_way_out(client: TestClient) -> None:
    answer = client.get("/api/v1/observations.gpkg?layout=wide")
    assert answer.status_code == 400
    assert "1,900" in answer.json()["detail"]
    assert "indicator, from or to" in answer.json()["detail"]
    assert client.get("/api/v1/observations.json?layout=wide").status_code == 400
    assert client.get("/api/v1/observations.csv?layout=broad").status_code == 400


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "gpkg"])
def test_nothing_is_nothing_in_this_layout_too(client: TestClient, ending: str) -> None:
    query = "indicator=base_rent&level=group&layout=wide"
    assert client.get(f"/api/v1/observations.{ending}?{query}").status_code == 200
