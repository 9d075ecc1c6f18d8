"""The start of the application: figures are read, and a series that no source has does not stop the others."""

import asyncio
import dataclasses
import gc
import logging
from pathlib import Path

import pytest

from data import store
from data.store import Dataset
from indicators import catalogue
from server.start import lifespan


def start() -> None:
    async def once() -> None:
        async with lifespan(None):
            pass

    asyncio.run(once())


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Stands for the frozen garbage collector, which other tests still need."""
    calls: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: calls.append(True))
    return calls


def test_a_sound_start_says_nothing(empty_store: Path, frozen: list[bool], caplog: pytest.LogCaptureFixture) -> None:
    assert not empty_store.exists()
    start()
    assert (frozen, caplog.records) == ([True], [])


def test_a_missing_series_is_named(
    snapshot: Dataset, frozen: list[bool], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    series = snapshot.observations["series"]
    rest = snapshot.observations[series != "kd7-3/Arbeitslose insgesamt"]
    rest = rest.assign(series=rest["series"].cat.remove_unused_categories())
    monkeypatch.setattr(store, "current", lambda: dataclasses.replace(snapshot, observations=rest))
    start()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "labour.toml, line" in caplog.text
    assert frozen == [True]
    assert "unemployed" in catalogue.load()
