"""A client of the routes alone, without Streamlit around them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes


@pytest.fixture
def client(empty_store: Path) -> Iterator[TestClient]:
    """A client that is answered from the embedded snapshot."""
    assert not empty_store.exists()
    with TestClient(Starlette(routes=routes)) as client:
        yield client
