"""A store that has been refreshed from a made-up world, and that world for the next refresh."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import store
from data.refresh import main
from tests.fixtures.trouble import started
from tests.fixtures.world import PART, World, those
from tests.support import extent


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store after one refresh of the world's representative part, or with `--long` of all; never to be changed."""
    root = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as patch, World().served() as base:
        patch.setattr(store, "SNAPSHOT", root / "no-snapshot")
        patch.setenv("INDICATORS_STORE", str(root))
        assert main(["--mirror", base, *extent.either(those(*PART), [])]) == 0
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of its own for a test, with the state of the first refresh."""
    monkeypatch.setattr(store, "SNAPSHOT", tmp_path / "no-snapshot")
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    return Path(shutil.copytree(first, tmp_path / "store"))


@pytest.fixture(scope="session")
def twice(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two versions, in force the one in which Plagwitz has two persons more; never to be changed."""
    root, world = tmp_path_factory.mktemp("twice") / "store", World()
    shutil.copytree(first, root)
    with world.served() as mirror:
        world.serve_more(2)
        process = started(root, mirror, "--only", "kd2-1")
        process.join()
    assert process.exitcode == 0
    return root


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def mirror(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with world.served() as base:
        monkeypatch.setenv("INDICATORS_MIRROR", base)
        yield base
