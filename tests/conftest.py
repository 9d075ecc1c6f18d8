"""What tests of several rooms share."""

import secrets
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
from tests.support import extent
from tests.support.opening import as_served
from tests.support.running import serving

# How long an example takes is the machine's affair; speed is measured in benchmarks.
settings.register_profile("untimed", deadline=None, max_examples=20)
settings.register_profile("long", deadline=None, max_examples=200, derandomize=False, print_blob=True)

start.use_python_strings()

RECORDINGS = Path(__file__).parents[2] / "shared" / "recordings"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="whole matrices and walks, and examples by a new seed")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Which part of everything is run, before any test is collected, and the seed before hypothesis asks for it."""
    extent.LONG = config.getoption("--long")
    settings.load_profile(extent.either("untimed", "long"))
    if extent.LONG and config.option.hypothesis_seed is None:
        # The processes that share the tests are started with these options, so that all have one seed.
        config.option.hypothesis_seed = str(secrets.randbelow(2**32))


def pytest_sessionstart(session: pytest.Session) -> None:
    """Tells a long run's seed at its begin, so that one that breaks off can be repeated, too."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if extent.LONG and reporter and not hasattr(session.config, "workerinput"):
        reporter.write_line(f"everything by --long; the same again: --hypothesis-seed={_seed(session.config)}")


def _seed(config: pytest.Config) -> str:
    return str(config.option.hypothesis_seed or "1")


@pytest.fixture(scope="session")
def seed(pytestconfig: pytest.Config) -> str:
    """For what makes its examples up without hypothesis: always the same, or that of a long run."""
    return _seed(pytestconfig)


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
