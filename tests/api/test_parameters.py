"""Wrong parameters: one sentence that names the parameter, what came and what it may be."""

import pytest
from starlette.testclient import TestClient

OBSERVATIONS = "/api/v1/observations.csv"
TRENDS = "/api/v1/trends.csv"
AREAS = "/api/v1/areas.geojson"

WRONG = [
    (OBSERVATIONS, "indicator=populaton", ["indicator", "populaton", "'population'", "/api/v1/indicators.json"]),
    (OBSERVATIONS, "indicator=population,", ["indicator", "''"]),
    (OBSERVATIONS, "area=Plagwitz", ["area", "Plagwitz", "'51'", "/api/v1/areas.geojson"]),
    (OBSERVATIONS, "area=leipzig-wset", ["area", "leipzig-wset", "'leipzig-west'"]),
    (OBSERVATIONS, "area=", ["area", "''"]),
    (OBSERVATIONS, "level=district", ["level", "district", "'ortsteil'", "'group'"]),
    (OBSERVATIONS, "level=city&area=51", ["level", "'city'", "'51'", "ortsteil"]),
    (OBSERVATIONS, "group=West", ["group", "'West'", "'West~505152'"]),
    (OBSERVATIONS, "group=West~5", ["group", "'West~5'"]),
    (OBSERVATIONS, "group=West~99", ["group", "'West~99'"]),
    (OBSERVATIONS, "group=", ["group", "''"]),
    (OBSERVATIONS, "group=<b>~50", ["group"]),
    (OBSERVATIONS, "group=A~50&group=B~51", ["group", "2 times"]),
    (OBSERVATIONS, "group=A~50&indicator=base_rent", ["indicator 'base_rent'", "group of districts", "survey"]),
    (OBSERVATIONS, "group=A~50&indicator=population,life_satisfaction", ["indicator 'life_satisfaction'"]),
    (OBSERVATIONS, "area=leipzig-west&indicator=base_rent", ["indicator 'base_rent'", "group of districts"]),
    (TRENDS, "group=A~50&indicator=base_rent", ["indicator 'base_rent'"]),
    ("/api/v1/revisions.csv", "group=A~50", ["group", "'indicator'"]),
    (OBSERVATIONS, "from=12", ["from", "'12'", "year"]),
    (OBSERVATIONS, "to=2012-05-15", ["to", "2012-05-15", "year"]),
    (OBSERVATIONS, "to=２０１２", ["to", "year"]),
    (OBSERVATIONS, "from=2013&to=2012", ["from", "2013", "to", "2012"]),
    (OBSERVATIONS, "version=a&version=b", ["version", "2 times"]),
    (OBSERVATIONS, "lang=fr", ["lang", "fr", "'de'", "'en'"]),
    (OBSERVATIONS, "lang=de&lang=en", ["lang", "2 times"]),
    (OBSERVATIONS, "style=xlsx", ["style", "xlsx", "'int'", "'de'"]),
    (OBSERVATIONS, "indikator=population", ["indikator", "'indicator'"]),
    ("/api/v1/observations.json", "style=de", ["style", "'lang'"]),
    ("/api/v1/indicators.json", "lang=fr", ["lang", "fr"]),
    ("/api/v1/indicators.json", "indicator=population", ["indicator", "'lang'"]),
    (TRENDS, "", ["indicator", "missing", "/api/v1/indicators.json"]),
    (TRENDS, "indicator=population&colour=red", ["colour"]),
    (AREAS, "level=group", ["level", "group", "'ortsteil'"]),
    ("/api/v1/observations.xlsx", "style=de", ["style", "'lang'"]),
    ("/api/v1/observations.zip", "indicator=x", ["indicator", "'x'"]),
    ("/api/v1/versions.json", "lang=de", ["lang", "no parameter"]),
    ("/api/v1/revisions.csv", "version=x", ["version", "'from'"]),
    ("/api/v1/", "lang=fr", ["lang", "fr"]),
]


@pytest.mark.parametrize(("address", "query", "told"), WRONG, ids=[f"{a[8:]}?{q}" for a, q, _ in WRONG])
def test_a_wrong_parameter_is_named(client: TestClient, address: str, query: str, told: list[str]) -> None:
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json()["title"], answer.json()["status"]) == ("Bad Request", 400)
    sentence = answer.json()["detail"]
    assert sentence.startswith(told[0])
    assert sentence.endswith(".")
    for part in told:
        assert part in sentence


def test_a_long_value_is_not_repeated_in_full(client: TestClient) -> None:
    assert len(client.get(f"{OBSERVATIONS}?area={'x' * 5000}").json()["detail"]) < 300


@pytest.mark.parametrize("name", ["yesterday", "../snapshot", ""])
@pytest.mark.parametrize("address", [OBSERVATIONS, "/api/v1/observations.gpkg", AREAS, "/api/v1/indicators.json"])
def test_a_version_that_is_not_kept_is_not_found(client: TestClient, address: str, name: str) -> None:
    answer = client.get(f"{address}?version={name}")
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith(f"version is '{name}', which is not kept here, expected '")
