"""Debian's nginx with the configuration of `deploy/nginx`, before anything that answers HTTP on this machine."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread

import pytest

from server import several
from tests.support.serving import free_port


def needed() -> str:
    """The nginx of this machine; without it, a test fails where everything must hold and is skipped elsewhere."""
    try:
        return several.nginx()
    except FileNotFoundError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))


@contextmanager
def proxied(
    directory: Path, ports: Sequence[int], folder: str = "", unlimited: Sequence[str] = several.UNLIMITED
) -> Iterator[str]:
    """The address of nginx, without a slash at its end, before processes on these ports."""
    port = free_port()
    replicas = [f"127.0.0.1:{one}" for one in ports]
    file = several.written(directory, f"listen 127.0.0.1:{port};", replicas, folder, unlimited=unlimited)
    with subprocess.Popen([needed(), "-c", str(file), "-e", "stderr"], stderr=subprocess.DEVNULL) as nginx:
        try:
            while nginx.poll() is None and not _listens(port):
                time.sleep(0.01)
            yield f"http://127.0.0.1:{port}{folder}"
        finally:
            nginx.terminate()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def replica(name: str) -> Iterator[int]:
    """The port of a server that answers everything as HTML with its name, which everyone may keep, unless the address
    says that it is private; the header Answer counts its answers."""
    answers = count()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/csv" if "/api/" in self.path else "text/html")
            self.send_header("Cache-Control", f"{'private' if 'private' in self.path else 'public'}, max-age=31536000")
            self.send_header("Vary", "Accept-Encoding")
            self.send_header("Answer", str(next(answers)))
            self.send_header("Content-Length", str(len(name)))
            self.end_headers()
            self.wfile.write(name.encode())

        def log_message(self, *_said: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
