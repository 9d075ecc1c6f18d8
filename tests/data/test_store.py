"""Which version is in force, whatever state the folder is in."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pytest
import shapely

import settings
from data import store, versions
from data.areas import CITY, LEVELS
from data.observations import COLUMNS

AREAS = geopandas.GeoDataFrame(
    {
        "code": ["50", "51", "5", CITY],
        "level": ["ortsteil", "ortsteil", "stadtbezirk", "city"],
        "name": ["Schleußig", "Plagwitz", "Südwest", "Leipzig"],
        "parent": ["5", "5", CITY, ""],
        "km2": [1.0, 2.0, 3.0, 3.0],
    },
    geometry=[shapely.box(0, 0, 1, 1), shapely.box(1, 0, 3, 1), shapely.box(0, 0, 3, 1), shapely.box(0, 0, 3, 1)],
    crs="EPSG:25833",
)
NO_REVISIONS = pd.DataFrame(columns=versions.REVISION_COLUMNS)


def observations(first: float = 1.0) -> pd.DataFrame:
    """Men of 2023 in two areas, women of two years in one."""
    rows: list[tuple[Any, ...]] = [
        ("kd2-1/Frauen", "51", "2022", 7.0, "A"),
        ("kd2-1/Frauen", "51", "2023", None, "Q"),
        ("kd2-1/Männer", "50", "2023", first, "A"),
        ("kd2-1/Männer", "51", "2023", 5.0, "B"),
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def build(root: Path, version: str, first: float = 1.0, at: int = 0) -> Path:
    """A version in a store; at: its place in the order of building."""
    contents = versions.Contents(observations(first), AREAS, dict.fromkeys(LEVELS, b"{}"), {}, NO_REVISIONS)
    path = versions.write(root, version, contents)
    os.utime(path / store.MANIFEST, (1_700_000_000 + at, 1_700_000_000 + at))
    return path


@pytest.fixture(autouse=True)
def embedded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A snapshot of its own, with the figure 99."""
    path = build(tmp_path, "snapshot", 99.0)
    (path / store.CURRENT).write_text('{"refreshed_at": "embedded"}', "utf-8")
    monkeypatch.setattr(store, "SNAPSHOT", path)
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A store with the versions a and b, of which a, the older one, is in force."""
    build(tmp_path / "store", "a", 1.0, at=1)
    build(tmp_path / "store", "b", 2.0, at=2)
    versions.switch(tmp_path / "store", {"data_version": "a", "refreshed_at": "now"})
    return tmp_path / "store"


def figure(root: Path) -> float:
    return float(store.current(root).series("kd2-1/Männer")["value"].iloc[0])


def test_the_named_version_is_in_force(root: Path) -> None:
    data = store.current(root)
    assert (data.version, figure(root)) == ("a", 1.0)
    assert data.current["refreshed_at"] == "now"
    assert store.current(root) is data


def test_a_switch_is_noticed(root: Path) -> None:
    assert figure(root) == 1.0
    versions.switch(root, {"data_version": "b"})
    assert (store.current(root).version, figure(root)) == ("b", 2.0)


@pytest.mark.parametrize("pointer", ['{"data_version": "gone"}', "{", "[]", None])
def test_without_a_usable_pointer_the_newest_whole_version_is_in_force(root: Path, pointer: str | None) -> None:
    (root / store.CURRENT).unlink()
    if pointer is not None:
        (root / store.CURRENT).write_text(pointer, "utf-8")
    assert store.current(root).version == "b"


@pytest.mark.parametrize("name", ["observations.parquet", "areas.parquet", "manifest.json", "areas-city.geojson"])
@pytest.mark.parametrize("damage", ["missing", "empty"])
def test_a_version_that_is_not_whole_is_passed_over(root: Path, name: str, damage: str) -> None:
    if damage == "missing":
        (root / "a" / name).unlink()
    else:
        (root / "a" / name).write_bytes(b"")
    assert (store.current(root).version, figure(root)) == ("b", 2.0)


@pytest.mark.parametrize("name", ["observations.parquet", "areas.parquet", "manifest.json"])
def test_a_version_that_cannot_be_read_is_passed_over(root: Path, name: str) -> None:
    content = (root / "a" / name).read_bytes()
    (root / "a" / name).write_bytes(content[: len(content) // 2])
    assert (store.current(root).version, figure(root)) == ("b", 2.0)
    shutil.rmtree(root / "b")
    assert figure(root) == 99.0
    assert store.current(root).current == {"refreshed_at": "embedded"}


def tripled(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(value=3 * table["value"])


def shuffled(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(value=table["value"].to_numpy()[::-1])


def renamed(table: pd.DataFrame) -> pd.DataFrame:
    return table.rename(columns={"value": "values"})


@pytest.mark.parametrize("change", [tripled, shuffled, renamed])
def test_figures_that_nobody_here_has_written_are_passed_over(
    root: Path, change: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    file = root / "a" / "observations.parquet"
    change(pd.read_parquet(file)).to_parquet(file, index=False)
    assert store.named(root) == "a"
    assert (store.current(root).version, figure(root)) == ("b", 2.0)


@pytest.mark.parametrize("content", ["[1, 2]", "7", "null", '{"data_version": "a", "sources": [1]}', "[" * 5_000, ""])
def test_a_pointer_of_another_shape_breaks_nothing(root: Path, content: str) -> None:
    (root / store.CURRENT).write_text(content, "utf-8")
    assert store.current(root).version in {"a", "b"}
    assert store.current(root).current == {}


def test_what_killed_refreshes_left_is_swept(root: Path) -> None:
    (root / ".building-1").mkdir()
    (root / ".current.json-1").write_text("{}", "utf-8")
    build(root, "c", 3.0)
    assert not list(root.glob(".*"))


def test_an_interrupted_removal_leaves_no_half_version(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "rmtree", lambda path, **_: (path / "sources.json").unlink())
    versions.prune(root, 1, "a")
    assert [path.name for path in store.versions(root)] == ["a"]
    assert not (root / "b").exists()


def test_a_damaged_version_is_built_again(root: Path) -> None:
    (root / "a" / "observations.parquet").write_bytes(b"PAR1")
    build(root, "a", 3.0)
    assert (store.current(root).version, figure(root)) == ("a", 3.0)


def test_a_sound_version_is_not_built_again(root: Path) -> None:
    build(root, "a", 3.0)
    assert figure(root) == 1.0


def test_what_is_under_construction_is_no_version(root: Path) -> None:
    shutil.copytree(root / "b", root / ".building-1")
    assert [path.name for path in store.versions(root)] == ["a", "b"]


def test_the_snapshot_serves_where_there_is_no_store(tmp_path: Path) -> None:
    assert figure(tmp_path / "nothing") == 99.0
    (tmp_path / "empty").mkdir()
    assert figure(tmp_path / "empty") == 99.0


def test_neither_store_nor_snapshot(tmp_path: Path, embedded: Path) -> None:
    shutil.rmtree(embedded)
    with pytest.raises(store.NoData, match=r"run python -m data\.refresh"):
        store.current(tmp_path / "nothing")


def test_the_setting_names_the_store(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(root))
    assert store.current().version == "a"
    monkeypatch.setenv("INDICATORS_STORE", "")
    assert settings.store() == settings.ROOT / "var" / "store"


def test_versions_that_are_kept_newest_first(tmp_path: Path, embedded: Path) -> None:
    folder = tmp_path / "store"
    for name, figure_of_it, at in (("2025-01-01-bb", 2.0, 1), ("2025-01-01-aa", 3.0, 2), ("2024-01-01-cc", 1.0, 3)):
        build(folder, name, figure_of_it, at=at)
    (embedded / store.MANIFEST).write_text('{"data_version": "2024-06-01-dd"}', "utf-8")
    # Of one day, the one that was built later is the newer one.
    assert store.kept(folder) == ["2025-01-01-aa", "2025-01-01-bb", "2024-06-01-dd", "2024-01-01-cc"]
    figures = [store.version(name, folder).series("kd2-1/Männer")["value"][0] for name in store.kept(folder)]
    assert figures == [3.0, 2.0, 99.0, 1.0]


def test_series_areas_and_periods(root: Path) -> None:
    data = store.current(root)
    assert data.series("kd2-1/Männer").to_dict("list") == {
        "area": ["50", "51"],
        "period": ["2023", "2023"],
        "value": [1.0, 5.0],
        "status": ["A", "B"],
    }
    assert data.series("kd2-1/Frauen")["status"].tolist() == ["A", "Q"]
    for unknown in ("kd2-1/Kinder", "a", "z"):
        assert data.series(unknown).empty
    assert data.codes("ortsteil") == ["50", "51"]
    assert data.geojson("city") == b"{}"
    assert data.newest_period == "2023"
    assert json.loads((data.path / store.MANIFEST).read_text("utf-8"))["observations"] == 4


def test_the_embedded_snapshot_is_sound() -> None:
    snapshot = settings.ROOT / "data" / "snapshot"
    assert store.is_sound(snapshot)
    manifest = json.loads((snapshot / store.MANIFEST).read_text("utf-8"))
    assert set(manifest["files"]) == set(store.FILES)
