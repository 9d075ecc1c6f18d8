"""Observations and trends over HTTP, against figures that the city publishes."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pytest
from starlette.testclient import TestClient

from data.store import Dataset
from exports import observations
from exports.formats.registry import FORMATS
from exports.tables import trends

OBSERVATIONS = "/api/v1/observations.csv"
CITY = "14713000"
WEST = ["50", "51", "52", "70", "71", "72", "73"]


def table(client: TestClient, query: str, address: str = OBSERVATIONS, separator: str = ",") -> pd.DataFrame:
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 200, answer.text
    text = answer.content.decode("utf-8-sig")
    return pd.read_csv(io.StringIO(text), sep=separator, dtype="str", keep_default_na=False)


@pytest.mark.parametrize(
    ("indicator", "area", "year", "value"),
    [
        ("population", CITY, "2000", "479996"),
        ("population", CITY, "2024", "632562"),
        ("population", "00", "2012", "1703"),
        ("unemployed", CITY, "2012", "28663"),
        ("unemployed", CITY, "2000", ""),
        ("unemployment_share", "51", "2012", "9.030516919"),
        ("population", "leipzig-west", "2024", "88047"),
    ],
)
def test_published_figures(client: TestClient, indicator: str, area: str, year: str, value: str) -> None:
    found = table(client, f"indicator={indicator}&area={area}&from={year}&to={year}")
    assert found[["indicator", "area", "period", "value"]].to_numpy().tolist() == [[indicator, area, year, value]]


def test_a_missing_figure_says_why(client: TestClient) -> None:
    assert table(client, f"indicator=unemployed&area={CITY}&from=2000&to=2000")["status"].tolist() == ["M"]


def test_a_group_is_the_sum_of_its_members(client: TestClient) -> None:
    found = table(client, f"indicator=population&area=leipzig-west,{','.join(WEST)}&from=2024")
    values = found.set_index("area")["value"].astype("int64")
    assert values["leipzig-west"] == values[WEST].sum()


def test_a_group_of_ones_own_is_put_together_from_its_districts(client: TestClient) -> None:
    """Of the members that Leipzig West is declared with, it has the same figures; what is asked for beside it stays."""
    own, area = f"Mein Westen~{''.join(WEST)}", f"leipzig-west,{CITY}"
    found = table(client, f"indicator=unemployment_share,population&area={area}&group={own}&from=2012&lang=de")
    assert found["area"].unique().tolist() == [CITY, "leipzig-west", "own-1"]
    same = ["indicator", "period", "value", "status", "level"]
    declared, made = (found.loc[found["area"] == id, same].to_numpy().tolist() for id in ("leipzig-west", "own-1"))
    assert made == declared
    assert len(made) > 20
    assert set(found.loc[found["area"] == "own-1", "name"]) == {"„Mein Westen“ (50, 51, 52, 70, 71, 72, 73)"}


def test_a_group_alone_is_all_that_is_answered(client: TestClient) -> None:
    found = table(client, "group=A~5051~B~52&from=2024&to=2024")
    assert found["area"].unique().tolist() == ["own-1", "own-2"]
    assert "population" in set(found["indicator"])
    # Nobody named the medians, so they are left out like those of a declared group.
    assert "base_rent" not in set(found["indicator"])
    levels = table(client, "group=A~5051&level=city&indicator=population&from=2024")
    assert levels["area"].tolist() == [CITY, "own-1"]


def test_a_group_has_its_trend_and_its_shape(client: TestClient) -> None:
    query = f"indicator=population&area=leipzig-west&group=A~{''.join(WEST)}"
    found = table(client, query, "/api/v1/trends.csv").drop(columns=["area", "name", "area_id"])
    assert found.iloc[0].tolist() == found.iloc[1].tolist()
    drawn = client.get(f"/api/v1/observations.geojson?{query}&from=2024").json()["features"]
    assert drawn[0]["geometry"] == drawn[1]["geometry"]
    assert drawn[0]["geometry"] is not None


def test_everything_is_every_indicator_of_every_official_area(client: TestClient) -> None:
    found = table(client, "from=2021&to=2021")
    assert found.columns.tolist() == [*observations.COLUMNS, "data_version", "retrieved_at"]
    declared = client.get("/api/v1/indicators.json").json()["indicators"]
    there = found["indicator"].unique().tolist()
    assert there == [indicator["id"] for indicator in declared if indicator["id"] in there]
    assert {indicator["id"] for indicator in declared if "2021" in indicator["periods"]} <= set(there)
    assert found.groupby("level")["area"].nunique().to_dict() == {"city": 1, "ortsteil": 63, "stadtbezirk": 10}


def test_commas_and_repeated_parameters_ask_for_the_same(client: TestClient) -> None:
    separate = table(client, "indicator=unemployed&indicator=population&area=51&area=50")
    assert separate.equals(table(client, "indicator=unemployed,population&area=51,50"))
    assert separate["indicator"].unique().tolist() == ["unemployed", "population"]


def test_the_german_style_and_language(client: TestClient) -> None:
    query = "indicator=unemployment_share&area=51&from=2012&to=2012&lang=de&style=de"
    assert client.get(f"{OBSERVATIONS}?{query}").content.startswith(b"\xef\xbb\xbf")
    found = table(client, query, separator=";")
    assert found[["title", "value"]].to_numpy().tolist() == [["Arbeitslosenanteil", "9,030516919"]]


def test_english_unless_said_otherwise(client: TestClient) -> None:
    assert table(client, "indicator=population&area=51")["title"].unique().tolist() == ["Population"]


def test_json_holds_the_same_rows(client: TestClient) -> None:
    query = "indicator=unemployed&level=city,group"
    answer = client.get(f"/api/v1/observations.json?{query}")
    assert answer.headers["content-type"] == "application/json"
    rows = answer.json()["observations"]
    shown = ["" if row["value"] is None else str(row["value"]) for row in rows]
    assert shown == table(client, query)["value"].tolist()
    assert [row["value"] for row in rows if (row["area"], row["period"]) == (CITY, "2000")] == [None]


@pytest.mark.parametrize(("lang", "model"), [("de", "eigenes Modell"), ("en", "own model")])
def test_modelled_figures_say_so_in_every_row(client: TestClient, lang: str, model: str) -> None:
    ids = "residential_heat,residential_heat_per_resident,heating_emissions_per_resident"
    found = table(client, f"indicator={ids}&area=51,{CITY},leipzig-west&lang={lang}")
    assert set(found["kind"]) == {"modelled"}
    assert set(found["status"]) == {"E"}
    assert found["source"].str.startswith(model).all()
    assert set(found["period"]) == {str(year) for year in range(2011, 2023)}
    assert len(found) == 3 * 3 * 12


ENDINGS = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "gpkg": "application/geopackage+sqlite3",
    "geojson": "application/geo+json",
    "zip": "application/zip",
}
QUERY = "indicator=unemployed,unemployment_share&area=51,leipzig-west&from=2011&to=2012"


def rows_of(ending: str, body: bytes, folder: Path) -> Any:
    """The rows of any format, as the library reads them that its users have."""
    file = folder / f"x.{ending}"
    file.write_bytes(body)
    text: Any = {"dtype": {"area": "str", "period": "str"}}
    match ending:
        case "csv":
            return pd.read_csv(file, **text)
        case "json":
            return pd.DataFrame(json.loads(body)["observations"])
        case "xlsx":
            return pd.read_excel(file, **text)
        case "parquet":
            return pd.read_parquet(file)
        case "zip":
            with zipfile.ZipFile(file).open("observations.csv") as member:
                return pd.read_csv(member, **text)
    return pd.DataFrame(geopandas.read_file(file))


BESIDE = ["geometry", "data_version", "retrieved_at"]
"""Columns that some formats have beside the observations'."""


@pytest.mark.parametrize("style", ["int", "de"])
def test_csv_says_its_version_and_when_its_sources_were_retrieved(
    client: TestClient, snapshot: Dataset, style: str
) -> None:
    found = table(client, f"indicator=population&level=city&style={style}", separator={"int": ",", "de": ";"}[style])
    assert set(found["data_version"]) == {snapshot.version}
    assert set(found["retrieved_at"]) == {snapshot.sources["kd2-1"]["retrieved_at"]}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_names_the_format(client: TestClient, tmp_path: Path, ending: str) -> None:
    answer = client.get(f"/api/v1/observations.{ending}?{QUERY}")
    assert answer.headers["content-type"].partition(";")[0] == ENDINGS[ending]
    version = client.get("/healthz").json()["data_version"]
    assert (
        f'filename="leipzig_unemployed-unemployment_share_areas_2011-2012_{version}.{ending}"'
        in answer.headers["content-disposition"]
    )
    found = rows_of(ending, answer.content, tmp_path)
    key = ["indicator", "area", "period"]
    assert found.columns.drop(BESIDE, errors="ignore").tolist() == observations.COLUMNS
    assert found[key].to_numpy().tolist() == [
        [indicator, area, period]
        for indicator in ("unemployed", "unemployment_share")
        for area in ("51", "leipzig-west")
        for period in ("2011", "2012")
    ]
    cells = found.set_index(key)["value"]
    assert cells["unemployment_share", "51", "2012"] == pytest.approx(9.030516919, rel=1e-15)
    again = client.get(f"/api/v1/observations.{ending}?{QUERY}", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_choice_without_figures(client: TestClient, tmp_path: Path, ending: str) -> None:
    answer = client.get(f"/api/v1/observations.{ending}?indicator=base_rent&level=group&lang=de")
    assert answer.status_code == 200
    found = rows_of(ending, answer.content, tmp_path)
    assert len(found) == 0
    if ending not in ("json", "geojson"):
        assert found.columns.drop(BESIDE, errors="ignore").tolist() == observations.COLUMNS
    else:
        assert answer.json()["note"] == "Diese Datenversion enthält keine Werte für diese Auswahl."


@pytest.mark.parametrize("ending", ["xlsx", "parquet", "zip", "geojson", "gpkg"])
def test_too_many_rows_are_refused_with_a_way_out(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setitem(FORMATS, ending, replace(FORMATS[ending], most=1_000))
    allowed, refused = (
        client.get(f"/api/v1/observations.{ending}?indicator=population{more}") for more in ("&level=city", "")
    )
    assert allowed.status_code == 200
    assert (refused.status_code, refused.headers["content-type"]) == (400, "application/problem+json")
    for part in ("1,000", "indicator, area, level, from or to", ".csv or .json"):
        assert part in refused.json()["detail"]
    assert client.get("/api/v1/observations.csv?indicator=population").status_code == 200


def test_a_file_says_where_it_can_be_had_again(client: TestClient) -> None:
    version = client.get("/healthz").json()["data_version"]
    answer = client.get("/api/v1/observations.geojson?indicator=population&level=city&from=2024").json()
    address = (
        f"http://testserver/api/v1/observations.geojson?indicator=population&level=city&from=2024&version={version}"
    )
    assert answer["address"] == address
    assert address in answer["citation"]
    assert client.get(address).json()["address"] == address


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("", 200),
        ("*/*", 200),
        ("text/csv", 200),
        ("text/*;q=0.1", 200),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 200),
        ("application/json", 406),
        ("text/html", 406),
        ("*/*, text/csv;q=0", 406),
        ("text/csv;q=0.0", 406),
    ],
)
def test_what_is_not_accepted_is_not_sent(client: TestClient, accept: str, status: int) -> None:
    answer = client.get(f"{OBSERVATIONS}?indicator=population&level=city", headers={"Accept": accept})
    assert answer.status_code == status
    if status == 406:
        assert answer.headers["content-type"] == "application/problem+json"
        assert "/api/v1/observations.csv gives text/csv" in answer.json()["detail"]


def test_trends(client: TestClient) -> None:
    found = table(client, "indicator=population&level=city&from=2010&to=2019", "/api/v1/trends.csv")
    assert found.columns.tolist() == trends.COLUMNS
    assert found[["area", "from", "to", "n", "verdict"]].to_numpy().tolist() == [
        [CITY, "2010", "2019", "10", "rising"],
    ]


@pytest.mark.parametrize(
    ("query", "start"),
    [
        ("indicator=population&from=2012&to=2013", "leipzig_population_2012-2013_"),
        ("indicator=population,unemployed&from=2012", "leipzig_population-unemployed_from-2012_"),
        ("indicator=population&to=2012", "leipzig_population_to-2012_"),
        ("area=51", "leipzig_indicators_51_all_"),
        ("indicator=population&level=city,group", "leipzig_population_city-group_all_"),
        ("indicator=population&group=Mein Süden~40", "leipzig_population_Mein-Sueden_all_"),
        ("indicator=population&group=Süd~40&level=city&from=2012", "leipzig_population_city-Sued_from-2012_"),
        ("indicator=population&group=Süd~40&area=51", "leipzig_population_areas_all_"),
    ],
)
def test_the_name_of_a_file_says_what_is_in_it(client: TestClient, query: str, start: str) -> None:
    version = client.get("/healthz").json()["data_version"]
    disposition = client.get(f"{OBSERVATIONS}?{query}").headers["content-disposition"]
    assert disposition == f'attachment; filename="{start}{version}.csv"'
