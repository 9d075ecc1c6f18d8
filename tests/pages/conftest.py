"""Pages show the embedded figures."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def embedded(empty_store: Path) -> None:
    """Every page reads a store without versions."""
    assert not empty_store.exists()
