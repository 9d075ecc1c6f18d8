"""What readers ask for, in a process of its own: computed once, again where the process died, given up at its limit."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest

from data.store import Dataset
from indicators import catalogue
from indicators.analysis import aside
from indicators.catalogue import Indicator
from tests.support.extent import either


def where(dataset: Dataset, indicator: Indicator, said: str) -> pd.DataFrame:
    return pd.DataFrame({"said": [f"{dataset.version} {indicator.id} {said}"], "process": [os.getpid()]})


def dying_once(_dataset: Dataset, _indicator: Indicator, mark: str) -> pd.DataFrame:
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return pd.DataFrame({"said": ["alive"]})


def endless(_dataset: Dataset, _indicator: Indicator) -> pd.DataFrame:
    while True:
        pass


def failing(_dataset: Dataset, _indicator: Indicator) -> pd.DataFrame:
    raise ValueError("no luck")


@pytest.fixture(autouse=True)
def alone() -> Iterator[None]:
    """Ends the process after each test."""
    yield
    if aside._process.cache_info().currsize:
        aside._process().shutdown()
        aside._process.cache_clear()


def waited(dataset: Dataset, computes: aside.Computes, *what: str) -> pd.DataFrame | None:
    """What a reader has who looks again once the process did what it was asked before."""
    population = catalogue.load()["population"]
    found = aside.asked(dataset, computes, population, *what)
    for _ in range(aside.ATTEMPTS):
        with suppress(BrokenProcessPool):
            aside._process().submit(os.getpid).result(60)
        found = aside.asked(dataset, computes, population, *what)
    return found


def test_it_is_computed_elsewhere_and_once(snapshot: Dataset) -> None:
    population = catalogue.load()["population"]
    assert aside.asked(snapshot, where, population, "a") is None
    found = waited(snapshot, where, "a")
    assert found is not None
    assert found["said"].tolist() == [f"{snapshot.version} population a"]
    assert found["process"][0] != os.getpid()
    assert aside.asked(snapshot, where, population, "a") is found
    with pytest.raises(aside.GivenUpError):
        waited(snapshot, failing)


def test_a_process_that_died_is_started_again(snapshot: Dataset, tmp_path: Path) -> None:
    found = waited(snapshot, dying_once, str(tmp_path / "mark"))
    assert found is not None
    assert found["said"].tolist() == ["alive"]


@pytest.mark.parametrize("limit", either([], [1]))
def test_what_takes_too_long_is_given_up(snapshot: Dataset, monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(aside, "LIMIT", limit)
    monkeypatch.setattr(aside, "ATTEMPTS", 1)
    with pytest.raises(aside.GivenUpError):
        waited(snapshot, endless)
