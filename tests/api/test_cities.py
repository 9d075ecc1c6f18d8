"""The cities over HTTP: the figures of the page at a stable address."""

import io

import pandas as pd
import pytest
from starlette.testclient import TestClient

from exports.observations import COLUMNS
from indicators.cities import indicators

CSV, JSON = "/api/v1/cities.csv", "/api/v1/cities.json"


def table(client: TestClient, query: str, separator: str = ",") -> pd.DataFrame:
    answer = client.get(f"{CSV}?{query}")
    assert answer.status_code == 200, answer.text
    return pd.read_csv(
        io.StringIO(answer.content.decode("utf-8-sig")), sep=separator, dtype="str", keep_default_na=False
    )


def test_published_figures(client: TestClient) -> None:
    found = table(client, "indicator=eurostat_unemployment_rate&area=14713000&from=2022")
    assert found.columns.tolist() == COLUMNS
    assert found[["name", "period", "value", "status"]].to_numpy().tolist() == [
        ["Leipzig", "2022", "4.49", "A"],
        ["Leipzig", "2023", "5.26", "A"],
    ]


def test_everything_is_every_indicator_of_the_five_cities(client: TestClient) -> None:
    found = table(client, "")
    assert found["indicator"].unique().tolist() == list(indicators())
    assert found["area"].nunique() == 5
    assert set(found["level"]) == {"city"}


def test_a_composition_stands_for_all_its_parts(client: TestClient) -> None:
    found = table(client, "indicator=census_heating&area=14713000")
    assert len(found) == 9
    assert found["value"].astype(float).sum() == pytest.approx(100)
    both = table(client, "indicator=census_heating_gas,census_heating&area=14713000")
    assert both["indicator"].tolist()[0] == "census_heating_gas"
    assert len(both) == 9


def test_the_german_style(client: TestClient) -> None:
    found = table(client, "indicator=census_base_rent&area=11000000&lang=de&style=de", separator=";")
    assert found[["title", "value"]].to_numpy().tolist() == [["Nettokaltmiete (Zensus)", "7,73"]]


def test_json_says_what_the_figures_mean(client: TestClient) -> None:
    answer = client.get(f"{JSON}?indicator=eurostat_median_age&from=2024&lang=de").json()
    assert answer["lang"] == "de"
    (meaning,) = answer["indicators"]
    assert (meaning["id"], meaning["unit"], meaning["kind"]) == ("eurostat_median_age", "Jahre", "official")
    assert "zwei gleich große Hälften" in meaning["description"]
    assert [row["value"] for row in answer["observations"]] == [39.7, 41.8, 46.9, 41.3]


def test_the_name_of_the_file_and_an_answer_that_is_known(client: TestClient) -> None:
    first = client.get(f"{CSV}?indicator=census_base_rent")
    version = client.get("/healthz").json()["data_version"]
    assert first.headers["content-disposition"] == f'attachment; filename="cities_census_base_rent_all_{version}.csv"'
    again = client.get(f"{CSV}?indicator=census_base_rent", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"{CSV}?indicator=unemployment_rate", ["indicator", "'eurostat_unemployment_rate'", "/api/v1/cities.json"]),
        (f"{CSV}?indicator=population", ["indicator", "'population'"]),
        (f"{CSV}?area=51", ["area", "'51'", "'14713000'"]),
        (f"{CSV}?level=city", ["level", "'indicator'"]),
        (f"{JSON}?style=de", ["style", "'lang'"]),
        (f"{CSV}?from=2024&to=2023", ["from", "2024"]),
        (f"{CSV}?version=x", ["version", "'x'"]),
    ],
)
def test_wrong_parameters_are_named(client: TestClient, address: str, said: list[str]) -> None:
    answer = client.get(address)
    assert answer.status_code == (404 if "version" in address else 400)
    assert all(part in answer.json()["detail"] for part in said)


def test_other_addresses_know_no_other_city(client: TestClient) -> None:
    assert len(client.get("/api/v1/areas.geojson?level=city").json()["features"]) == 1
    assert client.get("/api/v1/observations.csv?area=14612000").status_code == 400
