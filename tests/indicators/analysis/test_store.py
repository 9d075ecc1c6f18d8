"""Results on disk: made once, by one process, for the version and the code that they are of."""

import fcntl
import os
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from data.store import Dataset
from indicators.analysis import results, store
from tests.support.extent import either


def one(dataset: Dataset) -> pd.DataFrame:
    return pd.DataFrame({"version": [dataset.version]})


def broken(dataset: Dataset) -> pd.DataFrame:
    raise ValueError(f"no luck with {dataset.version}")


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """In the place of the methods: one that works and one that does not."""
    own: dict[str, object] = {"one": one, "broken": broken}
    monkeypatch.setattr(store, "RESULTS", own)
    return own


@pytest.mark.usefixtures("only")
def test_each_result_stands_for_itself(snapshot: Dataset, empty_store: Path) -> None:
    assert store.result(snapshot, "one") is None
    assert not store.make(snapshot, empty_store)
    found = store.result(snapshot, "one")
    assert found is not None
    assert found["version"].tolist() == [snapshot.version]
    assert store.result(snapshot, "broken") is None
    assert [store.failed(snapshot, name) for name in ("one", "broken")] == [False, True]


def test_a_result_that_failed_is_tried_again(snapshot: Dataset, empty_store: Path, only: dict[str, object]) -> None:
    store.make(snapshot, empty_store)
    only["broken"] = one
    assert store.make(snapshot, empty_store)
    assert not store.failed(snapshot, "broken")


@pytest.mark.usefixtures("only")
def test_one_process_at_a_time(snapshot: Dataset, empty_store: Path) -> None:
    folder = empty_store / "analysis" / snapshot.version
    folder.mkdir(parents=True)
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    with pytest.raises(BlockingIOError):
        store.make(snapshot, empty_store)
    os.close(held)
    store.make(snapshot, empty_store)


@pytest.mark.usefixtures("only", "empty_store")
def test_no_second_process_is_started_while_one_is_at_it(snapshot: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    # What a process inherits is open until it ends.
    monkeypatch.setattr(subprocess, "Popen", lambda *_, pass_fds, **__: started.append(os.dup(pass_fds[0])))
    store.begin(snapshot)
    store.begin(snapshot)
    assert len(started) == 1
    os.close(started[0])
    store.begin(snapshot)
    assert len(started) == 2
    os.close(started[1])


def test_who_is_started_with_the_folder_held_makes_the_results(
    snapshot: Dataset, empty_store: Path, only: dict[str, object]
) -> None:
    del only["broken"]
    folder = empty_store / "analysis" / snapshot.version
    folder.mkdir(parents=True)
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    assert store.main([snapshot.version, store.HELD]) == 0
    os.close(held)
    assert store.result(snapshot, "one") is not None


@pytest.mark.usefixtures("only")
def test_nothing_is_left_half_written(snapshot: Dataset, empty_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pd.DataFrame, "to_parquet", broken)
    assert not store.make(snapshot, empty_store)
    assert store.result(snapshot, "one") is None


@pytest.mark.usefixtures("empty_store")
def test_results_of_versions_that_are_gone_are_swept(empty_store: Path) -> None:
    gone = empty_store / "analysis" / "2020-01-01-00000000"
    gone.mkdir(parents=True)
    old = empty_store / "analysis"
    assert store.main(["2020-01-01-00000000"]) == 2
    assert gone.exists()
    store.sweep(empty_store)
    assert list(old.iterdir()) == []


@pytest.mark.parametrize("name", either([*results.RESULTS][:1], [*results.RESULTS]))
def test_what_ships_is_what_the_code_makes(snapshot: Dataset, name: str) -> None:
    shipped = store.result(snapshot, name)
    assert shipped is not None, f"{name} does not ship; run python -m indicators.analysis.store --snapshot"
    pd.testing.assert_frame_equal(shipped, results.RESULTS[name](snapshot).reset_index(drop=True))
