"""The application as its users run it, over the loopback."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import settings


@contextmanager
def serving(folder: Path, **environment: str) -> Iterator[str]:
    """The base address of the running application on a store, with more in its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    known = {**os.environ, "INDICATORS_STORE": str(folder), "PYTHONUNBUFFERED": "1", **environment}
    with subprocess.Popen(command, cwd=settings.ROOT, env=known, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        # Streamlit says where it is once it listens.
        assert any("URL" in line for line in process.stdout)
        yield f"http://localhost:{port}"
        process.terminate()
        process.stdout.read()
