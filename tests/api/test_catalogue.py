"""What the list of indicators says about each of them."""

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import values

KEYS = {
    *("id", "topic", "title", "description", "reading", "unit", "decimals", "direction", "kind", "change"),
    *(
        "groups",
        "values",
        "sources",
        "periods",
        "periods_by_level",
        "levels",
        "model",
        "keywords",
        "state",
        "missing_sources",
    ),
}


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The list of the embedded figures by id."""
    with pytest.MonkeyPatch.context() as patch, TestClient(Starlette(routes=routes)) as client:
        patch.setenv("INDICATORS_STORE", str(tmp_path_factory.mktemp("store")))
        return {entry["id"]: entry for entry in client.get("/api/v1/indicators.json").json()["indicators"]}


def test_every_indicator_is_listed_with_all_that_is_declared(listed: dict[str, dict[str, Any]]) -> None:
    assert list(listed) == list(catalogue.load())
    assert all(set(entry) == KEYS for entry in listed.values())
    assert listed["population"]["title"] == {"de": "Einwohner", "en": "Population"}


def test_whoever_models_is_named(listed: dict[str, dict[str, Any]]) -> None:
    heat = listed["residential_heat"]
    assert (heat["kind"], set(heat["model"])) == ("modelled", {"de", "en"})
    assert heat["levels"] == ["city", "stadtbezirk", "ortsteil", "group"]
    assert listed["population"]["model"] is None


def test_periods_without_any_value_are_left_out(listed: dict[str, dict[str, Any]]) -> None:
    assert listed["population"]["periods"] == [str(year) for year in range(2000, 2025)]
    # The catalogue says that nothing is published for 2011 and from 2018 on.
    assert listed["long_term_unemployed"]["periods"][-1] < "2018"
    assert "2011" not in listed["long_term_unemployed"]["periods"]


def test_periods_are_said_of_each_level(listed: dict[str, dict[str, Any]]) -> None:
    """The city counts migrants from 2010 to 2022, its districts from 2008 to 2023; buildings only the districts."""
    spans = {level: (years[0], years[-1]) for level, years in listed["migrants"]["periods_by_level"].items()}
    assert spans == {"ortsteil": ("2008", "2023"), "city": ("2010", "2022")}
    assert list(listed["residential_buildings"]["periods_by_level"]) == ["ortsteil"]
    assert listed["births_per_1000"]["periods_by_level"] == {}


def test_levels_and_the_reason_why_groups_have_none(listed: dict[str, dict[str, Any]]) -> None:
    assert listed["population"]["levels"] == ["city", "stadtbezirk", "ortsteil", "group"]
    assert "group" not in listed["base_rent"]["levels"]
    assert set(listed["base_rent"]["groups"]["reason"]) == {"de", "en"}


def test_sources_carry_what_their_licence_asks_for(listed: dict[str, dict[str, Any]], snapshot: Dataset) -> None:
    (source,) = listed["unemployed"]["sources"]
    assert source["id"] == "kd7-3"
    assert source["licence"] == "dl-de/by-2-0"
    assert source["attribution"] == "Stadt Leipzig, Amt für Statistik und Wahlen"
    assert source["retrieved_at"] == snapshot.sources["kd7-3"]["retrieved_at"]


def test_what_is_not_loaded_says_so(listed: dict[str, dict[str, Any]]) -> None:
    births = listed["births_per_1000"]
    assert (births["state"], births["missing_sources"]) == ("not loaded", ["kd3-1"])
    assert (births["periods"], births["levels"]) == ([], [])
    assert (listed["population"]["state"], listed["population"]["missing_sources"]) == ("loaded", [])


def test_topics_are_listed_in_order_of_display(client: TestClient, snapshot: Dataset) -> None:
    answer = client.get("/api/v1/indicators.json?lang=en").json()
    assert answer["data_version"] == snapshot.version
    topics = [topic["id"] for topic in answer["topics"]]
    assert topics[0] == "population"
    assert {entry["topic"] for entry in answer["indicators"]} <= set(topics)


def test_one_language_on_request(client: TestClient) -> None:
    answer = client.get("/api/v1/indicators.json?lang=de").json()
    assert {tuple(entry["title"]) for entry in answer["indicators"]} == {("de",)}


def test_groups_are_listed_with_their_members(client: TestClient) -> None:
    listed = {group["id"]: group["members"] for group in client.get("/api/v1/indicators.json").json()["groups"]}
    assert listed["leipzig-west"] == ["50", "51", "52", "70", "71", "72", "73"]


RELIED_ON = {
    *("population", "population_change", "population_density", "mean_age", "youth_ratio", "old_age_ratio"),
    *("foreign_share", "unemployed", "unemployment_share", "youth_unemployed", "long_term_unemployed"),
    *("net_income_person", "net_income_household", "base_rent", "total_rent", "rent_burden", "dwellings"),
    *("living_space_per_dwelling", "living_space_per_resident", "residential_heat", "residential_heat_per_resident"),
    *("heating_emissions_per_resident", "district_heating_share", "cars_per_1000", "electric_car_share"),
    *("offences_per_1000", "life_satisfaction"),
}
"""Ids that programs, links and decks of others name."""


def test_at_least_seventy_are_listed_whole_in_both_languages(listed: dict[str, dict[str, Any]]) -> None:
    assert len([entry for entry in listed.values() if entry["state"] == "loaded"]) >= 70
    for entry in listed.values():
        for key in ("title", "description", "unit"):
            assert set(entry[key]) == {"de", "en"}
            assert all(told.strip() for told in entry[key].values()), (entry["id"], key)
        assert entry["kind"] in ("official", "derived", "modelled", "forecast")
        assert entry["sources"] or entry["missing_sources"], entry["id"]


def test_what_others_rely_on_has_values_in_the_embedded_figures(
    listed: dict[str, dict[str, Any]], snapshot: Dataset
) -> None:
    for id in RELIED_ON:
        assert listed[id]["state"] == "loaded"
        found = values(snapshot, catalogue.load()[id])
        assert found.loc[found["area"].isin(snapshot.codes("ortsteil")), "value"].notna().any(), id
        assert found.loc[found["area"] == CITY, "value"].notna().any(), id
