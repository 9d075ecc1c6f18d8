"""The neighbours of the districts as spatial weights that others read."""

from contextlib import closing
from pathlib import Path

import libpysal
from starlette.testclient import TestClient

from data.store import Dataset
from indicators.places.neighbours import neighbours


def test_pysal_reads_our_neighbours(client: TestClient, snapshot: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "neighbours.gal"
    path.write_text(client.get("/api/v1/neighbours.gal").text, "utf-8")
    with closing(libpysal.io.open(str(path))) as file:
        weights = file.read()
    own = {f"OT{code}": [f"OT{other}" for other in others] for code, others in neighbours(snapshot, "ortsteil").items()}
    assert weights.n == 63
    assert weights.neighbors == own


def test_an_answer_of_a_version_never_changes(client: TestClient, snapshot: Dataset) -> None:
    assert "immutable" in client.get(f"/api/v1/neighbours.gal?version={snapshot.version}").headers["Cache-Control"]
    assert "immutable" not in client.get("/api/v1/neighbours.gal").headers["Cache-Control"]
