"""What log and metrics tell of requests and page runs, and that they tell nobody who asked or what somebody wrote."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

import log
from api import routes as api
from server import headers, routes, seen
from server.failed import failed
from tests.support.visit import visit

TOKEN: Final = "0123456789abcdef"  # noqa: S105 - of no server
FOLDER: Final = "/indikatoren"


def failing(_request: Request) -> Response:
    raise ValueError("the reason")


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG, log.LOGGER.name):
        yield caplog


@pytest.fixture
def watched(empty_store: Path) -> Iterator[TestClient]:
    """The product in a folder, with a page and a file that fail, without Streamlit."""
    assert not empty_store.exists()
    broken = [Route("/growth", failing), Route("/scripts/1/x.js", failing)]
    app = Starlette(
        routes=routes.under(FOLDER, [*broken, *api.routes, *routes.routes]),
        middleware=[Middleware(seen.watched(FOLDER)), Middleware(headers.guarded), Middleware(failed(FOLDER))],
    )
    with TestClient(app) as client:
        yield client


def lines(caplog: pytest.LogCaptureFixture, event: str) -> list[dict[str, Any]]:
    """The lines of that name as they stand in the log."""
    written = [json.loads(log.Lines().format(record)) for record in caplog.records]
    return [line for line in written if line["event"] == event]


def metric(client: TestClient, name: str, **labels: str) -> float:
    answer = client.get(f"{FOLDER}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    families = text_string_to_metric_families(answer.text)  # type: ignore[no-untyped-call] # the library lacks it
    found = [one.value for family in families for one in family.samples if (one.name, one.labels) == (name, labels)]
    return found[0] if found else 0.0


def test_a_request_is_one_line_without_what_somebody_wrote(watched: TestClient, told: pytest.LogCaptureFixture) -> None:
    query = {"indicator": "population,secret", "area": "51,Villa Geheim", "q": "Geheim", "name": "Geheim"}
    watched.get(f"{FOLDER}/api/v1/observations.csv", params=query, headers={"User-Agent": "Geheim"})
    watched.get(f"{FOLDER}/Geheim/Geheim")
    first, second = lines(told, "request")
    assert (first["place"], first["indicator"], first["area"]) == ("/api/v1/observations.csv", ["population"], ["51"])
    assert (first["method"], first["status"], first["level"]) == ("GET", 400, "info")
    assert second["place"] == "unknown"
    assert all(word not in json.dumps([first, second]) for word in ("ecret", "eheim", "testclient", "127.0.0.1"))


def test_what_is_asked_for_all_the_time_is_told_to_whoever_looks_closely(
    watched: TestClient, told: pytest.LogCaptureFixture
) -> None:
    watched.get(f"{FOLDER}/healthz")
    assert [line["level"] for line in lines(told, "request")] == ["debug"]


def test_an_error_of_a_page_has_a_number_and_no_trace(watched: TestClient, told: pytest.LogCaptureFixture) -> None:
    answer = watched.get(f"{FOLDER}/growth?lang=de")
    (line,) = lines(told, "error")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "text/html; charset=utf-8")
    assert f"nennen Sie dem Betreiber die Störungsnummer {line['incident']}," in answer.text
    assert "the reason" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "Traceback" in line["trace"]
    assert "ValueError: the reason" in line["trace"]
    assert [line["status"] for line in lines(told, "request")] == [500]


def test_an_error_of_a_file_is_a_problem_with_a_number(watched: TestClient, told: pytest.LogCaptureFixture) -> None:
    answer = watched.get(f"{FOLDER}/scripts/1/x.js")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert answer.json()["incident"] == lines(told, "error")[0]["incident"]
    assert "the reason" not in answer.text


def test_metrics_are_for_whoever_has_the_token(watched: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INDICATORS_METRICS_TOKEN", raising=False)
    assert watched.get(f"{FOLDER}/metrics").status_code == 404
    monkeypatch.setenv("INDICATORS_METRICS_TOKEN", TOKEN)
    assert watched.get(f"{FOLDER}/metrics").status_code == 401
    assert watched.get(f"{FOLDER}/metrics", headers={"Authorization": "Bearer 0123456789abcdeF"}).status_code == 401
    answer = watched.get(f"{FOLDER}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    assert answer.text.endswith("# EOF\n")


def test_files_requests_and_errors_are_counted(watched: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_METRICS_TOKEN", TOKEN)
    name, where = "indicators_requests_total", {"place": "/api/v1/observations.csv", "status": "200"}
    before = [
        metric(watched, name, **where),
        metric(watched, "indicators_downloads_total", format="csv"),
        metric(watched, "indicators_errors_total", where="request"),
    ]
    for _ in range(2):
        watched.get(f"{FOLDER}/api/v1/observations.csv?indicator=population&area=51&from=2024")
    watched.head(f"{FOLDER}/api/v1/neighbours.gal")
    watched.get(f"{FOLDER}/api/v1/versions.json")
    watched.get(f"{FOLDER}/growth")
    after = [
        metric(watched, name, **where),
        metric(watched, "indicators_downloads_total", format="csv"),
        metric(watched, "indicators_errors_total", where="request"),
    ]
    assert [later - earlier for later, earlier in zip(after, before, strict=True)] == [2, 2, 1]


@pytest.mark.usefixtures("empty_store")
def test_a_page_run_is_one_line(told: pytest.LogCaptureFixture) -> None:
    visit("about", lang="de")
    last = lines(told, "page_run")[-1]
    assert (last["page"], last["outcome"]) == ("about", "drawn")
    assert last["waited"] >= 0 < last["seconds"]


class Ended(BaseException):
    """What Streamlit ends a run with is no Exception."""


@pytest.mark.parametrize(("error", "outcome"), [(Ended(), "stopped"), (ValueError(), "failed")])
def test_a_run_that_its_reader_ended_is_no_error(
    error: BaseException, outcome: str, told: pytest.LogCaptureFixture
) -> None:
    def ending() -> None:
        raise error

    with pytest.raises(type(error)):
        seen.run("growth", {"areas": "71,Geheim"}, ending)()
    (line,) = lines(told, "page_run")
    assert (line["outcome"], line["areas"]) == (outcome, ["71"])


def test_an_error_in_a_page_is_shown_with_its_number(told: pytest.LogCaptureFixture) -> None:
    def page() -> None:
        from ui import incident

        assert incident.shown(ValueError("the reason"))

    (shown,) = AppTest.from_function(page).run().error
    assert lines(told, "error")[0]["incident"] in shown.value
    assert "the reason" not in shown.value
