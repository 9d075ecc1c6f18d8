"""python -m benchmarks.turning: how long turning over to the next picture of a presentation takes.

Eight pictures are turned over forth and back by arrow keys, at 1920 × 1080 pixels, once those beside the picture shown
have been drawn. Milliseconds from the key to the end of the frame in which the next picture stands painted.
"""

import argparse
import asyncio
from collections.abc import Sequence
from statistics import median
from typing import Final

from playwright.async_api import Page, ViewportSize

from benchmarks.browser import NotDrawnError, browsing
from exports import links
from pictures.workshop.entry import Entry, WorkshopSet, entry_of
from pictures.workshop.writing import as_parameter
from tests.support.asking import request_of
from tests.support.serving import serving

KINDS: Final = ("change map", "value map", "lines", "ranking", "slope", "distribution", "multiples", "heat")
SCREEN: Final = ViewportSize(width=1920, height=1080)
LIMIT: Final = 120
"""Seconds that the pictures beside may take."""
# A task posted from an animation frame runs after that frame's style, layout and paint.
NOTE: Final = """
window.turns = [];
addEventListener("keydown", ({ timeStamp: began }) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => turns.push([performance.now() - began, !!document.querySelector(".slide.shown .main-svg")]);
  port2.postMessage(null);
}), true);
"""
READY: Final = """() => {
  const slides = [...document.querySelectorAll(".slide")];
  return slides.length > 2 && slides.every((slide) => slide.querySelector(".sheet .main-svg"));
}"""


def chosen() -> WorkshopSet:
    """A set with a picture of each kind."""
    entries = (entry_of(kind, request_of(kind)) for kind in KINDS)
    return WorkshopSet(tuple(entry for entry in entries if isinstance(entry, Entry)))


async def _ready(page: Page) -> None:
    async with asyncio.timeout(LIMIT):
        while not await page.evaluate(READY):
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)


async def measure(rounds: int) -> list[tuple[str, float]]:
    """Kind of each picture turned to, and milliseconds."""
    found, last = list[tuple[str, float]](), len(KINDS) - 1
    forth, back = range(1, last + 1), range(last - 1, -1, -1)
    steps = [*(("ArrowRight", at) for at in forth), *(("ArrowLeft", at) for at in back)]
    async with serving() as port, browsing() as browser:
        context = await browser.new_context(base_url=f"http://localhost:{port}", viewport=SCREEN)
        await context.add_init_script(NOTE)
        page = await context.new_page()
        await page.goto(f"/{links.page('present', 'de', set=as_parameter(chosen()))}")
        for key, at in steps * rounds:
            await _ready(page)
            await page.keyboard.press(key)
            await asyncio.sleep(0.1)
            found.append((KINDS[at], await _last(page)))
    return found


async def _last(page: Page) -> float:
    took, drawn = (await page.evaluate("turns"))[-1]
    if not drawn:
        raise NotDrawnError("the next picture was not there when it was turned to")
    return float(took)


def _told(found: Sequence[tuple[str, float]]) -> str:
    times = [took for _, took in found]
    each = {kind: median(took for name, took in found if name == kind) for kind in KINDS}
    lines = [f"{kind:14} {took:6.1f}" for kind, took in each.items()]
    return "\n".join([*lines, f"{'median':14} {median(times):6.1f}", f"{'slowest':14} {max(times):6.1f}"])


def main() -> None:
    """Prints the medians by kind and of all."""
    cli = argparse.ArgumentParser(
        prog="python -m benchmarks.turning", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--rounds", type=int, default=3, help="times forth and back (3)")
    print(_told(asyncio.run(measure(cli.parse_args().rounds))))


if __name__ == "__main__":
    main()
