"""What tests of the catalogue share."""

from pathlib import Path

import pytest

from tests.support import small_catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue of one entry, `offences_per_1000`, below the defaults of its topic."""
    small_catalogue.write(tmp_path)
    return tmp_path
