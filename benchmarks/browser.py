"""A browser whose pages note by themselves when their pictures change (`probe.js`), and what is read from those notes.

Times are taken in the page, from the event that a key or hand caused to the frame in which all 63 districts have their
final fills; how long this process takes to hear of it does not matter. All pages are drawn without a graphics card:
SVG by the processor, WebGL by SwiftShader.
"""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Browser, Page, async_playwright

from tests.support.chromium import FLAGS, chromium

PROBE: Final = Path(__file__).with_name("probe.js").read_text("utf-8")
WEBGL: Final = "--enable-unsafe-swiftshader"
"""Newer Chromium draws WebGL without a graphics card only when asked to; pages without WebGL are as fast with it."""
LIMIT: Final = 30_000
"""Milliseconds that a picture may take before the measurement fails."""
# What the back button does, and a link that the page itself follows: another address in the same document.
FOLLOW: Final = """address => {
    history.pushState(history.state, "", address);
    dispatchEvent(new PopStateEvent("popstate", {state: history.state}));
}"""


class NotDrawnError(AssertionError):
    """A page did not draw what was asked of it, so there is nothing to measure."""


@dataclass(frozen=True)
class Notes:
    """What a page noted: (milliseconds since the epoch, channel, state) when a picture changed, (milliseconds, type,
    key, x) of inputs, and when the document began to load."""

    log: Sequence[tuple[float, str, str]]
    inputs: Sequence[tuple[float, str, str | None, float | None]]
    origin: float

    def first(self, channel: str, states: Collection[str], after: float) -> float:
        """When a channel first had one of some states, not before `after`."""
        times = [max(at, after) for at, state in self._spans(channel, after) if state in states]
        if not times:
            raise NotDrawnError(f"{channel} never had the state that was asked for")
        return times[0]

    def last_change(self, channel: str) -> float:
        """When a channel took its final state."""
        times = [at for at, name, _ in self.log if name == channel]
        if len(times) < 2:
            raise NotDrawnError(f"{channel} did not change")
        return times[-1]

    def first_titled(self, words: str, count: int, after: float) -> float:
        """When some titles first held some words."""
        for at, titles in self._spans("titles", after):
            if sum(words in title for title in titles.split("|")) >= count:
                return max(at, after)
        raise NotDrawnError(f"there were never {count} titles with {words!r}")

    def last_input(self, *types: str) -> float:
        """When the last input of some types was made."""
        times = [at for at, type_, _, _ in self.inputs if type_ in types]
        if not times:
            raise NotDrawnError(f"the page received no {' or '.join(types)}")
        return times[-1]

    def _spans(self, channel: str, after: float) -> list[tuple[float, str]]:
        """The states of a channel that end after a time, each with when it began."""
        states = [(at, state) for at, name, state in self.log if name == channel]
        ends = [at for at, _ in states[1:]] + [float("inf")]
        return [begun for begun, end in zip(states, ends, strict=True) if end > after]


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    """The Chromium of this machine."""
    executable = chromium()
    if executable is None:
        raise SystemExit("There is no Chromium here; apt-get install chromium.")
    async with async_playwright() as playwright:
        yield await playwright.chromium.launch(executable_path=executable, args=[*FLAGS, WEBGL])


async def new_page(browser: Browser, port: int) -> Page:
    """A page with a cache of its own, that notes what it draws."""
    context = await browser.new_context(
        base_url=f"http://localhost:{port}", viewport={"width": 1366, "height": 1100}, reduced_motion="reduce"
    )
    await context.add_init_script(PROBE)
    return await context.new_page()


async def arm(page: Page, channels: Sequence[str]) -> None:
    """Begins notes anew."""
    await page.evaluate("channels => probe.arm(channels)", list(channels))


async def until(page: Page, wanted: Mapping[str, Any], quiet: int) -> Notes:
    """The notes up to when what is wanted holds and nothing has changed for some milliseconds; ends them.

    wanted: `fills` ("complete" or a state), `changed` (channels), `titled` (words and how many titles hold them).
    Raises NotDrawnError when it does not come.
    """
    found = await page.evaluate(
        """([wanted, quiet, limit]) => probe.until(wanted, quiet, limit).catch(error => error.message)""",
        [dict(wanted), quiet, LIMIT],
    )
    if isinstance(found, str):
        raise NotDrawnError(f"{page.url}: {found}")
    return Notes([tuple(entry) for entry in found["log"]], [tuple(entry) for entry in found["inputs"]], found["origin"])


async def follow(page: Page, address: str) -> None:
    """Goes to another address of the page without loading it anew."""
    await page.evaluate(FOLLOW, address)
