"""python -m benchmarks.load WHAT: readers at once, until it is seen whether the product bears them.

burst   40 readers open the same link within two seconds, each with an empty cache: HTML, its scripts and styles, and
        the page; all have it within ten seconds
crowd   200 readers with five seconds between their changes, for three minutes: 95 of 100 changes take three seconds
        at most
soak    20 readers for half an hour, who leave after a while for others: memory after the fifth minute stays
hang    a page that hangs for a minute beside ten readers: it holds them up for no longer than its limit

None may meet an error. They meet as many processes behind one address as --processes says, and run on the same
processors, which should have nothing else to do. --minutes shortens crowd and soak, to see whether it works; --json
FILE keeps all of it.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from math import inf
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import settings
from benchmarks import readers
from benchmarks.contestants import PRODUCT_YEAR
from benchmarks.report import Target
from tests.support.serving import Served, resident_megabytes, served

SETTLED: Final = 5.0
"""Minutes after which memory is taken for what a server needs; in a run of less than twice that, half of it."""
COMING: Final = 2 * readers.COME
"""Seconds after which those who come at the begin are there, and have the page."""
HANGS: Final = 60
"""Seconds for which a page hangs."""
HANGING: Final = ("benchmarks.hanging", *PRODUCT_YEAR.command[1:])

Found = dict[str, Any]


async def burst(server: Served, _minutes: float) -> Found:
    """How long readers who come at once wait for a page."""
    await readers.visit(server.port)
    return told(await readers.come(server.port, count=40, within=2.0))


async def crowd(server: Served, minutes: float) -> Found:
    """How long changes take with many readers, and 95 of 100 while these come and later."""
    waits = await readers.read(server.port, count=200, think=5.0, seconds=60 * minutes)
    return told(waits) | {"at_first": _p95(waits, 0, COMING), "later": _p95(waits, COMING, inf)}


async def soak(server: Served, minutes: float) -> Found:
    """What the server's memory does: megabytes a minute, and by which part they grow from the settled to the last."""
    memory: list[float] = []
    watch = asyncio.create_task(_watch(server, memory))
    found = told(await readers.read(server.port, count=20, think=5.0, seconds=60 * minutes))
    watch.cancel()
    return found | grown(memory, minutes)


async def hang(server: Served, _minutes: float) -> Found:
    """How long a page that hangs holds up the others, beside the limit of a page."""
    reading = asyncio.create_task(readers.read(server.port, count=10, think=1.0, seconds=60.0))
    await asyncio.sleep(10)
    hung = asyncio.create_task(readers.hang(server.port, HANGS))
    found = told(await reading)
    return found | {"hung": await hung, "limit": settings.in_force().page_seconds}


def told(waits: readers.Waits) -> Found:
    """Seconds of what readers did, and what went wrong, by kind."""
    seconds = waits.seconds
    return {
        "changes": len(seconds),
        "median": median(seconds) if seconds else None,
        "p95": quantiles(seconds, n=20)[-1] if len(seconds) > 1 else None,
        "longest": max(seconds, default=None),
        "errors": dict(waits.errors),
    }


def _p95(waits: readers.Waits, begin: float, end: float) -> float | None:
    """Of the changes that were asked for between two seconds of the whole."""
    then = [one for one, asked in zip(waits.seconds, waits.asked, strict=True) if begin <= asked < end]
    return quantiles(then, n=20)[-1] if len(then) > 1 else None


def grown(memory: list[float], minutes: float) -> Found:
    """memory: megabytes at even distances in time. Each is the median of a minute, as memory is taken and freed."""
    settled = int(len(memory) * min(SETTLED / minutes, 1 / 2))
    minute = max(int(len(memory) / minutes), 1)
    before, after = median(memory[settled : settled + minute]), median(memory[-minute:])
    return {"megabytes": memory, "settled": before, "last": after, "growth": after / before - 1}


async def _watch(server: Served, memory: list[float]) -> None:
    while True:
        memory.append(resident_megabytes(server.pid))
        await asyncio.sleep(5)


Measures = Callable[[Served, float], Awaitable[Found]]
WHAT: Final[dict[str, tuple[Measures, float]]] = {
    "burst": (burst, 0),
    "crowd": (crowd, 3),
    "soak": (soak, 30),
    "hang": (hang, 0),
}
"""By name, how it is measured and for how many minutes."""


def targets(what: str, found: Found) -> Iterator[Target]:
    """Whether it must be so."""
    yield Target(f"{what}: errors", sum(found["errors"].values()), 0)
    match what:
        case "burst":
            yield Target("burst: the last of 40 has the page, seconds", found["longest"] or inf, 10)
        case "crowd":
            yield Target("crowd: 95 of 100 changes within, seconds", found["p95"] or inf, 3)
        case "soak":
            yield Target("soak: memory grows by, percent", 100 * found["growth"], 5)
        case "hang":
            # What a change takes anyway comes on top.
            yield Target("hang: longest change of the others, seconds", found["longest"] or inf, found["limit"] + 2)


@asynccontextmanager
async def product(what: str, processes: int) -> AsyncIterator[Served]:
    """The product with the embedded figures, in one process or several behind one address."""
    command = PRODUCT_YEAR.command
    if what == "hang":
        command = HANGING
    elif processes > 1:
        command = ("server.several", "--processes", str(processes), "--port", "{port}")
    with tempfile.TemporaryDirectory() as store:
        os.environ["INDICATORS_STORE"] = store
        async with served(command, "/healthz") as server:
            yield server


async def measure(what: str, processes: int, minutes: float | None) -> Found:
    """One of `WHAT`, with what was asked for and the machine's load."""
    measured, usual = WHAT[what]
    load = os.getloadavg()[0]
    async with product(what, processes) as server:
        found = await measured(server, usual if minutes is None else minutes)
    asked = {"what": what, "processes": processes, "cores": os.cpu_count(), "minutes": minutes or usual}
    return asked | {"load_before": load} | found


def lines(found: Found) -> Iterator[str]:
    """What was found, for a terminal."""
    yield (
        f"{found['what']}, processes: {found['processes']}, cores: {found['cores']}, load before: "
        f"{found['load_before']:.1f}"
    )
    if found["changes"] > 1:
        seconds = (f"{name} {found[name]:.2f} s" for name in ("median", "p95", "longest"))
        yield f"  {found['changes']} pages or changes: {', '.join(seconds)}"
    if found.get("at_first") and found.get("later"):
        yield f"  p95 in the first {COMING:g} s {found['at_first']:.2f} s, later {found['later']:.2f} s"
    if "growth" in found:
        yield f"  memory {found['settled']:.0f} MB, then {found['last']:.0f} MB"
    for kind, times in found["errors"].items():
        yield f"  {times} times {kind}"
    for target in targets(found["what"], found):
        yield f"  {'holds' if target.holds else 'MISSED'}: {target.what}: {target.found:.2f} (≤ {target.limit:g})"


def main() -> None:
    """Prints what was found; ends with 1 where a target is missed."""
    cli = argparse.ArgumentParser(
        prog="python -m benchmarks.load", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("what", choices=WHAT, nargs="+", help="one after the other")
    cli.add_argument("--processes", type=int, default=1, help="behind one address; needs nginx; hang: one (1)")
    cli.add_argument("--minutes", type=float, help="of crowd and soak (3 and 30)")
    cli.add_argument("--json", type=Path, metavar="FILE", help="keep what was found in a file, too")
    options = cli.parse_args()
    every = []
    for what in options.what:
        every.append(asyncio.run(measure(what, options.processes, options.minutes)))
        print(*lines(every[-1]), sep="\n", flush=True)
    if options.json:
        options.json.write_text(json.dumps(every, indent=1, ensure_ascii=False) + "\n", "utf-8")
    sys.exit(any(not target.holds for found in every for target in targets(found["what"], found)))


if __name__ == "__main__":
    main()
