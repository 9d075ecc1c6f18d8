"""Health: what a monitor needs to know."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from starlette.testclient import TestClient

from data import store
from data.store import Dataset
from server import health

PLAGWITZ_2024 = 17_209
VERSION = "2025-01-01-aaaaaaaa"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day on which none of the embedded figures are older than they should be."""
    monkeypatch.setattr(health, "now", lambda: datetime(2023, 6, 1, tzinfo=UTC))


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
    told = client.get("/healthz").json()
    assert (told["status"], told["data_version"]) == (status, VERSION)
    assert told["refreshed_at"] == "2025-01-01T00:00:00Z"
    assert told["sources"]["kd7-3"] == {
        "state": state,
        "checked_at": "2025-01-01T00:00:00Z",
        "message": "63 areas expected, 62 came",
        "overdue": False,
        **{key: snapshot.sources["kd7-3"][key] for key in ("title", "vintage", "retrieved_at", "newest_period")},
    }
    assert (told["to_do"].get("not updated", "").find("got nothing new from kd7-3, ") > 0) == (state == "kept")


@pytest.mark.parametrize("name", ["observations.parquet", "areas-ortsteil.geojson", "sources.json", "revisions.csv"])
def test_a_version_in_force_that_cannot_be_read_is_named(
    client: TestClient, empty_store: Path, snapshot: Dataset, name: str
) -> None:
    put_in_force(empty_store, snapshot, "updated")
    damaged = empty_store / VERSION / name
    damaged.write_bytes(b"\xff" + damaged.read_bytes()[:200])
    told = client.get("/healthz").json()
    assert (told["status"], told["data_version"]) == ("degraded", snapshot.version)
    assert told["error"].startswith(f"The version {VERSION}, which is in force, can't be read; {snapshot.version} is")
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
    told = client.get("/healthz").json()
    served = snapshot.version if status == "degraded" else VERSION
    assert (told["status"], told["data_version"]) == (status, served)
    assert ("error" in told) == (status == "degraded")
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


def reasons(client: TestClient) -> list[str]:
    told = client.get("/healthz").json()
    assert told["status"] == ("degraded" if told["reasons"] else "ok")
    assert [*told["to_do"]] == told["reasons"]
    return list(told["reasons"])


@pytest.mark.parametrize(
    ("day", "overdue"),
    [("2026-01-01", True), ("2025-12-31", False)],
)
def test_figures_that_are_older_than_the_rhythm_of_their_source_are_told(
    day: str, overdue: bool, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unemployed of 2022 have to be followed by others until the end of 2025."""
    monkeypatch.setattr(health, "now", lambda: datetime.fromisoformat(f"{day}T12:00:00Z"))
    told = client.get("/healthz").json()
    assert (told["sources"]["kd7-3"]["newest_period"], told["sources"]["kd7-3"]["overdue"]) == ("2022", overdue)
    assert "overdue" in told["reasons"]
    assert (" kd7-3" in told["to_do"]["overdue"]) == overdue
    assert "run python -m data.refresh" in told["to_do"]["overdue"]
    assert not told["sources"]["zensus2011-gebaeude"]["overdue"]


@pytest.mark.parametrize(("days", "reason"), [(366, []), (367, ["refreshed long ago"])])
def test_a_refresh_of_more_than_a_year_ago_is_told(
    days: int, reason: list[str], client: TestClient, snapshot: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    refreshed = datetime.fromisoformat(snapshot.current["refreshed_at"])
    monkeypatch.setattr(health, "now", lambda: refreshed + timedelta(days=days))
    monkeypatch.setattr(health, "overdue", lambda *_asked: False)
    assert reasons(client) == reason


def test_a_refresh_of_which_nothing_came_is_told(client: TestClient, empty_store: Path, snapshot: Dataset) -> None:
    put_in_force(empty_store, snapshot, "updated")
    assert reasons(client) == []
    report = empty_store / store.REPORT
    report.write_text(json.dumps({"refreshed_at": "2025-01-01T00:00:00Z", "findings": []}), "utf-8")
    assert reasons(client) == []
    report.write_text(json.dumps({"refreshed_at": "2025-01-08T00:00:00Z", "findings": []}), "utf-8")
    assert reasons(client) == ["refresh failed"]


def test_a_file_in_use_that_changes_on_disk_is_named(client: TestClient, empty_store: Path, snapshot: Dataset) -> None:
    put_in_force(empty_store, snapshot, "updated")
    manifest = json.loads((store.SNAPSHOT / store.MANIFEST).read_text("utf-8"))
    (empty_store / VERSION / store.MANIFEST).write_text(json.dumps({**manifest, "data_version": VERSION}), "utf-8")
    assert reasons(client) == []
    (empty_store / VERSION / "revisions.csv").write_text("series\n", "utf-8")
    told = client.get("/healthz").json()
    assert (told["reasons"], told["changed"], told["data_version"]) == (["changed on disk"], ["revisions.csv"], VERSION)
    assert "read before revisions.csv changed on disk" in told["to_do"]["changed on disk"]
    (empty_store / VERSION / "sources.json").unlink()
    assert reasons(client)[0] == "unreadable"


@pytest.mark.parametrize("moment", ["yesterday", "2025-01-01", ""])
def test_a_moment_that_is_none_is_no_error(
    moment: str, client: TestClient, empty_store: Path, snapshot: Dataset
) -> None:
    put_in_force(empty_store, snapshot, "updated")
    pointer = json.loads((empty_store / store.CURRENT).read_text("utf-8"))
    (empty_store / store.CURRENT).write_text(json.dumps({**pointer, "refreshed_at": moment}), "utf-8")
    assert reasons(client) == ["refreshed long ago"]
