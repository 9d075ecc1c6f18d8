"""What all answers have in common: addresses, methods, caching, versions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from data import store
from exports import links
from exports.formats import csv_file

OBSERVATIONS = "/api/v1/observations.csv?indicator=population&area=51"
AREAS = "/api/v1/areas.geojson"
PROBLEM = "application/problem+json"


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient) -> None:
    first = client.get(OBSERVATIONS)
    again = client.get(OBSERVATIONS, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["cache-control"] == first.headers["cache-control"] == "public, max-age=300"


def test_another_question_has_another_tag(client: TestClient) -> None:
    first = client.get(OBSERVATIONS)
    other = client.get(OBSERVATIONS + ",52", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    assert other.headers["etag"] != first.headers["etag"]


def test_a_wrong_question_is_wrong_however_often_it_is_asked(client: TestClient) -> None:
    answer = client.get(OBSERVATIONS + "&lang=fr", headers={"If-None-Match": "*"})
    assert (answer.status_code, answer.headers["cache-control"]) == (400, "no-store")


def test_boundaries_of_a_named_version_never_change(client: TestClient) -> None:
    version = client.get("/healthz").json()["data_version"]
    named = client.get(f"{AREAS}?level=stadtbezirk&version={version}")
    assert named.headers["content-type"] == "application/geo+json"
    assert named.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get(f"{AREAS}?level=stadtbezirk").headers["cache-control"] == "public, max-age=300"
    drawn = client.get(f"/{links.boundaries(version)}stadtbezirk")
    assert (drawn.headers["cache-control"], drawn.headers["etag"] != named.headers["etag"]) == (
        "public, max-age=31536000, immutable",
        True,
    )
    assert drawn.content == store.current().geojson("stadtbezirk")
    assert client.get(f"{AREAS}?rings=left").status_code == 400


@pytest.mark.parametrize(("query", "features"), [("", 63), ("?level=stadtbezirk", 10), ("?level=city", 1)])
def test_boundaries_of_each_level(client: TestClient, query: str, features: int) -> None:
    assert len(client.get(AREAS + query).json()["features"]) == features


def test_every_version_that_is_kept_can_be_asked(client: TestClient, revised: list[str]) -> None:
    for name in revised:
        answer = client.get(f"/api/v1/observations.json?indicator=population&area=51&version={name}")
        assert answer.json()["data_version"] == name
    in_force = client.get("/api/v1/observations.json?indicator=population&area=51")
    assert in_force.json()["data_version"] == revised[1]


def test_versions_that_are_kept_are_named(client: TestClient, kept: list[str], embedded: str) -> None:
    for address in ("indicators.json?version=x", "observations.xlsx?version=x", "revisions.csv?from=x"):
        answer = client.get(f"/api/v1/{address}")
        name = address.partition("?")[2].partition("=")[0]
        assert answer.json() == {
            "type": "about:blank",
            "title": "Not Found",
            "status": 404,
            "detail": f"{name} is 'x', which is not kept here, expected '{embedded}', '{kept[1]}' or '{kept[0]}'.",
        }


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/observations.xml", "/api/v1/a/b", "/api/v2", "/api/x"])
def test_an_unknown_address_is_404(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
    assert answer.json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": f"There is nothing at {path}; /api/v1/ says what there is.",
    }


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1"])
def test_the_way_to_the_first_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.url.path, answer.status_code) == ("/api/v1/", 200)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("path", [OBSERVATIONS, AREAS, "/healthz"])
def test_nothing_can_be_written(client: TestClient, path: str, method: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})
    if path != "/healthz":
        assert answer.headers["content-type"] == PROBLEM
        assert f"{method} does nothing at {path.partition('?')[0]}" in answer.json()["detail"]


@pytest.mark.parametrize("path", [OBSERVATIONS, AREAS, "/healthz"])
def test_the_head_alone_can_be_asked_for(client: TestClient, path: str) -> None:
    assert client.head(path).status_code == 200


@pytest.mark.parametrize("path", [OBSERVATIONS, AREAS, "/api/v1/nothing", "/api/v1/trends.csv", "/api/v1/"])
def test_pages_of_every_origin_may_ask(client: TestClient, path: str) -> None:
    assert client.get(path).headers["access-control-allow-origin"] == "*"
    answer = client.get(path, headers={"Origin": "https://example.org"})
    assert answer.headers.get_list("access-control-allow-origin") == ["*"]


def test_a_page_may_ask_whether_something_is_new(client: TestClient) -> None:
    asks = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "If-None-Match"}
    answer = client.options(OBSERVATIONS, headers={"Origin": "https://example.org", **asks})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "if-none-match" in answer.headers["access-control-allow-headers"].lower()
    asks["Access-Control-Request-Method"] = "DELETE"
    assert client.options(OBSERVATIONS, headers={"Origin": "https://example.org", **asks}).status_code == 400


def test_without_figures_there_is_a_sentence(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SNAPSHOT", tmp_path / "none")
    answer = client.get(OBSERVATIONS)
    assert answer.status_code == 503
    assert answer.headers["content-type"] == PROBLEM
    assert "python -m data.refresh" in answer.json()["detail"]
    assert client.get(f"{OBSERVATIONS}&version=x").status_code == 503
    assert client.get("/api/v1/versions.json").status_code == 503


@pytest.mark.usefixtures("empty_store")
def test_what_fails_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(store, "current", fail)
    with TestClient(Starlette(routes=routes), raise_server_exceptions=False) as client:
        answer = client.get(AREAS)
    assert (answer.status_code, answer.headers["content-type"]) == (500, PROBLEM)
    assert "secret" not in answer.text


def test_what_fails_in_the_first_part_of_an_answer_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_given: object) -> Iterator[bytes]:
        yield from Path("no such file").read_bytes().splitlines()

    monkeypatch.setattr(csv_file, "chunks", failing)
    quiet = TestClient(client.app, raise_server_exceptions=False)
    answer = quiet.get("/api/v1/observations.csv?indicator=population")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
