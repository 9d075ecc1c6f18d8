"""Tables behind pages, at addresses of their own: the figures that the pages show."""

import io

import pandas as pd
import pytest
from starlette.testclient import TestClient

from exports.tables import growth_story, moved_most, profile, similarity


def read(client: TestClient, address: str) -> pd.DataFrame:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    return pd.read_csv(io.BytesIO(answer.content), dtype={"area": "str", "of": "str"})


def test_the_profile_of_a_district(client: TestClient) -> None:
    table = read(client, "profile.csv?area=51").set_index("indicator")
    assert [*table.reset_index().columns] == ["indicator", *profile.COLUMNS[1:]]
    row = table.loc["population"]
    # Plagwitz has 17,209 residents in 2024; of 63 districts.
    assert (row["value"], str(row["of"]), row["area_id"]) == (17209, "63", "OT51")


def test_a_group_has_a_profile_too(client: TestClient) -> None:
    table = read(client, "profile.csv?area=leipzig-west&lang=de").set_index("indicator")
    assert table.loc["population", "value"] == 88047
    assert table.loc["population", "title"] == "Einwohner"


def test_who_resembles_a_district_is_none_of_its_own(client: TestClient) -> None:
    table = read(client, "similarity.csv?area=51")
    assert table.columns.tolist() == similarity.COLUMNS
    assert "51" not in set(table["area"])
    assert table["distance"].is_monotonic_increasing
    assert table["rank"].tolist() == list(range(1, len(table) + 1))


def test_what_moved_most_is_in_order(client: TestClient) -> None:
    table = read(client, "moved-most.csv?area=14713000&from=2012&to=2024")
    assert table.columns.tolist() == moved_most.COLUMNS
    assert table["score"].abs().is_monotonic_decreasing
    # As the overview has it: hybrid vehicles first.
    assert table.iloc[0]["change"] == pytest.approx(4.48, abs=0.005)


def test_contributions_add_to_the_citys_growth(client: TestClient) -> None:
    table = read(client, "contributions.csv?from=2012&to=2024&level=stadtbezirk")
    assert table.columns.tolist() == growth_story.COLUMNS
    *parts, city = table["difference"].tolist()
    assert city == 632562 - 528540
    assert sum(parts) == city
    assert table["share_of_change"].iloc[:-1].sum() == pytest.approx(100)


def test_limits_enclose_what_is_modelled(client: TestClient) -> None:
    table = read(client, "limits.csv?indicator=residential_heat&level=ortsteil&from=2022")
    assert len(table) == 63
    known = table.dropna(subset="value")
    assert (known["low"] < known["value"]).all()
    assert (known["value"] < known["high"]).all()


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("profile.csv", "area names 0 areas"),
        ("profile.csv?area=51,52", "expected a single one"),
        ("similarity.csv?area=14713000", "no peers"),
        ("moved-most.csv?area=51&from=2012", "from and to are needed"),
        ("moved-most.csv?area=leipzig-west&from=2012&to=2024", "a group"),
        ("contributions.csv?from=2012&to=2024&level=city", "'ortsteil' or 'stadtbezirk'"),
        ("limits.csv?indicator=population", "residential_heat"),
    ],
)
def test_what_is_wrong_is_said(client: TestClient, address: str, part: str) -> None:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 400
    assert part in answer.json()["detail"]
