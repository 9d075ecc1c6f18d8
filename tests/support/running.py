"""The application as its users run it, over the loopback."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import settings
from tests.support.proxied import needed
from tests.support.serving import free_port


@contextmanager
def serving(folder: Path, **environment: str) -> Iterator[str]:
    """The base address of the running application on a store, with more in its environment."""
    port = free_port()
    with started(folder, port, **environment):
        yield f"http://localhost:{port}"


@contextmanager
def started(folder: Path, port: int, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """The process of the application on a store, which listens on a port."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    known = {**os.environ, "INDICATORS_STORE": str(folder), "PYTHONUNBUFFERED": "1", **environment}
    with subprocess.Popen(command, cwd=settings.ROOT, env=known, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            # Streamlit says where it is once it listens.
            assert any("URL" in line for line in process.stdout)
            yield process
        finally:
            process.terminate()
            process.stdout.read()


@contextmanager
def several(folder: Path, **environment: str) -> Iterator[int]:
    """The public port of two processes on a store behind nginx, which have the ports after it."""
    needed()
    port = free_port()
    command = [sys.executable, "-m", "server.several", "--processes", "2", "--port", str(port)]
    known = {**os.environ, "INDICATORS_STORE": str(folder), **environment}
    with subprocess.Popen(command, cwd=settings.ROOT, env=known, stdout=subprocess.PIPE, text=True) as all_of_it:
        assert all_of_it.stdout is not None
        try:
            assert "2 processes" in all_of_it.stdout.readline()
            yield port
        finally:
            all_of_it.terminate()
            all_of_it.wait(10)
