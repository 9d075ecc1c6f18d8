"""Slides of a set's file, from a shell."""

import subprocess
import sys
from pathlib import Path

from pptx import Presentation

from data import store
from pictures.workshop.entry import Entry, WorkshopSet
from pictures.workshop.writing import as_json


def test_a_file_becomes_slides_and_what_can_not_be_shown_is_said(tmp_path: Path) -> None:
    good = Entry("lines", ("population",), ("51",), start="2012", end="2024", lit=("51",))
    gone = Entry("lines", ("no_such_indicator",), ("51",), start="2012", end="2024", lit=("51",))
    (tmp_path / "set.json").write_bytes(as_json(WorkshopSet((good, gone), store.current().version)))
    there, out = str(tmp_path / "set.json"), str(tmp_path / "set.pptx")
    command = [sys.executable, "-m", "exports.slides", there, "--out", out]
    run = subprocess.run([*command, "--lang", "en"], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "no_such_indicator" in run.stderr
    _shown, left_out = Presentation(tmp_path / "set.pptx").slides
    assert left_out.shapes.title.text_frame.text == "Left out"
    assert "Picture 2" in left_out.shapes[-1].text_frame.text


def test_a_template_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "set.json").write_bytes(as_json(WorkshopSet()))
    (tmp_path / "own.pptx").write_text("no presentation")
    command = [sys.executable, "-m", "exports.slides", str(tmp_path / "set.json"), "--out", str(tmp_path / "x.pptx")]
    run = subprocess.run([*command, "--template", str(tmp_path / "own.pptx")], capture_output=True, text=True)
    assert run.returncode == 2
    assert "own.pptx is no presentation" in run.stderr
    assert not (tmp_path / "x.pptx").exists()
