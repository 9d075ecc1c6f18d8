"""Every figure of every indicator, read back from each format by a library that did not write it."""

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import geopandas
import openpyxl
import pandas as pd
import pytest
from frictionless import Package
from pyarrow import parquet

from data.areas import CITY
from data.store import Dataset
from exports.about.definitions import About
from exports.formats import csv_file, data_package, geojson_file, geopackage_file, json_file, parquet_file, xlsx_file
from exports.formats.csv_file import Style
from exports.observations import NUMBERS
from tests.support.tables import KEY, in_order, same

LOOKS: dict[Style, Any] = {"int": {"sep": ",", "decimal": "."}, "de": {"sep": ";", "decimal": ","}}
ONE = "unemployment_share"


def check(read: pd.DataFrame, figures: pd.DataFrame, *, rtol: float = 0) -> None:
    """Each indicator's values, to the last digit unless said otherwise, and their status."""
    found = in_order(read)
    assert len(found) > 1000
    for id, expected in figures.groupby("indicator"):
        own = found[found["indicator"] == id].reset_index(drop=True)
        pd.testing.assert_frame_equal(own, expected.reset_index(drop=True), rtol=rtol, atol=0, obj=str(id))


def some(table: pd.DataFrame) -> pd.DataFrame:
    """The city and every twelfth other area, among them Stadtbezirke and a group, for formats that are slow to read."""
    chosen = [CITY, *sorted(table["area"].unique())[3::12]]
    return table[table["area"].isin(chosen)].reset_index(drop=True)


@pytest.mark.parametrize("style", ["int", "de"])
def test_csv(table: pd.DataFrame, figures: pd.DataFrame, style: Style) -> None:
    kinds = dict.fromkeys(table.columns.drop([*NUMBERS]), "str") | {"year": "int64"}
    read = pd.read_csv(
        io.BytesIO(csv_file.to_csv(table, style)),
        **LOOKS[style],
        encoding="utf-8-sig",
        dtype=kinds,
        keep_default_na=False,
        na_values={"value": [""]},
    )
    check(read, figures)
    assert same(read, table)


def test_json(table: pd.DataFrame, figures: pd.DataFrame) -> None:
    check(pd.DataFrame(json.loads(json_file.to_json(table, {}))["observations"]), figures)


def test_xlsx_by_openpyxl(table: pd.DataFrame, figures: pd.DataFrame, told: About) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file.to_xlsx(some(table), told)), read_only=True)
    columns, *rows = book.worksheets[0].iter_rows(values_only=True)
    read = pd.DataFrame(rows, columns=columns)
    assert {type(value) for value in read["value"].dropna()} <= {int, float}
    # XlsxWriter writes 16 of up to 17 digits; Excel shows 15.
    check(read, some(figures), rtol=1e-15)


def test_parquet_by_pyarrow(table: pd.DataFrame, figures: pd.DataFrame, told: About) -> None:
    read = parquet.read_table(io.BytesIO(parquet_file.to_parquet(table, told)))
    assert read.column("value").null_count == table["value"].isna().sum()
    check(read.to_pandas(), figures)


def test_geopackage_and_geojson_by_geopandas(
    table: pd.DataFrame, figures: pd.DataFrame, told: About, embedded: Dataset, tmp_path: Path
) -> None:
    drawn = some(table)
    (tmp_path / "x.gpkg").write_bytes(geopackage_file.to_geopackage(drawn, embedded, told))
    (tmp_path / "x.geojson").write_bytes(b"".join(geojson_file.chunks(drawn, embedded, told)))
    for name in ("x.gpkg", "x.geojson"):
        read = geopandas.read_file(tmp_path / name)
        assert read.crs.to_epsg() == 4326
        assert read.geometry.is_valid.all()
        check(read, some(figures))


def test_data_package_by_frictionless(table: pd.DataFrame, figures: pd.DataFrame, told: About, tmp_path: Path) -> None:
    zipfile.ZipFile(io.BytesIO(data_package.to_zip(some(table), told))).extractall(tmp_path)
    package = Package(str(tmp_path / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    rows = package.get_table_resource("observations").read_rows()
    # Frictionless reads numbers as decimals, exactly as they are written.
    check(pd.DataFrame([{key: row[key] for key in [*KEY, "value", "status"]} for row in rows]), some(figures))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for LibreOffice, which is skipped where it is not installed."""
    if not shutil.which("localc"):
        pytest.skip("LibreOffice Calc is not installed (apt-get install libreoffice-calc)")
    return tmp_path_factory.mktemp("office")


# Semicolon, quotation mark, UTF-8, from line 1, German numbers, text in quotation marks is no number, numbers are.
GERMAN_CSV = "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1031,false,true"


@pytest.mark.parametrize(("name", "options"), [("x.xlsx", []), ("x.csv", [GERMAN_CSV])])
def test_libreoffice_shows_numbers_as_numbers(
    table: pd.DataFrame, told: About, office: Path, name: str, options: list[str]
) -> None:
    one = table[table["indicator"] == ONE]
    (office / name).write_bytes(xlsx_file.to_xlsx(one, told) if name == "x.xlsx" else csv_file.to_csv(one, "de"))
    profile = f"-env:UserInstallation={(office / 'profile').as_uri()}"
    # What LibreOffice makes of a file shows in the workbook that it saves.
    command = ["soffice", profile, "--headless", *options, "--convert-to", "xlsx", "--outdir", "saved", name]
    subprocess.run(command, cwd=office, check=True, capture_output=True, timeout=120)
    columns, *rows = openpyxl.load_workbook(office / "saved" / "x.xlsx").worksheets[0].iter_rows()
    place = {str(cell.value): n for n, cell in enumerate(columns)}
    values = [row[place["value"]] for row in rows]
    assert {cell.data_type for cell in values} == {"n"}
    read = pd.Series([cell.value for cell in values], dtype="float64")
    # Numbers of office files have 15 to 16 digits.
    pd.testing.assert_series_equal(read, one["value"].reset_index(drop=True), rtol=1e-14, atol=0, check_names=False)
    if name == "x.xlsx":
        assert [row[place["area"]].value for row in rows] == one["area"].tolist()
        assert {cell.number_format for cell in values if cell.value is not None} == {"#,##0.0"}
