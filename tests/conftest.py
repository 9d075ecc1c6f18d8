"""What tests of several rooms share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api import routes as api
from data import store
from data.store import Dataset
from server import routes as server
from server import start
from tests.support.opening import as_served
from tests.support.running import serving

# How long an example takes is the machine's affair; speed is measured in benchmarks.
settings.register_profile("untimed", deadline=None, max_examples=40)
settings.load_profile("untimed")

start.use_python_strings()

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


@pytest.fixture
def client(empty_store: Path) -> Iterator[TestClient]:
    """A client that is answered from the embedded snapshot, by the routes without Streamlit around them."""
    assert not empty_store.exists()
    with TestClient(Starlette(routes=[*api.routes, *server.routes])) as client:
        yield client


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base address of the running application, with the embedded figures."""
    with serving(tmp_path_factory.mktemp("store")) as address:
        yield address
