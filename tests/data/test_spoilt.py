"""Files that are damaged, a clock that is wrong and versions that go while they are read: no figure is lost by them."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pandas as pd
import pytest

from data import answers, gather, refresh, store, turns, versions
from data.refresh import main
from tests.fixtures.world import CHARACTERISTIC, PLACE, PLAGWITZ, POPULATION, World, cell, figure
from tests.support import extent

WAS: Final = figure(CHARACTERISTIC, PLACE, "2022")
ONLY: Final = ["--only", "kd2-1"]
DAMAGES: Final[dict[str, Callable[[bytes], bytes | None]]] = {
    "gone": lambda _: None,
    "empty": lambda _: b"",
    "cut": lambda body: body[: len(body) // 2],
    "noise": lambda body: bytes((7 * n) % 256 for n in range(len(body))),
    "a bit": lambda body: body[:-9] + bytes([body[-9] ^ 1]) + body[-8:],
    "another shape": lambda _: b'[{"data_version": ["a"]}, null]',
}
FILES: Final = (store.CURRENT, store.REPORT, store.MANIFEST, *store.FILES, answers.FOLDER, turns.HOLDER)
ALL: Final = [(damage, (file,)) for damage in DAMAGES for file in FILES]
FEW: Final = [("cut", ("observations.parquet", store.REPORT, answers.FOLDER, turns.HOLDER, store.CURRENT))]


@pytest.fixture
def held(twice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of its own, in force the figures with two persons more."""
    monkeypatch.setattr(store, "SNAPSHOT", tmp_path / "no-snapshot")
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    return Path(shutil.copytree(twice, tmp_path / "store"))


def added(root: Path) -> int:
    """How many persons more are in force."""
    return int(cell(root, POPULATION, PLAGWITZ, "2022")) - WAS


def others(root: Path) -> pd.DataFrame:
    """The figures in force of all other sources."""
    rows = store.current(root).observations.astype("str")
    return rows[~rows["series"].str.startswith("kd2-1/")].reset_index(drop=True)


def spoil(root: Path, name: str, damage: str) -> None:
    in_force = store.named(root)
    place = root / in_force / name if name in (store.MANIFEST, *store.FILES) else root / name
    path = next(place.iterdir()) if place.is_dir() else place
    body = DAMAGES[damage](path.read_bytes() if path.exists() else bytes(64))
    path.unlink(missing_ok=True)
    if body is not None:
        path.write_bytes(body)


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize(("damage", "files"), extent.either(FEW, ALL))
def test_damaged_files_lose_no_figure(
    damage: str, files: tuple[str, ...], twice: Path, held: Path, world: World
) -> None:
    before = others(twice)  # the same figures, so that nothing of what is to be damaged has been read
    for name in files:
        spoil(held, name, damage)
    # Whoever reads has the version that was in force, or the one before it.
    assert added(held) in (0, 2)
    assert others(held).equals(before)
    world.serve_more(1)
    assert main(ONLY) == 0
    assert added(held) == 1
    assert others(held).equals(before)
    assert store.current(held).current["sources"]["kd2-1"]["state"] == "updated"
    assert len(store.kept(held)) >= 2
    assert not list(held.glob(".*"))


def clock(moment: datetime) -> Any:
    """A clock that stands still."""

    def now(_zone: tzinfo) -> datetime:
        return moment

    return SimpleNamespace(now=now)


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize("days", extent.either([1], [1, 400, -4000]))
def test_a_clock_that_is_wrong_loses_no_figure(
    days: int, held: Path, world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.kept(held)
    world.serve_more(1)
    with monkeypatch.context() as patch:
        # Before the figures: none of them can be.
        patch.setattr(gather, "datetime", clock(datetime(2021, 6, 1, tzinfo=UTC)))
        assert main(ONLY) == 2
    told = capsys.readouterr().out
    assert told.startswith("kd2-1 ")
    assert "figures of 2022, expected none after 2021" in told
    assert added(held) == 2
    # So many days back: they are as good as ever, and what is newer by its name goes before them no more.
    monkeypatch.setattr(refresh, "datetime", clock(datetime.now(UTC) - timedelta(days=days)))
    assert main(ONLY) == 0
    assert added(held) == 1
    assert set(before) < set(store.kept(held))


@pytest.mark.usefixtures("mirror")
def test_a_version_that_is_removed_while_it_is_read_gives_way_to_the_next(
    held: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader has found what was in force; before it opens a file, two refreshes have come and gone."""
    old, read = store.named(held), pd.read_parquet
    world.serve_more(1)
    there = (held / store.CURRENT).read_bytes()
    assert main(ONLY) == 0
    new = (held / store.CURRENT).read_bytes()
    assert added(held) == 1  # so that nothing of the old one is at hand any more
    (held / store.CURRENT).write_bytes(there)

    def late(path: Path, *arguments: Any, **more: Any) -> pd.DataFrame:
        if path.parent.name == old and path.exists():
            (held / store.CURRENT).write_bytes(new)
            assert old in versions.prune(held, 1, str(json.loads(new)["data_version"]))
        return read(path, *arguments, **more)

    monkeypatch.setattr(pd, "read_parquet", late)
    assert added(held) == 1
    assert old not in store.kept(held)


@pytest.mark.usefixtures("mirror")
def test_whoever_reads_the_version_before_the_switch_can_finish(held: Path, world: World) -> None:
    reader = store.current(held)
    world.serve_more(1)
    assert main([*ONLY, "--keep", "1"]) == 0
    assert added(held) == 1
    assert json.loads(reader.geojson("city"))["features"]
    assert store.version(reader.version, held).version == reader.version
    assert len(store.versions(held)) == 2
