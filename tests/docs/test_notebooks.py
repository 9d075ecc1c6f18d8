"""The notebooks run, cell after cell, against the running application, and find what the pages say."""

import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

import settings

FOLDER = settings.ROOT / "docs" / "notebooks"


def run(name: str, base: str) -> dict[str, Any]:
    """What a notebook's cells leave behind, run in order as a kernel does."""
    cells = json.loads((FOLDER / name).read_text("utf-8"))["cells"]
    left: dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            source = "".join(cell["source"]).replace("http://localhost:8501", base)
            exec(compile(source, name, "exec"), left)  # noqa: S102 (our own files)
    return left


@pytest.fixture(autouse=True)
def without_a_screen() -> None:
    mpl.use("agg")


def test_a_map_from_the_files(running: str) -> None:
    left = run("map_from_the_files.ipynb", running)
    percent = left["joined"].set_index("name")["percent"]
    # As the page of growth has it.
    assert percent["Volkmarsdorf"] == pytest.approx(67.5, abs=0.05)
    assert len(percent) == 63


@pytest.mark.usefixtures("empty_store")
def test_segregation_and_moran(running: str) -> None:
    """Computed independently: D of foreigners 0.321 in 2010 and 0.241 in 2024, Moran's I of growth 0.50 and 0.01."""
    left = run("segregation_and_moran.ipynb", running)
    assert {year: round(value, 3) for year, value in left["found"].items()} == {2010: 0.321, 2024: 0.241}
    assert {span: round(value, 2) for span, value in left["similarity"].items()} == {
        (2006, 2012): 0.50,
        (2018, 2024): 0.01,
    }
    # What the program's own functions say, without HTTP.
    assert left["same"]


def test_every_notebook_is_run_and_kept_without_output() -> None:
    files: list[Path] = sorted(FOLDER.glob("*.ipynb"))
    assert [file.name for file in files] == ["map_from_the_files.ipynb", "segregation_and_moran.ipynb"]
    for file in files:
        assert not any(cell.get("outputs") for cell in json.loads(file.read_text("utf-8"))["cells"])
