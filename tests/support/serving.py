"""Pages served on this machine for a while: each on a port of its own, with what it costs and sends counted."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.request import urlopen

from settings import ROOT

PRODUCT: Final = ("streamlit", "run", "app.py", "--server.port", "{port}")
"""The module and the arguments that serve the product."""
PATIENCE: Final = 60.0
"""Seconds that a page may take to start."""


@dataclass(frozen=True)
class Served:
    """A page that answers: where, by which process, and when that was started (seconds since the epoch)."""

    port: int
    pid: int
    began: float


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def served(command: Sequence[str], ready: str, folder: Path = ROOT) -> AsyncIterator[Served]:
    """A page from its first answer to its end.

    command: a Python module and its arguments, in which {port} stands for the port; ready: the path that
    answers as soon as the page does; folder: where it is started. Raises RuntimeError when it ends or stays silent.
    """
    port = free_port()
    line = [sys.executable, "-m", *(part.format(port=port) for part in command)]
    began = time.time()
    with subprocess.Popen(line, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            while not await asyncio.to_thread(_answers, port, ready):
                if server.poll() is not None or time.time() - began > PATIENCE:
                    raise RuntimeError(f"{' '.join(line)} does not answer; run it by hand to see why")
                await asyncio.sleep(0.02)
            yield Served(port, server.pid, began)
        finally:
            server.terminate()


@asynccontextmanager
async def serving() -> AsyncIterator[int]:
    """The product's port, from ready to stopped."""
    async with served(PRODUCT, "/healthz") as product:
        yield product.port


def _answers(port: int, path: str) -> bool:
    try:
        with urlopen(f"http://localhost:{port}{path}", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@asynccontextmanager
async def counted(port: int) -> AsyncIterator[tuple[int, list[int]]]:
    """A port that passes everything on to another, and the bytes that came back through it."""
    received = [0]

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, count: bool) -> None:
        while data := await reader.read(65536):
            received[0] += len(data) if count else 0
            writer.write(data)
        writer.close()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Either side may hang up at any time, as a browser that leaves a page does.
        with suppress(OSError):
            there_reader, there_writer = await asyncio.open_connection("localhost", port)
            await asyncio.gather(pass_on(reader, there_writer, False), pass_on(there_reader, writer, True))
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], received


def processor_seconds(pid: int) -> float:
    """Seconds of processor time that a process and its children have used so far."""
    ticks = sum(sum(map(int, _stat(process)[11:13])) for process in _family(pid))
    return ticks / os.sysconf("SC_CLK_TCK")


def resident_megabytes(pid: int) -> float:
    """Memory that a process and its children hold, in megabytes; what they share counts for each."""
    pages = sum(int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) for process in _family(pid))
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _family(pid: int) -> list[int]:
    """A process and its children, but not theirs: no page here has any."""
    others = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()]
    return [pid, *(other for other in others if _parent(other) == pid)]


def _parent(pid: int) -> int:
    try:
        return int(_stat(pid)[1])
    except OSError:
        return 0


def _stat(pid: int) -> list[str]:
    """The fields after the name in brackets, which may hold spaces: state, parent, and so on."""
    return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
