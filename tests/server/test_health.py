"""Health: what a monitor needs to know."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from starlette.testclient import TestClient

from data import store
from data.store import Dataset

PLAGWITZ_2024 = 17_209
VERSION = "2025-01-01-aaaaaaaa"


def put_in_force(folder: Path, snapshot: Dataset, state: str) -> None:
    shutil.copytree(store.SNAPSHOT, folder / VERSION)
    (folder / VERSION / store.MANIFEST).write_text(json.dumps({"data_version": VERSION}), "utf-8")
    states = {id: {"state": "updated", "checked_at": "2025-01-01T00:00:00Z", "message": ""} for id in snapshot.sources}
    states["kd7-3"] |= {"state": state, "message": "63 areas expected, 62 came"}
    pointer = {"data_version": VERSION, "refreshed_at": "2025-01-01T00:00:00Z", "sources": states}
    (folder / store.CURRENT).write_text(json.dumps(pointer), "utf-8")


def test_an_empty_store_is_served_from_the_snapshot(client: TestClient, snapshot: Dataset) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["data_version"] == snapshot.version
    assert answer.json()["newest_period"] == max(snapshot.observations["period"].cat.categories)


@pytest.mark.parametrize(("state", "status"), [("updated", "ok"), ("absent", "ok"), ("kept", "degraded")])
def test_one_source_that_was_not_updated_is_told(
    client: TestClient, empty_store: Path, snapshot: Dataset, state: str, status: str
) -> None:
    put_in_force(empty_store, snapshot, state)
    health = client.get("/healthz").json()
    assert (health["status"], health["data_version"]) == (status, VERSION)
    assert health["refreshed_at"] == "2025-01-01T00:00:00Z"
    assert health["sources"]["kd7-3"] == {
        "state": state,
        "checked_at": "2025-01-01T00:00:00Z",
        "message": "63 areas expected, 62 came",
        **{key: snapshot.sources["kd7-3"][key] for key in ("vintage", "retrieved_at", "newest_period")},
    }


@pytest.mark.parametrize("name", ["observations.parquet", "areas-ortsteil.geojson", "sources.json", "revisions.csv"])
def test_a_version_in_force_that_cannot_be_read_is_named(
    client: TestClient, empty_store: Path, snapshot: Dataset, name: str
) -> None:
    put_in_force(empty_store, snapshot, "updated")
    damaged = empty_store / VERSION / name
    damaged.write_bytes(b"\xff" + damaged.read_bytes()[:200])
    health = client.get("/healthz").json()
    assert (health["status"], health["data_version"]) == ("degraded", snapshot.version)
    assert health["error"].startswith(f"The version {VERSION}, which is in force, can't be read; {snapshot.version} is")
    missing = client.get(f"/api/v1/observations.csv?version={VERSION}")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")
    assert missing.json()["detail"].count(VERSION) == 1


def tripled(folder: Path) -> None:
    path = folder / "observations.parquet"
    pd.read_parquet(path).assign(value=lambda table: 3 * table["value"]).to_parquet(path, index=False)


def shuffled(folder: Path) -> None:
    path = folder / "observations.parquet"
    pd.read_parquet(path).iloc[::-1].to_parquet(path, index=False)


def unchanged(_folder: Path) -> None:
    pass


def renamed(folder: Path) -> None:
    path = folder / "areas-ortsteil.geojson"
    path.write_bytes(path.read_bytes().replace(b"Plagwitz", b"Lindenau"))


@pytest.mark.parametrize(
    ("change", "status"), [(unchanged, "ok"), (tripled, "degraded"), (shuffled, "degraded"), (renamed, "degraded")]
)
def test_a_file_that_is_not_the_one_that_was_written_is_passed_over(
    change: Callable[[Path], None], status: str, client: TestClient, empty_store: Path, snapshot: Dataset
) -> None:
    """Each can be read; those that are degraded hold something else than their hash says."""
    put_in_force(empty_store, snapshot, "updated")
    manifest = json.loads((store.SNAPSHOT / store.MANIFEST).read_text("utf-8"))
    (empty_store / VERSION / store.MANIFEST).write_text(json.dumps({**manifest, "data_version": VERSION}), "utf-8")
    change(empty_store / VERSION)
    health = client.get("/healthz").json()
    served = snapshot.version if status == "degraded" else VERSION
    assert (health["status"], health["data_version"]) == (status, served)
    assert ("error" in health) == (status == "degraded")
    residents = client.get("/api/v1/observations.json?indicator=population&area=51&from=2024").json()
    assert residents["observations"][0]["value"] == PLAGWITZ_2024


@pytest.mark.parametrize("path", ["/healthz", "/api", "/scripts/0/drawing.js"])
def test_what_only_reads_says_so(client: TestClient, path: str) -> None:
    answer = client.post(path)
    assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")
    assert answer.headers["allow"] == "GET, HEAD"


def test_without_figures_it_is_down(client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "SNAPSHOT", tmp_path / "none")
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (503, "down")
    assert answer.json()["error"].endswith("python -m data.refresh.")
