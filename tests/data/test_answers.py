"""Answers are kept to be asked after, and figures never depend on them."""

import gzip
import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from data import answers, store
from data.refresh import main
from data.sources.http import Download
from tests.fixtures.world import CHARACTERISTIC, PAGE, PLACE, PLAGWITZ, POPULATION, World, cell, figure, rubric_csv

URL: Final = "https://data.example/figures.csv"
BODY: Final = b"Gebiet;2024\n\xff"
CAME: Final = Download(URL, BODY, "2026-01-01T00:00:00Z", hashlib.sha256(BODY).hexdigest(), "5", '"5"', "")
MIRROR: Final = "http://mirror.example"


def kept(root: Path) -> Path:
    return next((root / answers.FOLDER).iterdir())


def test_what_is_kept_is_held_as_it_came_for_the_server_that_sent_it(tmp_path: Path) -> None:
    answers.keep(tmp_path, None, [CAME])
    assert answers.held(tmp_path, None)(URL) == CAME
    assert answers.held(tmp_path, None)(URL + "?") is None
    assert answers.held(tmp_path, MIRROR)(URL) is None
    assert [path.suffix for path in (tmp_path / answers.FOLDER).iterdir()] == [".gz"]


def test_an_answer_without_marks_takes_the_place_of_one_with(tmp_path: Path) -> None:
    answers.keep(tmp_path, None, [CAME])
    answers.keep(tmp_path, None, [replace(CAME, etag="")])
    assert answers.held(tmp_path, None)(URL) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda body: body[:-9],
        lambda body: body[:-20] + bytes([body[-20] ^ 1]) + body[-19:],
        lambda body: gzip.compress(gzip.decompress(body) + b"1"),
        lambda _: gzip.compress(b'{"other": 1}\n'),
        lambda _: gzip.compress(b"[1]\n"),
    ],
    ids=["empty", "cut", "a bit", "another body", "other facts", "a list"],
)
def test_what_is_damaged_is_not_held(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    answers.keep(tmp_path, None, [CAME])
    path = kept(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert answers.held(tmp_path, None)(URL) is None


@pytest.mark.parametrize(("days", "there"), [(29, True), (31, False), (-1, False)])
def test_marks_are_trusted_for_a_month_whatever_the_clock_says(tmp_path: Path, days: int, there: bool) -> None:
    answers.keep(tmp_path, None, [CAME])
    path, then = kept(tmp_path), time.time() - days * 24 * 3600
    os.utime(path, (then, then))
    assert (answers.held(tmp_path, None)(URL) is not None) is there
    answers.keep(tmp_path, None, [])
    assert path.exists() is (days < 30)


def test_where_they_cannot_be_kept_the_figures_are_in_force_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / answers.FOLDER).write_text("", "utf-8")
    answers.keep(tmp_path, None, [CAME])
    assert "the figures are in force" in capsys.readouterr().err


@pytest.mark.usefixtures("mirror")
def test_a_refresh_asks_whether_anything_has_changed(
    root: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    url, only = world.rubrics["kd2-1"].url, ["--only", "kd2-1"]
    first, was = store.current(root), figure(CHARACTERISTIC, PLACE, "2022")
    world.marks[url] = '"1"'
    assert main(only) == 0
    capsys.readouterr()
    world.bodies[url] = PAGE  # which nobody gets to see while the mark is the same
    assert main(only) == 0
    assert f"unchanged {url}" in capsys.readouterr().err
    assert (store.current(root).version, cell(root, POPULATION, PLAGWITZ, "2022")) == (first.version, was)
    world.marks[url] = '"2"'
    assert main(only) == 2
    # What was refused is not kept, so that it comes again and is refused again.
    assert main(only) == 2
    world.bodies[url], world.marks[url] = rubric_csv(world.rubrics["kd2-1"], add=1), '"3"'
    assert main(only) == 0
    assert cell(root, POPULATION, PLAGWITZ, "2022") == was + 1
