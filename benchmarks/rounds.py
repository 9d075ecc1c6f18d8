"""The steps of `benchmarks.steps` on all pages in turns, so that what else the machine does meets all of them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Final

from playwright.async_api import Browser, Page

from benchmarks import steps
from benchmarks.browser import NotDrawnError, new_page
from benchmarks.contestants import SERVERS, VIEWS, YEARS, Contestant
from benchmarks.steps import Fills, Found
from tests.support.serving import counted, served

WALK: Final = YEARS[7:19]
"""The years that steps go through; their maps differ on all pages."""
DRAGGED: Final = WALK
SCRUBBED: Final = WALK[1:7]
"""Begins at another year than a drag and any link before it: a link to where a page already is would change nothing."""
DISTRICT: Final = "Plagwitz"

Values = dict[str, dict[str, dict[str, list[float]]]]
"""By step, contestant and what was measured: one value a round."""


@dataclass(frozen=True)
class Shown:
    """A contestant's page in the browser, the fills it must have, and the bytes that it has received."""

    contestant: Contestant
    page: Page
    fills: Fills
    received: list[int]


async def starts(browser: Browser, rounds: int, say: Callable[[str], None]) -> Values:
    """From the start of each page's process to its first map in a browser that has never seen it, in milliseconds."""
    values: Values = {}
    for turn in range(rounds):
        for contestant in SERVERS:
            with _named(f"start {turn + 1}/{rounds}, {contestant.name}", say):
                async with served(contestant.command, contestant.ready, contestant.folder) as server:
                    page = await new_page(browser, server.port)
                    found = await steps.first_map(page, contestant, WALK[-1], 1000 * server.began)
                    await page.context.close()
            _keep(values, "start", contestant, found)
    return values


@asynccontextmanager
async def shown(browser: Browser, say: Callable[[str], None]) -> AsyncIterator[Sequence[Shown]]:
    """All views, each in a window of its own behind a proxy that counts, and what they look like in each year."""
    async with AsyncExitStack() as stack:
        found, servers = [], {}
        for contestant in VIEWS:
            if contestant.command not in servers:
                serving = served(contestant.command, contestant.ready, contestant.folder)
                servers[contestant.command] = await stack.enter_async_context(serving)
            port, received = await stack.enter_async_context(counted(servers[contestant.command].port))
            page = await new_page(browser, port)
            with _named(f"looking at the years, {contestant.name}", say):
                found.append(Shown(contestant, page, await steps.learn(page, contestant, WALK), received))
        yield found


async def changes(views: Sequence[Shown], rounds: int, say: Callable[[str], None]) -> Values:
    """Each step once a round on each page: milliseconds, and kilobytes received until the page was still."""
    values: Values = {}
    for turn in range(rounds):
        year = turn % (len(WALK) - 3)
        # Who comes first changes from round to round.
        order = [*views[turn % len(views) :], *views[: turn % len(views)]]
        for name, (begin, step) in _steps(WALK[year:]).items():
            for view in (view for view in order if name in _possible(view.contestant)):
                with _named(f"round {turn + 1}/{rounds}, {name}, {view.contestant.name}", say):
                    if begin:
                        await steps.link(view.page, view.contestant, view.fills, begin)
                    before = view.received[0]
                    found = await step(view)
                _keep(values, name, view.contestant, found | {"kB": (view.received[0] - before) / 1000})
    return values


def _steps(years: Sequence[str]) -> Mapping[str, tuple[str, Callable[[Shown], Awaitable[Found]]]]:
    """In order: each begins where the one before has left the page, or at a year that is named.

    years: four in a row or more.
    """
    return {
        "load": ("", lambda view: steps.load(view.page, view.contestant, view.fills, years[0])),
        "pick": ("", lambda view: steps.pick(view.page, view.contestant, DISTRICT)),
        "link": ("", lambda view: steps.link(view.page, view.contestant, view.fills, years[2])),
        "key": ("", lambda view: steps.key(view.page, view.contestant, view.fills, years[3])),
        "scrub": (SCRUBBED[0], lambda view: steps.scrub(view.page, view.contestant, view.fills, SCRUBBED)),
        "drag": (DRAGGED[0], lambda view: steps.drag(view.page, view.contestant, view.fills, DRAGGED)),
    }


def _possible(contestant: Contestant) -> tuple[str, ...]:
    always = ("load", "pick", "link", "key")
    return always + (("drag",) if contestant.track else ()) + (("scrub",) if contestant.live else ())


@contextmanager
def _named(what: str, say: Callable[[str], None]) -> Iterator[None]:
    """Tells what is being measured, and names it where it fails."""
    say(what)
    try:
        yield
    except NotDrawnError as error:
        raise NotDrawnError(f"{what}: {error}") from error


def _keep(values: Values, step: str, contestant: Contestant, found: Found) -> None:
    for measured, value in found.items():
        values.setdefault(step, {}).setdefault(contestant.name, {}).setdefault(measured, []).append(value)
