"""Two refreshes of a store at the same time."""

import os
import socket
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

import settings
from data import store, turns
from data.refresh import main
from tests.fixtures.trouble import said, started
from tests.fixtures.world import CHARACTERISTIC, PLACE, PLAGWITZ, POPULATION, World, cell, figure, rubric_csv
from tests.support import extent


def command(root: Path, mirror: str) -> tuple[list[str], dict[str, str]]:
    environment = {**os.environ, "INDICATORS_STORE": str(root), "INDICATORS_MIRROR": mirror}
    return [sys.executable, "-c", "import sys; from data.refresh import main; sys.exit(main())"], environment


def test_two_refreshes_at_once_leave_a_valid_store(root: Path, world: World, mirror: str) -> None:
    world.bodies[world.rubrics["kd2-1"].url] = rubric_csv(world.rubrics["kd2-1"], add=1)
    both = [started(root, mirror, *extent.either(["--only", "kd2-1"], [])) for _ in range(2)]
    for process in both:
        process.join(120)
    assert "Traceback" not in said(root)
    assert [process.exitcode for process in both] == [0, 0]
    assert cell(root, POPULATION, PLAGWITZ, "2022") == figure(CHARACTERISTIC, PLACE, "2022") + 1
    assert not list(root.glob(".*"))


def test_the_second_of_two_refreshes_waits_and_keeps_the_figures_of_the_first(
    root: Path, world: World, mirror: str
) -> None:
    """It starts from what the first has put in force, whatever it had seen before."""
    ages, population = world.rubrics["kd2-3"], world.rubrics["kd2-1"]
    world.bodies[ages.url], world.bodies[population.url] = rubric_csv(ages, add=2), rubric_csv(population, add=1)
    arguments, environment = command(root, mirror)
    with turns.alone(root):
        second = subprocess.Popen(
            [*arguments, "--only", "kd2-3"], env=environment, cwd=settings.ROOT, stderr=subprocess.PIPE, text=True
        )
        assert second.stderr is not None
        told = second.stderr.readline()
        assert f"another refresh is at {root} (process {os.getpid()} on {socket.gethostname()}, since 20" in told
        assert first_refresh(mirror) == 0
    second.communicate(timeout=120)
    assert second.returncode == 0
    assert cell(root, POPULATION, PLAGWITZ, "2022") == figure(CHARACTERISTIC, PLACE, "2022") + 1
    assert ages.id in {line.partition("/")[0] for line in revised(root)}


def first_refresh(mirror: str) -> int:
    """A refresh by whoever is at the store already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(turns, "alone", lambda _: nullcontext())
        return main(["--mirror", mirror, "--only", "kd2-1"])


def revised(root: Path) -> list[str]:
    return (store.current(root).path / store.REVISIONS).read_text("utf-8").splitlines()[1:]
