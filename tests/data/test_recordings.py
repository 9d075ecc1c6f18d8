"""A refresh from the recorded responses of the publishers, against the figures that the product ships."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from data import store
from data.gather import known_areas
from data.observations import validate
from data.refresh import main

pytestmark = pytest.mark.recordings
TEXT = dict.fromkeys(["series", "area", "period", "status"], "str")


@pytest.fixture
def replay(recordings: Path) -> Iterator[str]:
    """The base address of the server of the recordings."""
    script = recordings.parent / "replay" / "serve.py"
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.kill()


def test_the_snapshot_is_what_the_publishers_served(empty_store: Path, replay: str) -> None:
    """Of some rubrics there is no recording; they stay without figures, and the status says so."""
    assert main(["--mirror", replay]) == 1
    states = store.current(empty_store).current["sources"]
    assert {entry["state"] for entry in states.values()} == {"updated", "absent"}
    held = store.current(empty_store / "none").sources
    assert {id for id, entry in states.items() if entry["state"] == "updated"} == set(held)
    ours, shipped = store.current(empty_store), store.current(empty_store / "none")
    assert ours.path.parent == empty_store
    assert shipped.path == store.SNAPSHOT
    validate(ours.observations.astype(TEXT), known_areas(ours.areas))
    pd.testing.assert_frame_equal(ours.observations.astype(TEXT), shipped.observations.astype(TEXT), check_exact=True)
    pd.testing.assert_frame_equal(ours.areas, shipped.areas)
    assert {id: record["checks"] for id, record in ours.sources.items()} == {
        id: record["checks"] for id, record in shipped.sources.items()
    }
