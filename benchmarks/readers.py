"""What many readers do at once, over the loopback, as their browsers speak to the product; none stops the others."""

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Final
from urllib.parse import urljoin

from benchmarks.contestants import GROWTH
from benchmarks.hanging import HANG
from benchmarks.sessions import PATIENCE, SPANS, Asked, NotChangedError, own_replica, streamlit

LINK: Final[Asked] = (f"{GROWTH}&map=value&year=2020", "2020")
"""What all open who come at once."""
COME: Final = 15.0
"""Seconds within which many readers come who were not there before."""
STAYS: Final = 20
"""Changes after which a reader leaves, and another comes."""
ASSET: Final = re.compile(r'''(?:src|href)="([^"]+\.(?:js|css)[^"]*)"''')


_BROWSERS: Final = ThreadPoolExecutor(64)


@dataclass(frozen=True)
class Waits:
    """Seconds that each change took, and after the begin of all when it was asked for, and errors by kind."""

    seconds: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)


async def visit(port: int) -> float:
    """A first visit with an empty cache: HTML, the scripts and styles that it names, and the page; seconds."""
    began = time.perf_counter()
    await asyncio.get_running_loop().run_in_executor(_BROWSERS, _loaded, port)
    async with streamlit(port) as change:
        await change(LINK)
    return time.perf_counter() - began


def _loaded(port: int) -> None:
    """One after the other, and left packed: what httpx needs for ninety files is half a second of a processor that the
    server should have."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        reader = {"Cookie": own_replica()}
        html = _answer(line, LINK[0], reader).decode()
        for address in dict.fromkeys(ASSET.findall(html)):
            _answer(line, urljoin(LINK[0], address), reader | {"Accept-Encoding": "gzip"})


def _answer(line: HTTPConnection, address: str, headers: Mapping[str, str]) -> bytes:
    line.request("GET", address, headers=dict(headers))
    answer = line.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise ConnectionError(f"{address} is answered with {answer.status}")
    return body


async def come(port: int, *, count: int, within: float) -> Waits:
    """Readers who open the same link, evenly over some seconds."""
    waits = Waits()

    async def one(delay: float) -> None:
        await asyncio.sleep(delay)
        try:
            waits.seconds.append(await visit(port))
        except Exception as error:  # whatever a reader met is what is looked for
            waits.errors[_kind(error)] += 1

    await asyncio.gather(*(one(within * n / (count - 1)) for n in range(count)))
    return waits


async def read(port: int, *, count: int, think: float, seconds: float) -> Waits:
    """Readers who look at a page for some seconds in the mean before each change, until time is over.

    What they wait for when they open the page is not told: the first come within `COME` seconds, others as they
    leave.
    """
    waits, begin = Waits(), time.perf_counter()
    end = begin + seconds
    await asyncio.gather(*(_seat(port, n, think, (begin, end), waits) for n in range(count)))
    return waits


async def _seat(port: int, n: int, think: float, time_of_all: tuple[float, float], waits: Waits) -> None:
    """One reader after the other, from begin to end."""
    begin, end = time_of_all
    chance = random.Random(n)  # noqa: S311  # no secret: the same readers in every run
    await asyncio.sleep(COME * chance.random())
    while time.perf_counter() < end:
        try:
            async with streamlit(port) as change:
                await change(SPANS[0])
                for asked in chance.sample(SPANS[1:], STAYS):
                    await asyncio.sleep(think * chance.uniform(0.5, 1.5))
                    if time.perf_counter() >= end:
                        return
                    since = time.perf_counter() - begin
                    waits.seconds.append(await asyncio.wait_for(change(asked), PATIENCE))
                    waits.asked.append(since)
        except Exception as error:  # whatever a reader met is what is looked for
            waits.errors[_kind(error)] += 1
            await asyncio.sleep(think)


async def hang(port: int, seconds: int) -> float:
    """A page that hangs for some seconds; after how many its reader heard of it."""
    began = time.perf_counter()
    async with streamlit(port) as change:
        # It is told so in place of the page.
        with suppress(NotChangedError):
            await change((f"{LINK[0]}&{HANG}={seconds}", LINK[1]))
    return time.perf_counter() - began


def _kind(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:100]
