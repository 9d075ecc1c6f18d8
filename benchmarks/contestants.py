"""The pages that are compared: how each is served, addressed and handled. All that is particular to one stands here.

The product stands here twice: with the map of one year, whose slider is compared with Dash's and the naive page's, and
with the map of change between two years, of which the slider moves the first.
"""

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from playwright.async_api import Locator, Page

from settings import ROOT
from tests.support.serving import PRODUCT

YEARS: Final = tuple(str(year) for year in range(2000, 2023))
"""The years of the indicator on all pages, the unemployment share, which sliders run through."""
LAST: Final = YEARS[-1]
GROWTH: Final = "/growth?lang=en&indicator=unemployment_share"
CORES: Final = os.cpu_count() or 1


@dataclass(frozen=True)
class Contestant:
    """One page.

    command, ready, folder: see `tests.support.serving.served`; address: path and query of a year; told: what the titles
    of map and ranking say of a year; slider: what takes arrow keys; track: what a hand drags along, and how far inside
    its box the first and the last year are, in pixels (None where a drag is not measured); live: whether the map
    follows before the hand lets go; pick: chooses a district by name with keys or clicks; redrawn: which pictures
    change when a district is picked.
    """

    name: str
    command: tuple[str, ...]
    ready: str
    address: Callable[[str], str]
    told: Callable[[str], str]
    slider: Callable[[Page], Locator]
    track: Callable[[Page], tuple[Locator, float]] | None
    live: bool
    pick: Callable[[Page, str], Awaitable[None]]
    redrawn: tuple[str, ...]
    folder: Path = ROOT


async def _pick_in_streamlit(page: Page, label: str, district: str) -> None:
    choice = page.get_by_role("combobox", name=label)
    await choice.click()
    await choice.press_sequentially(district)
    await page.get_by_role("option", name=district, exact=True).wait_for()
    await choice.press("Enter")


async def _pick_in_product(page: Page, district: str) -> None:
    await _pick_in_streamlit(page, "Highlight districts", district)


async def _pick_in_naive(page: Page, district: str) -> None:
    await _pick_in_streamlit(page, "Districts", district)


async def _pick_in_dash(page: Page, district: str) -> None:
    await page.locator("#districts").click()
    await page.get_by_role("searchbox").fill(district)
    await page.get_by_role("option", name=district, exact=True).click()


PRODUCT_YEAR: Final = Contestant(
    name="product",
    command=PRODUCT,
    ready="/healthz",
    address=lambda year: f"{GROWTH}&map=value&year={year}",
    told=lambda year: year,
    slider=lambda page: page.get_by_role("slider", name="Year", exact=True),
    track=lambda page: (page.get_by_role("slider", name="Year", exact=True), 8.0),
    live=True,
    pick=_pick_in_product,
    redrawn=("outlines", "bars", "lines"),
)
PRODUCT_CHANGE: Final = replace(
    PRODUCT_YEAR,
    name="product, change",
    address=lambda year: f"{GROWTH}&map=change&from={year}&to={LAST}",
    told=lambda year: f"{year}–{LAST}",
    slider=lambda page: page.get_by_role("slider", name="Change between, begin"),
    track=None,
    live=False,
)
NAIVE: Final = Contestant(
    name="naive",
    command=(
        *("streamlit", "run", "naive_page.py", "--server.port", "{port}", "--server.headless", "true"),
        # Without these it asks hosts on the internet, and waits for them where there is none.
        *("--server.address", "localhost", "--browser.gatherUsageStats", "false"),
    ),
    ready="/_stcore/health",
    address=lambda year: f"/?year={year}",
    told=lambda year: year,
    slider=lambda page: page.get_by_role("slider", name="Year"),
    track=lambda page: (page.get_by_role("group", name="Year"), 5.6),
    live=False,
    pick=_pick_in_naive,
    redrawn=("bars", "lines"),
    # Away from the product's .streamlit, whose settings somebody naive does not have.
    folder=ROOT / "benchmarks",
)
DASH: Final = Contestant(
    name="Dash",
    command=(
        *("gunicorn", "benchmarks.dash_page:server", "--preload", "--no-control-socket", "--keep-alive", "75"),
        *("--workers", str(CORES), "--threads", "4", "--bind", "127.0.0.1:{port}"),
    ),
    ready="/_dash-layout",
    address=lambda year: f"/?year={year}",
    told=lambda year: year,
    slider=lambda page: page.get_by_role("slider"),
    track=lambda page: (page.locator(".dash-slider-root"), 8.0),
    live=True,
    pick=_pick_in_dash,
    redrawn=("outlines", "bars", "lines"),
)
SERVERS: Final = (PRODUCT_YEAR, NAIVE, DASH)
VIEWS: Final = (PRODUCT_YEAR, PRODUCT_CHANGE, NAIVE, DASH)
