"""Readers at once: what a change of year costs the server, and how long they wait for each other.

A session speaks to the page as its browser does, over a web socket to Streamlit and by HTTP to Dash, and goes to the
address of another year; that runs the whole page, the dearest kind of change. It is timed from the request to the end
of the answer, which must speak of the year. Sessions run on the same processors as the page.
"""

import asyncio
import json
import random
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from itertools import combinations
from statistics import median, quantiles
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from benchmarks.contestants import GROWTH, YEARS
from tests.support.serving import Served, processor_seconds, resident_megabytes

THINK: Final = 3.0
"""Seconds that a reader looks at a page before a change, in the mean; each time from half to one and a half of it.

Were all pauses the same, readers who once had to wait for each other would ask at the same moments ever after.
"""
PATIENCE: Final = 60.0
"""Seconds after which a session takes a server that does not answer for dead."""
WARM: Final = 8
"""Changes by the first session before its memory is taken as that of one."""

Asked = tuple[str, str]
"""An address, and what the answer must say."""
Change = Callable[[Asked], Awaitable[float]]
"""Goes to another year; the seconds that this took."""
Session = Callable[[int], AbstractAsyncContextManager[Change]]
"""Opens a session at a port."""

SPANS: Final[Sequence[Asked]] = [
    (f"{GROWTH}&map=value&year={YEARS[0]}", YEARS[0]),
    *((f"{GROWTH}&map=change&from={start}&to={end}", f"{start}–{end}") for start, end in combinations(YEARS, 2)),
]
"""Changes of the product's page, all different. Of what they show, the page keeps a span's map, ranking and table, the
lines of a first year and numbers that are written out, so that of many readers the first to ask pays for the others.
The map of one year comes first, as it loads a library that no session should be charged for."""
SINGLE: Final[Sequence[Asked]] = [(f"/?year={year}", f"share {year}") for year in YEARS]
"""Changes of the other pages, in the words of their titles: years alone also stand along an axis."""


def own_replica() -> str:
    """The cookie by which several processes share their readers among them, as a new browser gets it; see
    `server.several`. One process does not look at it."""
    return f"replica={secrets.token_hex(16)}"


class NotChangedError(AssertionError):
    """An answer did not speak of the year that it was asked for."""


@asynccontextmanager
async def streamlit(port: int) -> AsyncIterator[Change]:
    """A session of a Streamlit page."""
    async with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        origin=Origin(f"http://localhost:{port}"),
        additional_headers={"Cookie": own_replica()},
        # Of a server that is late, it is told how late.
        open_timeout=PATIENCE,
        ping_timeout=None,
    ) as line:

        async def change(asked: Asked) -> float:
            begin = time.perf_counter()
            answer = await _rerun(line, asked[0])
            seconds = time.perf_counter() - begin
            # Words travel as they are, or escaped in the JSON of a picture, which travels in JSON again.
            told, escaped = answer.replace(b"\\\\", b"\\"), json.dumps(asked[1])[1:-1].encode()
            _must_say(
                asked, told.count(asked[1].encode()) + (told.count(escaped) if escaped != asked[1].encode() else 0)
            )
            return seconds

        yield change


async def _rerun(line: ClientConnection, address: str) -> bytes:
    """All that a run of the page at an address sends."""
    parts, request = urlsplit(address), BackMsg()
    request.rerun_script.page_name = parts.path.strip("/")
    request.rerun_script.query_string = parts.query
    await line.send(request.SerializeToString())
    answer = []
    async for data in line:
        answer.append(data if isinstance(data, bytes) else data.encode())
        # Pictures and tables are long and need not be taken apart to know that they are not the end.
        if len(answer[-1]) < 1000 and ForwardMsg.FromString(answer[-1]).WhichOneof("type") == "script_finished":
            break
    return b"".join(answer)


@asynccontextmanager
async def dash(port: int) -> AsyncIterator[Change]:
    """A session of the Dash page, which asks for every picture that depends on the year, all at once."""
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as line:
        wiring = (await line.get("/_dash-dependencies")).json()
        callbacks = [entry for entry in wiring if any(place["id"] == "year" for place in entry["inputs"])]

        async def change(asked: Asked) -> float:
            year = int(parse_qs(urlsplit(asked[0]).query)["year"][0])
            requests = [_callback(entry, year) for entry in callbacks]
            begin = time.perf_counter()
            answers = await asyncio.gather(*(line.post("/_dash-update-component", json=body) for body in requests))
            seconds = time.perf_counter() - begin
            _must_say(asked, sum(asked[1] in answer.raise_for_status().text for answer in answers))
            return seconds

        yield change


def _callback(entry: dict[str, Any], year: int) -> dict[str, Any]:
    element, _, property_ = entry["output"].rpartition(".")
    values: dict[str, Any] = {"year": year, "districts": []}
    return {
        "output": entry["output"],
        "outputs": {"id": element, "property": property_},
        "inputs": [place | {"value": values[place["id"]]} for place in entry["inputs"]],
        "changedPropIds": ["year.value"],
        "parsedChangedPropsIds": ["year.value"],
    }


def _must_say(asked: Asked, times: int) -> None:
    """Map and ranking say the year."""
    if times < 2:
        raise NotChangedError(f"the answer to {asked[0]} does not speak of {asked[1]}")


async def alone(open_session: Session, server: Served, asked: Sequence[Asked], changes: int) -> dict[str, float]:
    """One session without a pause: milliseconds and processor's milliseconds of a change, on the server."""
    async with open_session(server.port) as change:
        for warm in asked[:WARM]:
            await change(warm)
        before = processor_seconds(server.pid)
        times = [1000 * await change(asked[WARM + n % (len(asked) - WARM)]) for n in range(changes)]
        used = 1000 * (processor_seconds(server.pid) - before)
    return {"changes": changes, "ms_median": median(times), "processor_ms": used / changes}


async def together(
    open_session: Session, server: Served, asked: Sequence[Asked], count: int, changes: int
) -> dict[str, float]:
    """Many sessions that think between their changes.

    Milliseconds of a change (median, 95th percentile), changes a second, processor's share of one core, and
    megabytes that each session beyond the first adds to the server.
    """
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(open_session(server.port))
        for warm in asked[:WARM]:
            await first(warm)
        memory = resident_megabytes(server.pid)
        lines = [first]
        for _ in range(count - 1):
            lines.append(await stack.enter_async_context(open_session(server.port)))
            await lines[-1](asked[0])
        used, begin = processor_seconds(server.pid), time.perf_counter()
        times = await asyncio.gather(*(_read(n, line, asked, changes) for n, line in enumerate(lines)))
        seconds, used = time.perf_counter() - begin, processor_seconds(server.pid) - used
        more = resident_megabytes(server.pid) - memory
    all_times = [1000 * one for own in times for one in own]
    return {
        "sessions": count,
        "changes": len(all_times),
        "ms_median": median(all_times),
        "ms_p95": quantiles(all_times, n=20)[-1],
        "changes_a_second": len(all_times) / seconds,
        "processor_share": used / seconds,
        "megabytes_a_session": more / (count - 1),
    }


async def _read(n: int, change: Change, asked: Sequence[Asked], changes: int) -> list[float]:
    """One reader, who looks before each change."""
    chance = random.Random(n)  # noqa: S311  # no secret: the same readers in every run
    order = chance.sample(asked[WARM:], changes)
    times = []
    for one in order:
        await asyncio.sleep(THINK * chance.uniform(0.5, 1.5))
        times.append(await change(one))
    return times
