"""The documented worth of each assumption."""

from benchmarks import energy as benchmark
from data.store import Dataset
from settings import ROOT


def test_the_documented_table_is_the_computed_one(snapshot: Dataset) -> None:
    """After new figures: python -m benchmarks.energy prints it."""
    assert benchmark.table(snapshot) in (ROOT / "docs" / "energy-model.md").read_text("utf-8")
