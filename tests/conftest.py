"""What tests of several rooms share."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from benchmarks.opening import as_served
from data import store
from data.store import Dataset

# How long an example takes is the machine's affair; speed is measured in benchmarks.
settings.register_profile("untimed", deadline=None, max_examples=40)
settings.load_profile("untimed")

# As app.py has it.
pd.set_option("mode.string_storage", "python")

RECORDINGS = Path(__file__).parents[2] / "shared" / "recordings"


@pytest.fixture(scope="session", autouse=True)
def served() -> Iterator[None]:
    """Pages run as they do in the app."""
    with as_served():
        yield


@pytest.fixture(scope="session")
def recordings() -> Path:
    """The folder of recorded responses; tests that need it are skipped where it is absent."""
    if not RECORDINGS.is_dir():
        pytest.skip("the recorded responses are not beside the repository")
    return RECORDINGS


@pytest.fixture
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a store without versions, in which the embedded snapshot is in force."""
    folder = tmp_path / "store"
    monkeypatch.setenv("INDICATORS_STORE", str(folder))
    return folder


@pytest.fixture
def snapshot(empty_store: Path) -> Dataset:
    """The embedded figures."""
    return store.current(empty_store)
