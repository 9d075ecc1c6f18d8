"""A refresh is killed, or its disk fails, at whatever step: the store has the old figures or the new ones, whole."""

import errno
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from data import store
from tests.fixtures.trouble import Killed, Trouble, Unwritable, none, said, started, steps
from tests.fixtures.world import CHARACTERISTIC, PLACE, PLAGWITZ, POPULATION, World, cell, figure
from tests.support import extent

WAS: Final = figure(CHARACTERISTIC, PLACE, "2022")
PATIENCE: Final = 60.0


@dataclass(frozen=True)
class Place:
    """A store, never to be changed, with two persons more; served is one more."""

    root: Path
    world: World
    mirror: str

    def after(self, at: Path, trouble: Trouble = none, room: int = 0) -> tuple[int, int]:
        """Exit status and how many more are in force, after a refresh in trouble of a store or a copy of it."""
        if not at.exists():
            shutil.copytree(self.root, at)
        process = started(at, self.mirror, "--only", "kd2-1", "--keep", "2", trouble=trouble, room=room)
        process.join(PATIENCE)
        assert process.exitcode is not None
        return process.exitcode, added(at)


@pytest.fixture(scope="module")
def place(twice: Path) -> Iterator[Place]:
    world = World()
    world.serve_more(1)
    with pytest.MonkeyPatch.context() as patch, world.served() as mirror:
        patch.setattr(store, "SNAPSHOT", twice / "no-snapshot")
        yield Place(twice, world, mirror)


@pytest.fixture(scope="module")
def telling(place: Place, tmp_path_factory: pytest.TempPathFactory) -> list[int]:
    """Of the steps of a refresh those that put the version and the pointer in their places, or with `--long` all."""
    done = tmp_path_factory.mktemp("undisturbed") / "store"
    assert place.after(done) == (0, 1)
    moves = [n for n, step in enumerate(steps(done)) if step.startswith("os.rename")]
    return extent.either(moves[1:3], [*range(len(steps(done)))])


def added(root: Path) -> int:
    """How many persons more are in force, where all that is there is whole."""
    assert store.current(root).path.parent == root
    assert len(store.kept(root)) == len(store.versions(root)) >= 2
    return int(cell(root, POPULATION, PLAGWITZ, "2022")) - WAS


def test_killed_at_a_step(place: Place, telling: list[int], tmp_path: Path) -> None:
    there = []
    for n in telling:
        status, add = place.after(tmp_path / f"{n}", Killed(n))
        assert status == -9
        there.append(add)
    # Until the switch the old figures are in force, from then on the new ones, and either comes to pass.
    assert there == sorted(there, reverse=True)
    assert set(there) == extent.either({2}, {2, 1})
    for n in telling[:: extent.either(2, 1)]:
        assert place.after(tmp_path / f"{n}") == (0, 1)
        assert not list((tmp_path / f"{n}").glob(".*"))


def test_killed_at_any_moment(place: Place, tmp_path: Path, seed: str) -> None:
    root, began = tmp_path / "store", time.monotonic()
    assert place.after(root) == (0, 1)
    lasted = time.monotonic() - began
    moments = random.Random(seed)  # noqa: S311  # nothing secret
    for _ in range(extent.either(1, 100)):
        was = added(root)
        place.world.serve_more(new := was % 3 + 1)
        process = started(root, place.mirror, "--only", "kd2-1", "--keep", "2")
        process.join(moments.uniform(0, lasted))
        process.kill()
        process.join(PATIENCE)
        assert added(root) in (was, new)
    place.world.serve_more(1)
    assert place.after(root) == (0, 1)


@pytest.mark.parametrize("reason", extent.either([errno.ENOSPC], [errno.ENOSPC, errno.EROFS]))
def test_a_disk_that_is_full_or_read_only_from_a_step_on(
    reason: int, place: Place, telling: list[int], tmp_path: Path
) -> None:
    there = []
    for n in extent.either([telling[-1] + 1], telling):
        status, add = place.after(tmp_path / f"{n}", Unwritable(n, reason))
        told = said(tmp_path / f"{n}")
        assert "Traceback" not in told
        assert (f"{tmp_path / str(n)} can't be written, nothing changed" in told) is (add == 2)
        assert status == (2 if add == 2 else 0)
        there.append(add)
    assert set(there) == extent.either({1}, {2, 1})


@pytest.mark.parametrize("room", extent.either([20_000], [4_000, 20_000, 60_000]))
def test_a_disk_on_which_a_file_finds_no_room(room: int, place: Place, tmp_path: Path) -> None:
    """With less room there were none for what the refresh says, either, as that is a file here."""
    assert place.after(tmp_path / "full", room=room) == (2, 2)
    assert f"{tmp_path / 'full'} can't be written, nothing changed" in said(tmp_path / "full")
