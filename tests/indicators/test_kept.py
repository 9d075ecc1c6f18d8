"""Results stay with the version of the figures that they were computed from, and go with it."""

import gc
import json
import shutil
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from data import store, versions
from data.areas import CITY
from data.store import Dataset
from exports.observations import observations
from indicators import catalogue, kept
from indicators.catalogue.groups import load as load_groups
from indicators.figures.remarks import reason
from indicators.figures.values import values
from indicators.places import moved_most, neighbours, profile, similarity
from indicators.places.place import Place
from indicators.selection import Selection


def test_a_result_is_computed_once_for_each_dataset_and_arguments(snapshot: Dataset) -> None:
    asked: list[tuple[Dataset, str]] = []

    @kept.kept
    def named(lang: str, dataset: Dataset) -> list[str]:
        asked.append((dataset, lang))
        return [lang]

    other = replace(snapshot)
    assert named("de", snapshot) is named("de", snapshot)
    assert named("de", snapshot) is not named("de", other)
    named("en", snapshot)
    assert asked == [(snapshot, "de"), (other, "de"), (snapshot, "en")]


def test_of_what_readers_make_up_only_the_last_results_are_kept(
    snapshot: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    asked: list[int] = []

    @kept.kept_lately
    def doubled(_dataset: Dataset, n: int) -> int:
        asked.append(n)
        return 2 * n

    assert [doubled(snapshot, n) for n in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert asked == [1, 2, 3, 2]


def test_pages_may_ask_at_the_same_time(snapshot: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)

    @kept.kept_lately
    def doubled(_dataset: Dataset, n: int) -> int:
        return 2 * n

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: doubled(snapshot, n % 7), range(5000)))
    assert found == [2 * (n % 7) for n in range(5000)]


def test_a_version_is_freed_when_another_one_is_in_force(tmp_path: Path) -> None:
    """Without the garbage collector, which passes over what a server had loaded when it started."""
    for name in ("2000-01-01-a", "2000-01-02-b"):
        shutil.copytree(store.SNAPSHOT, tmp_path / name)
        manifest = json.loads((tmp_path / name / store.MANIFEST).read_text("utf-8"))
        (tmp_path / name / store.MANIFEST).write_text(json.dumps(manifest | {"data_version": name}), "utf-8")
    versions.switch(tmp_path, {"data_version": "2000-01-01-a"})
    gc.collect()
    gc.disable()
    try:
        dataset = store.current(tmp_path)
        _read(dataset)
        old = weakref.ref(dataset)
        del dataset
        assert old() is store.current(tmp_path)
        versions.switch(tmp_path, {"data_version": "2000-01-02-b"})
        store.current(tmp_path)
        assert old() is None
    finally:
        gc.enable()


def _read(dataset: Dataset) -> None:
    """Asks for something of every kind."""
    population, west = catalogue.load()["population"], load_groups()["leipzig-west"]
    place = Place(west.id, "ortsteil", west.members)
    for indicator in catalogue.load().values():
        values(dataset, indicator)
    moved_most.moved_most(dataset, CITY, "2012", "2024")
    neighbours.around(dataset, place)
    profile.positions(dataset, place)
    similarity.similar(dataset, place)
    reason(dataset, population, "2012", "B", frozenset([CITY]))
    observations(dataset, Selection([population], [west.id], start="2020"), "de")
