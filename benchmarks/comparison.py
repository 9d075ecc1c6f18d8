"""All measurements in one run: the steps in a browser, then the sessions without one."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from benchmarks import rounds, sessions
from benchmarks.browser import browsing
from benchmarks.contestants import DASH, NAIVE, PRODUCT_YEAR, Contestant
from benchmarks.report import as_json, lines
from benchmarks.sessions import Asked, Session
from tests.support.serving import served

__all__ = ["QUICK", "full", "lines", "measure"]


@dataclass(frozen=True)
class Extent:
    """How much is measured: rounds of steps, changes of a lone session, changes of each among many, how many those."""

    rounds: int
    alone: int
    together: int
    crowds: tuple[int, ...]


QUICK: Final = Extent(2, 9, 2, (5,))
READERS: Final[Sequence[tuple[Contestant, Session, Sequence[Asked]]]] = (
    (PRODUCT_YEAR, sessions.streamlit, sessions.SPANS),
    (NAIVE, sessions.streamlit, sessions.SINGLE),
    (DASH, sessions.dash, sessions.SINGLE),
)


def full(turns: int) -> Extent:
    """What targets are measured by."""
    return Extent(turns, 45, 6, (20, 50))


async def measure(extent: Extent, say: Callable[[str], None]) -> dict[str, Any]:
    """The whole report; see `benchmarks.report.as_json`. say: is told what is being measured."""
    machine: dict[str, Any] = {"cores": os.cpu_count(), "load_before": os.getloadavg()[0]}
    async with browsing() as browser:
        machine["browser"] = browser.version
        values = await rounds.starts(browser, extent.rounds, say)
        async with rounds.shown(browser, say) as views:
            values |= await rounds.changes(views, extent.rounds, say)
    single, crowd = [], []
    for contestant, kind, asked in READERS:
        say(f"one session, {contestant.name}")
        async with served(contestant.command, contestant.ready, contestant.folder) as server:
            single.append({"page": contestant.name, **await sessions.alone(kind, server, asked, extent.alone)})
    for turn in range(extent.rounds):
        for count in extent.crowds if turn == 0 else extent.crowds[-1:]:
            # Fifty readers of the naive page wait a quarter of a minute for each change: once says it.
            for contestant, kind, asked in READERS if turn == 0 else (READERS[0], READERS[2]):
                say(f"{count} sessions {turn + 1}/{extent.rounds}, {contestant.name}")
                # A server of its own, whose memory the sessions before have not filled.
                async with served(contestant.command, contestant.ready, contestant.folder) as server:
                    found = await sessions.together(kind, server, asked, count, extent.together)
                crowd.append({"page": contestant.name, **found})
    machine["load_after"] = os.getloadavg()[0]
    say("")
    return as_json(machine, values, single, crowd)
