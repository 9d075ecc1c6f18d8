"""JSON-stat as a library reads it that did not write it."""

import json

import pytest
from pyjstat import pyjstat
from starlette.testclient import TestClient

QUERY = "indicator=unemployment_share,unemployed&area=51,00,14713000&from=2000&to=2012"


# Its own reader calls a function that it calls outdated.
@pytest.mark.filterwarnings("ignore:Shouldn't use this function:DeprecationWarning")
def test_every_cell_is_where_a_reader_looks_for_it(client: TestClient) -> None:
    answer = client.get(f"/api/v1/observations.jsonstat?{QUERY}")
    assert answer.headers["content-type"] == "application/json"
    cube = pyjstat.Dataset.read(answer.text)
    table = cube.write("dataframe", naming="id")
    keyed = table.set_index(["indicator", "area_id", "period"])["value"]
    assert keyed["unemployment_share", "OT51", "2012"] == 9.030516919
    assert keyed["unemployed", "CITY", "2012"] == 28663
    rows = client.get(f"/api/v1/observations.json?{QUERY}").json()["observations"]
    assert len(rows) > 50
    for row in rows:
        found = keyed[row["indicator"], row["area_id"], row["period"]]
        assert found == row["value"] or (row["value"] is None and found != found)


def test_it_says_what_is_missing_where_it_is_from_and_when_that_was_had(client: TestClient) -> None:
    told = client.get(f"/api/v1/observations.jsonstat?{QUERY}&lang=de").json()
    areas, periods = (told["dimension"][name]["category"]["index"] for name in ("area_id", "period"))
    # Unemployed are the second indicator; the city published none for 2000.
    cell = str((1 * len(areas) + areas.index("CITY")) * len(periods) + periods.index("2000"))
    assert (told["status"][cell], cell in told["value"]) == ("M", False)
    assert told["dimension"]["area_id"]["category"]["label"]["OT51"] == "Plagwitz"
    assert told["dimension"]["indicator"]["category"]["unit"]["unemployed"]["label"] == "Personen"
    assert told["role"]["time"] == ["period"]
    assert told["extension"]["data_version"] == client.get("/healthz").json()["data_version"]
    assert all(source["retrieved_at"].startswith("20") for source in told["extension"]["sources"])


def test_nothing_is_an_empty_cube(client: TestClient) -> None:
    answer = client.get("/api/v1/observations.jsonstat?indicator=base_rent&level=group&lang=en")
    assert json.loads(answer.text)["size"] == [0, 0, 0]
    assert "no figures" in answer.json()["extension"]["note"]
