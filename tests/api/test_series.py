"""Publishers' own figures over HTTP, and what is said of those that are not loaded."""

import io

import pandas as pd
import pytest
from starlette.testclient import TestClient

from data.store import Dataset
from exports.tables.series import COLUMNS
from indicators import catalogue
from indicators.catalogue.availability import missing_rubrics

RESIDENTS = "kd2-1/Einwohner insgesamt"


def read(client: TestClient, query: str) -> pd.DataFrame:
    answer = client.get(f"/api/v1/series.csv?{query}")
    assert answer.status_code == 200, answer.text
    return pd.read_csv(io.BytesIO(answer.content), dtype="str", keep_default_na=False)


def test_a_rate_can_be_made_again_from_its_parts(client: TestClient) -> None:
    """Unemployed of Plagwitz in 2012 over residents of 15 to 64, as the page has it: 9.030516919 percent."""
    share = catalogue.load()["unemployment_share"]
    table = read(client, "&".join(f"series={name}" for name in share.series) + "&area=51&from=2012&to=2012")
    assert table.columns.tolist() == COLUMNS
    assert set(table["series"]) == set(share.series)
    assert set(table["area_id"]) == {"OT51"}


def test_counts_as_published(client: TestClient) -> None:
    table = read(client, f"series={RESIDENTS}&level=city,ortsteil&from=2024&lang=de")
    assert table.iloc[0][["area", "value", "status", "year"]].tolist() == ["14713000", "632562", "A", "2024"]
    assert table.set_index("area_id").at["OT51", "value"] == "17209"
    assert table["source"].iloc[0] == "Stadt Leipzig, Amt für Statistik und Wahlen (dl-de/by-2-0): kd2-1"


def test_every_name_in_the_list_has_figures(client: TestClient) -> None:
    listed = {one["series"]: one["indicators"] for one in client.get("/api/v1/series.json").json()["series"]}
    assert {"population", "population_density"} <= set(listed[RESIDENTS])
    with_comma = next(name for name in listed if "," in name)
    table = read(client, f"series={with_comma}&series={RESIDENTS}")
    assert table["series"].unique().tolist() == [with_comma, RESIDENTS]


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("", ["series is missing", "/api/v1/series.json"]),
        ("series=kd2-1/Einwohner", ["'kd2-1/Einwohner'", RESIDENTS]),
        (f"series={RESIDENTS}&area=leipzig-west", ["leipzig-west", "50,51"]),
        (f"series={RESIDENTS}&level=group", ["group"]),
        (f"series={RESIDENTS}&indicator=population", ["indicator"]),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, query: str, parts: list[str]) -> None:
    answer = client.get(f"/api/v1/series.csv?{query}")
    assert answer.status_code == 400
    assert all(part in answer.json()["detail"] for part in parts)


@pytest.mark.parametrize("address", ["observations.csv", "observations.gpkg", "trends.csv"])
def test_what_is_declared_and_not_loaded_is_not_found_with_its_reason(
    client: TestClient, snapshot: Dataset, address: str
) -> None:
    (rubric, *_) = missing_rubrics(catalogue.load()["employees"], snapshot)
    answer = client.get(f"/api/v1/{address}?indicator=employees")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert all(part in answer.json()["detail"] for part in ("employees", rubric, snapshot.version, "data.refresh"))
    # Beside one that has figures, it is left out as before.
    assert client.get(f"/api/v1/{address}?indicator=employees,population&level=city").status_code == 200
