"""Clients of the routes: alone, without Streamlit around them, and of the running application."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from data import store

VERSIONS = ["2024-01-01-aaaaaaaa", "2025-01-01-bbbbbbbb"]
SERIES = "kd2-1/Einwohner insgesamt"


@pytest.fixture
def client(empty_store: Path) -> Iterator[TestClient]:
    """A client that is answered from the embedded snapshot."""
    assert not empty_store.exists()
    with TestClient(Starlette(routes=routes)) as client:
        yield client


def keep(folder: Path) -> list[str]:
    """Two versions in a store, the second of them in force; the embedded one is newer."""
    for name in VERSIONS:
        shutil.copytree(store.SNAPSHOT, folder / name)
        (folder / name / store.MANIFEST).write_text(json.dumps({"data_version": name}), "utf-8")
    (folder / store.CURRENT).write_text(json.dumps({"data_version": VERSIONS[1]}), "utf-8")
    return VERSIONS


@pytest.fixture
def kept(empty_store: Path) -> list[str]:
    """Two versions in a store of the test's own, which it may change."""
    return keep(empty_store)


@pytest.fixture(scope="session")
def revised_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions, of which the older one has another count of Plagwitz in 2024 and none of 2023; never to change."""
    folder = tmp_path_factory.mktemp("revised")
    keep(folder)
    path = folder / VERSIONS[0] / "observations.parquet"
    table = pd.read_parquet(path).astype({"series": "str", "area": "str", "period": "str", "status": "str"})
    here = (table["series"] == SERIES) & (table["area"] == "51")
    table = table.assign(value=table["value"].mask(here & (table["period"] == "2024"), 10_000))
    table[~(here & (table["period"] == "2023"))].to_parquet(path, index=False)
    return folder


@pytest.fixture
def revised(empty_store: Path, revised_store: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The versions of `revised_store`, which is in force."""
    assert not empty_store.exists()
    monkeypatch.setenv("INDICATORS_STORE", str(revised_store))
    return VERSIONS


@pytest.fixture
def embedded() -> str:
    """The name of the embedded version, whichever is in force."""
    return str(json.loads((store.SNAPSHOT / store.MANIFEST).read_text("utf-8"))["data_version"])


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[str]:
    """The base address of the running application on a store, with settings in its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    known = {**os.environ, "INDICATORS_STORE": str(folder), "PYTHONUNBUFFERED": "1", **settings}
    with subprocess.Popen(command, cwd=store.ROOT, env=known, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        # Streamlit says where it is once it listens.
        assert any("URL" in line for line in process.stdout)
        yield f"http://localhost:{port}"
        process.terminate()
        process.stdout.read()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base address of the running application, with the embedded figures."""
    with serving(tmp_path_factory.mktemp("store")) as address:
        yield address
