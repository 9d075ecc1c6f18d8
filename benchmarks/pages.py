"""python -m benchmarks.pages: what readers wait for, side by side with a naive page and with Dash.

In one run and one headless Chromium, in turns: the product's growth page, the same page as somebody naive writes it in
Streamlit (`naive_page.py`), and as somebody who knows Dash writes it there (`dash_page.py`).

start   process started, to the first map in a browser with an empty cache
load    another year's address loaded in the same tab, with a warm cache
link    another year's address followed in the document that is there, as the back button and links inside a page do:
        Streamlit runs the page for it, Dash hears of it by dcc.Location
key     an arrow key on the focused slider of years. The product has two: of the map of one year, and of the map of
        change, whose first year moves (there `product, change`); the others have one
scrub   the slider held and moved from year to year, each as soon as the map shows the one before; Streamlit's own
        slider, so the naive page, follows only when it is let go
drag    the slider drawn steadily through ten years a second; how far the map is behind the hand, and which part of the
        years is seen
pick    a district chosen from the list, to its last picture: outline on the map, ranking and lines (no outline on the
        naive page)

Times run from the event in the browser to the frame in which all 63 districts have their final fills, which must be
those that opening the year's address gave before (on the naive page's WebGL map: its values, all tiles rendered).
Bytes are all that came to the browser through a TCP proxy, headers included, compressed as served, until the page was
still. The servers' cost is measured without a browser (`sessions.py`).
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final

NEEDED: Final = ("dash", "flask_compress", "gunicorn", "httpx2", "playwright")
ROUNDS: Final = 9
"""As few as a median should be of."""


def refuse_without(modules: Sequence[str]) -> None:
    """Ends with one sentence where a module is missing."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise SystemExit(
            f"The comparison needs {', '.join(missing)}; pip install --requirement requirements-dev.txt brings it."
        )


def say(line: str) -> None:
    """Tells what is being measured, on one line of a terminal."""
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)


def main() -> None:
    """Prints the medians, the ratios and the targets; --json FILE keeps every value."""
    cli = argparse.ArgumentParser(
        prog="python -m benchmarks.pages", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each step is measured ({ROUNDS})")
    cli.add_argument("--quick", action="store_true", help="two rounds and few sessions: whether it works, not how fast")
    cli.add_argument("--json", type=Path, metavar="FILE", help="keep every value in a file, too")
    options = cli.parse_args()
    refuse_without(NEEDED)
    comparison = import_module("benchmarks.comparison")
    extent = comparison.QUICK if options.quick else comparison.full(options.rounds)
    with tempfile.TemporaryDirectory() as store:
        # An empty store: the product shows the embedded figures, as the other pages do.
        os.environ["INDICATORS_STORE"] = store
        report = asyncio.run(comparison.measure(extent, say))
    print(*comparison.lines(report), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
