"""Observations and trends over HTTP, against figures that the city publishes."""

import io

import pandas as pd
import pytest
from starlette.testclient import TestClient

from exports import observations, trends

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


def test_everything_is_every_indicator_of_every_official_area(client: TestClient) -> None:
    found = table(client, "from=2021&to=2021")
    assert found.columns.tolist() == observations.COLUMNS
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
        ("indicator=population,unemployed&from=2012", "leipzig_indicators_from-2012_"),
        ("indicator=population&to=2012", "leipzig_population_to-2012_"),
        ("area=51", "leipzig_indicators_all_"),
    ],
)
def test_the_name_of_a_file_says_what_is_in_it(client: TestClient, query: str, start: str) -> None:
    version = client.get("/healthz").json()["data_version"]
    disposition = client.get(f"{OBSERVATIONS}?{query}").headers["content-disposition"]
    assert disposition == f'attachment; filename="{start}{version}.csv"'
