"""Ids of areas: which spreadsheet can shorten none, and which every table has the same."""

import io
from typing import Any

import geopandas
import openpyxl
import pandas as pd
import pytest
from starlette.testclient import TestClient

from data.areas import CITY, area_id
from data.store import Dataset
from exports.area_ids import identified
from exports.formats.csv_file import STYLES, Style, to_csv
from exports.observations import observations
from indicators import catalogue
from indicators.selection import Selection

POPULATION = catalogue.load()["population"]
READ: dict[Style, Any] = {"int": {"sep": ","}, "de": {"sep": ";", "decimal": ","}}


def test_no_two_areas_become_one_in_a_spreadsheet(snapshot: Dataset) -> None:
    codes = snapshot.areas["code"]
    # What Excel and pandas make of the codes: seven pairs of them collide.
    assert len(codes) - codes.astype("int64").nunique() == 7
    ids = [area_id(code, level) for code, level in zip(codes, snapshot.areas["level"], strict=True)]
    assert len(set(ids)) == 74
    assert pd.to_numeric(pd.Series(ids), errors="coerce").isna().all()


@pytest.mark.parametrize("style", STYLES)
def test_it_survives_a_reader_that_guesses_types(snapshot: Dataset, style: Style) -> None:
    table = observations(snapshot, Selection([POPULATION], areas=["00", "0", "51", CITY, "leipzig-west"]), "de")
    guessed = pd.read_csv(io.BytesIO(to_csv(table[table["period"] == "2024"], style)), **READ[style])
    assert guessed[["area_id", "year", "parent"]].fillna("").to_numpy().tolist() == [
        ["CITY", 2024, ""],
        ["SB0", 2024, "CITY"],
        ["OT00", 2024, "SB0"],
        ["OT51", 2024, "SB5"],
        ["leipzig-west", 2024, ""],
    ]


def test_a_day_and_a_quarter_lie_in_their_year(snapshot: Dataset) -> None:
    periods = ["2022-05-15", "2024-Q1", "2024", "2022-05-15"]
    table = pd.DataFrame({"area": ["00", "14612000", "own-1", "remainder"], "period": periods, "value": 1.0})
    assert identified(snapshot, table)[["area_id", "year", "parent"]].to_numpy().tolist() == [
        ["OT00", 2022, "SB0"],
        ["AGS14612000", 2024, ""],
        ["own-1", 2024, ""],
        ["remainder", 2022, ""],
    ]


@pytest.mark.parametrize(
    ("address", "last"),
    [
        ("observations.csv?indicator=mean_age&area=51&from=2023", ["OT51", "2023", "SB5"]),
        ("trends.csv?indicator=mean_age&area=51", ["OT51", "SB5"]),
        ("cities.csv?area=14612000&from=2022", ["AGS14612000", "2022", ""]),
    ],
)
def test_every_table_ends_with_them(client: TestClient, address: str, last: list[str]) -> None:
    table = pd.read_csv(io.BytesIO(client.get(f"/api/v1/{address}").content), dtype="str", keep_default_na=False)
    names = ["area_id", "year", "parent"] if len(last) == 3 else ["area_id", "parent"]
    table = table.drop(columns=["data_version", "retrieved_at"], errors="ignore")
    assert table.columns[-len(last) :].tolist() == names
    assert table.iloc[0, -len(last) :].tolist() == last


def test_a_workbook_has_the_year_as_a_number(client: TestClient) -> None:
    book = client.get("/api/v1/observations.xlsx?indicator=population&area=00&from=2024").content
    header, row = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].iter_rows(values_only=True)
    assert dict(zip(header, row, strict=True)).items() >= {"area": "00", "area_id": "OT00", "year": 2024}.items()


# What is read from an address has no ending, which GDAL remarks on.
@pytest.mark.filterwarnings("ignore:File /vsimem/:RuntimeWarning")
@pytest.mark.parametrize("style", STYLES)
def test_three_lines_join_a_file_with_its_map(running: str, style: Style) -> None:
    """What an analyst types: pandas guesses all types, geopandas reads the boundaries, one column joins them."""
    files, look = f"{running}/api/v1/observations", READ[style]
    query = "indicator=population&level=ortsteil&from=2024"

    figures = pd.read_csv(f"{files}.csv?{query}&style={style}", **look)
    areas = geopandas.read_file(f"{files}.gpkg?{query}&layout=wide", layer="areas")
    joined = areas[["area_id", "geometry"]].merge(figures, on="area_id", validate="1:1")

    assert len(joined) == 63
    assert joined.geometry.notna().all()
    assert joined.set_index("area_id").at["OT51", "value"] == 17209
    assert joined.set_index("area_id").at["OT00", "name"] == "Zentrum"
