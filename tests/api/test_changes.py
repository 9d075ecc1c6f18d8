"""What browsers repaint maps of change with: values, and the steps of every span as the page has them."""

from starlette.testclient import TestClient

from charts.theme import LIGHT
from data.store import Dataset
from indicators import catalogue
from indicators.selection import Selection
from pictures.request import Request
from pictures.scales import change_scale


def test_every_span_has_the_steps_of_its_map(client: TestClient, snapshot: Dataset) -> None:
    told = client.get("/api/v1/changes.json?indicator=unemployment_share").json()
    first, last = told["periods"].index("2012"), told["periods"].index("2022")
    chosen = Selection((catalogue.load()["unemployment_share"],), levels=("ortsteil", "city"), start="2012", end="2022")
    drawn = change_scale(Request("en", snapshot, LIGHT, chosen))
    steps = told["steps"][first][last - first - 1]
    assert [*(-step for step in reversed(steps)), *steps] == list(drawn.breaks)
    assert (told["percent"], told["decimals"]) == (False, drawn.decimals)
    assert [len(row) for row in told["steps"]] == list(reversed(range(len(told["periods"]))))


def test_values_are_the_published_ones(client: TestClient) -> None:
    """17,209 people lived in Plagwitz at the end of 2024, by the city's statistics."""
    told = client.get("/api/v1/changes.json?indicator=population").json()
    assert told["values"][told["periods"].index("2024")][told["areas"].index("51")] == 17209


def test_one_indicator_is_asked_for(client: TestClient) -> None:
    for asked in ("", "?indicator=population,mean_age"):
        answer = client.get(f"/api/v1/changes.json{asked}")
        assert (answer.status_code, "indicator" in answer.json()["detail"]) == (400, True)


def test_an_answer_that_names_its_version_is_kept(client: TestClient, snapshot: Dataset) -> None:
    answer = client.get(f"/api/v1/changes.json?indicator=mean_age&version={snapshot.version}")
    assert "immutable" in answer.headers["Cache-Control"]
