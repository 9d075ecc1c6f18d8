"""python -m benchmarks.pages: what a change of year costs the server and the line.

Starts the app, opens a session over its socket as a browser does, moves the slider of years, and measures from the
request to the last message of the rerun: time on this machine, and bytes on the socket, compressed as served.
"""

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

ROOT: Final = Path(__file__).resolve().parent.parent
PAGES: Final = ("growth", "leipzig_west")
SPANS: Final = 18
"""First years that a slider of 25 is moved through before its last year moves."""


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def serving() -> AsyncIterator[int]:
    """The app on a port of its own, from ready to stopped."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            while not await asyncio.to_thread(_answers, port):
                await asyncio.sleep(0.05)
            yield port
        finally:
            server.terminate()


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://localhost:{port}/healthz", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@asynccontextmanager
async def counted(port: int) -> AsyncIterator[tuple[int, list[int]]]:
    """A port that passes everything on to the app's, and the bytes that came back through it."""
    received = [0]

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, count: bool) -> None:
        while data := await reader.read(65536):
            received[0] += len(data) if count else 0
            writer.write(data)
        writer.close()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("localhost", port)
        await asyncio.gather(pass_on(reader, there_writer, False), pass_on(there_reader, writer, True))

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], received


async def rerun(socket: ClientConnection, request: BackMsg) -> tuple[float, list[ForwardMsg]]:
    """Seconds from a request to the end of the run it causes, and the messages that came."""
    begin = time.perf_counter()
    await socket.send(request.SerializeToString())
    messages = []
    async for data in socket:
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        messages.append(message)
        if message.WhichOneof("type") == "script_finished":
            break
    return time.perf_counter() - begin, messages


def _request(page: str, query: str, states: list[WidgetState]) -> BackMsg:
    request = BackMsg()
    request.rerun_script.query_string = query
    request.rerun_script.page_name = page
    request.rerun_script.widget_states.widgets.extend(states)
    return request


def _slider(messages: list[ForwardMsg]) -> tuple[str, list[str]]:
    """The id of the slider of years, and its years."""
    for message in messages:
        element = message.delta.new_element
        if element.WhichOneof("type") == "slider":
            return element.slider.id, list(element.slider.options)
    raise LookupError("the page has no slider of years")


def _address(messages: list[ForwardMsg], before: str) -> str:
    """The query string that the page wrote into the address, which the browser sends along from then on."""
    told = [m.page_info_changed.query_string for m in messages if m.WhichOneof("type") == "page_info_changed"]
    return told[-1] if told else before


def _title(messages: list[ForwardMsg]) -> str:
    """What stands above the first picture."""
    elements = (message.delta.new_element for message in messages)
    spec = next(element.plotly_chart.spec for element in elements if element.WhichOneof("type") == "plotly_chart")
    return str(json.loads(spec)["layout"]["title"]["text"])


async def measure(port: int, page: str, changes: int) -> dict[str, Any]:
    """Median and 95th percentile of a year change on one page: milliseconds and kilobytes."""
    async with counted(port) as (through, received):
        address, origin = f"ws://127.0.0.1:{through}/_stcore/stream", Origin(f"http://localhost:{port}")
        async with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None, origin=origin) as line:
            first, messages = await rerun(line, _request(page, "", []))
            slider, years = _slider(messages)
            times, sizes, titles, address = [], [], {_title(messages)}, _address(messages, "")
            for n in range(changes):
                state = WidgetState(id=slider)
                # Every span differs from all before, so that nothing is answered from memory.
                state.string_array_value.data.extend([years[n % SPANS], years[-1 - n // SPANS]])
                before = received[0]
                seconds, messages = await rerun(line, _request(page, address, [state]))
                address = _address(messages, address)
                titles.add(_title(messages))
                times.append(1000 * seconds)
                sizes.append((received[0] - before) / 1000)
    if len(titles) < changes:
        raise AssertionError(f"{changes} changes of year drew only {len(titles)} different maps")
    return {
        "page": page,
        "changes": changes,
        "first_run_ms": round(1000 * first, 1),
        "rerun_ms_median": round(median(times), 1),
        "rerun_ms_p95": round(quantiles(times, n=20)[-1], 1),
        "kilobytes_median": round(median(sizes), 1),
        "kilobytes_most": round(max(sizes), 1),
    }


async def run(changes: int) -> list[dict[str, Any]]:
    """The measurements of every page."""
    async with serving() as port:
        return [await measure(port, page, changes) for page in PAGES]


def main() -> None:
    """Prints a line a page; --json FILE keeps the figures."""
    cli = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=(__doc__ or "").partition("\n")[0])
    cli.add_argument("--changes", type=int, default=60, help="year changes a page (60)")
    cli.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file, too")
    options = cli.parse_args()
    found = asyncio.run(run(options.changes))
    for row in found:
        print(
            f"{row['page']:<13} year change: median {row['rerun_ms_median']} ms, p95 {row['rerun_ms_p95']} ms, "
            f"median {row['kilobytes_median']} kB, most {row['kilobytes_most']} kB "
            f"({row['changes']} changes; first run {row['first_run_ms']} ms; {os.cpu_count()} cores)"
        )
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
