"""python -m benchmarks.first_visit --before FOLDER: what a first visit costs, beside that to an earlier checkout.

In turns, each in a browser with an empty cache, on a line of 1.6 Mbit/s with 150 ms (Chromium's own throttling) and
without one: bytes that came through a TCP proxy, headers included, and milliseconds from the address to the leading
sentence and to the map with all districts.
"""

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

from playwright.async_api import Browser

from benchmarks.browser import PROBE, browsing
from benchmarks.contestants import GROWTH
from settings import ROOT
from tests.support.serving import PRODUCT, counted, served

RATE: Final = 1.6e6 / 8
"""Bytes a second."""
LINE: Final = {"offline": False, "latency": 150, "downloadThroughput": RATE, "uploadThroughput": RATE}
LIMIT: Final = 120_000
WARM: Final = 5
"""Seconds after which a server has done what it does aside at its start."""
NOTE_TEXT: Final = """
const look = () => {
  if (document.querySelector("p.lead")?.textContent) window.textAt = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
MAP_AT: Final = """async (limit) => {
  const { log, origin } = await probe.until({ fills: "complete" }, 300, limit);
  return log.find(([, channel, state]) => channel === "fills" && state.includes("|"))[0] - origin;
}"""

Found = dict[str, float]


async def visit(browser: Browser, port: int, *, slow: bool) -> Found:
    """`kB` received, and milliseconds to `text` and `map`."""
    async with counted(port) as (own, received):
        context = await browser.new_context(
            base_url=f"http://localhost:{own}", viewport={"width": 1366, "height": 768}, reduced_motion="reduce"
        )
        await context.add_init_script(PROBE + NOTE_TEXT)
        page = await context.new_page()
        if slow:
            session = await context.new_cdp_session(page)
            await session.send("Network.enable")
            await session.send("Network.emulateNetworkConditions", dict[str, Any](LINE))
        await page.goto(GROWTH, wait_until="commit", timeout=LIMIT)
        drawn = float(await page.evaluate(MAP_AT, LIMIT))
        found = {"text": float(await page.evaluate("textAt")), "map": drawn, "kB": received[0] / 1000}
        await context.close()
    return found


async def measure(folders: Sequence[Path], rounds: int) -> dict[tuple[Path, bool], list[Found]]:
    """By folder and whether the line was slow, what each round found."""
    values: dict[tuple[Path, bool], list[Found]] = {}
    async with browsing() as browser:
        for _ in range(rounds):
            for folder in folders:
                async with served(PRODUCT, "/healthz", folder) as server:
                    await asyncio.sleep(WARM)
                    for slow in (True, False):
                        values.setdefault((folder, slow), []).append(await visit(browser, server.port, slow=slow))
    return values


def main() -> None:
    """Prints the medians, and their part of those before."""
    cli = argparse.ArgumentParser(
        prog="python -m benchmarks.first_visit",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    cli.add_argument("--before", type=Path, required=True, metavar="FOLDER", help="the checkout to compare with")
    cli.add_argument("--rounds", type=int, default=3, help="visits of each kind (3)")
    options = cli.parse_args()
    values = asyncio.run(measure([options.before, ROOT], options.rounds))
    for slow in (True, False):
        print("1.6 Mbit/s, 150 ms" if slow else "unthrottled")
        for name in ("text", "map", "kB"):
            before, now = (median(one[name] for one in values[folder, slow]) for folder in (options.before, ROOT))
            print(f"  {name:5} {before:8.0f} {now:8.0f}   {now / before:.2f}")


if __name__ == "__main__":
    main()
