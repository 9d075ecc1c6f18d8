"""What all answers have in common: addresses, methods, caching, versions."""

import json
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from data import store

OBSERVATIONS = "/api/v1/observations.csv?indicator=population&area=51"
AREAS = "/api/v1/areas.geojson"


@pytest.fixture
def kept(empty_store: Path) -> list[str]:
    """Two versions in the store, the second of them in force."""
    names = ["2024-01-01-aaaaaaaa", "2025-01-01-bbbbbbbb"]
    for name in names:
        shutil.copytree(store.SNAPSHOT, empty_store / name)
        (empty_store / name / store.MANIFEST).write_text(json.dumps({"data_version": name}), "utf-8")
    (empty_store / store.CURRENT).write_text(json.dumps({"data_version": names[1]}), "utf-8")
    return names


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
    assert named.content == store.current().geojson("stadtbezirk")


@pytest.mark.parametrize(("query", "features"), [("", 63), ("?level=stadtbezirk", 10), ("?level=city", 1)])
def test_boundaries_of_each_level(client: TestClient, query: str, features: int) -> None:
    assert len(client.get(AREAS + query).json()["features"]) == features


def test_every_version_that_is_kept_can_be_asked(client: TestClient, kept: list[str]) -> None:
    for name in kept:
        answer = client.get(f"/api/v1/observations.json?indicator=population&area=51&version={name}")
        assert answer.json()["data_version"] == name
    assert client.get("/api/v1/indicators.json").json()["data_version"] == kept[1]


def test_versions_that_are_kept_are_named(client: TestClient, kept: list[str]) -> None:
    assert client.get("/api/v1/indicators.json?version=x").json() == {
        "error": f"version is 'x', expected '{kept[1]}' or '{kept[0]}'."
    }


@pytest.mark.parametrize("path", ["/api/v1/", "/api/v1/nothing", "/api/v1/observations.xml", "/api/v1/a/b"])
def test_an_unknown_address_is_404(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json")
    assert path in answer.json()["error"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("path", [OBSERVATIONS, AREAS, "/healthz"])
def test_nothing_can_be_written(client: TestClient, path: str, method: str) -> None:
    assert client.request(method, path).status_code == 405


@pytest.mark.parametrize("path", [OBSERVATIONS, AREAS, "/healthz"])
def test_the_head_alone_can_be_asked_for(client: TestClient, path: str) -> None:
    assert client.head(path).status_code == 200


@pytest.mark.parametrize("path", [OBSERVATIONS, AREAS, "/api/v1/nothing", "/api/v1/trends.csv"])
def test_pages_of_every_origin_may_ask(client: TestClient, path: str) -> None:
    assert client.get(path).headers["access-control-allow-origin"] == "*"


def test_without_figures_there_is_a_sentence(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SNAPSHOT", tmp_path / "none")
    answer = client.get(OBSERVATIONS)
    assert answer.status_code == 503
    assert "python -m data.refresh" in answer.json()["error"]
