"""What readers do with a page, each timed: open it, follow a link, press a key, drag through years, pick a district.

Milliseconds. `map` runs to the frame in which all districts have the new fills, `page` to the one in which the titles
of map and ranking say the new year, too. Every step knows the fills that it must lead to, from the same address opened
before, and fails when they do not come.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import median
from typing import Final

from playwright.async_api import Page

from benchmarks.browser import NotDrawnError, Notes, arm, follow, until
from benchmarks.contestants import YEARS, Contestant

PICTURES: Final = ("fills", "titles")
TITLES: Final = 2
"""Map and ranking say the year."""
QUIET: Final = 300
"""Milliseconds without a change after which a page has followed."""
PACE: Final = 0.1
"""Seconds between the years that a hand drags through."""

Fills = Mapping[str, str]
"""By year, what the districts' fills are."""
Found = dict[str, float]


async def learn(page: Page, contestant: Contestant, years: Sequence[str]) -> Fills:
    """The fills of each year. Raises NotDrawnError where two years look alike, as no step between them can be seen."""
    fills = {}
    await page.goto(contestant.address(years[0]))
    for year in years:
        await follow(page, contestant.address(year))
        await arm(page, PICTURES)
        notes = await until(page, {"fills": "complete", "titled": [contestant.told(year), TITLES]}, QUIET + 100)
        fills[year] = [state for _, channel, state in notes.log if channel == "fills"][-1]
    for one, other in combinations(years, 2):
        if fills[one] == fills[other]:
            raise NotDrawnError(f"{contestant.name}: {one} and {other} have the same fills")
    return fills


async def first_map(page: Page, contestant: Contestant, year: str, began: float) -> Found:
    """The first map of a page whose process was started at `began`, in milliseconds since the epoch."""
    await page.goto(contestant.address(year))
    notes = await until(page, {"fills": "complete", "titled": [contestant.told(year), TITLES]}, QUIET)
    fills = [state for _, channel, state in notes.log if channel == "fills"][-1]
    return {"map": notes.first("fills", [fills], began) - began}


async def load(page: Page, contestant: Contestant, fills: Fills, year: str) -> Found:
    """A year's address, loaded anew in the same tab, with what the browser's cache holds; from its begin."""
    await page.goto(contestant.address(year))
    notes = await _drawn(page, contestant, fills, year)
    return _times(contestant, fills, year, notes, notes.origin)


async def link(page: Page, contestant: Contestant, fills: Fills, year: str) -> Found:
    """A year's address, followed in the document that is there."""
    await arm(page, PICTURES)
    await follow(page, contestant.address(year))
    notes = await _drawn(page, contestant, fills, year)
    return _times(contestant, fills, year, notes, notes.last_input("popstate"))


async def key(page: Page, contestant: Contestant, fills: Fills, year: str) -> Found:
    """The arrow key on the slider, which leads to a year."""
    await contestant.slider(page).focus()
    await arm(page, PICTURES)
    await page.keyboard.press("ArrowRight")
    notes = await _drawn(page, contestant, fills, year)
    return _times(contestant, fills, year, notes, notes.last_input("keydown"))


async def scrub(page: Page, contestant: Contestant, fills: Fills, years: Sequence[str]) -> Found:
    """Moves of a hand that holds the slider, from the first year through the others, each as soon as the map has
    followed the one before. `map` is the median of them, `worst` the longest."""
    places, height = await _hold(page, contestant, years[0])
    found = []
    for year in years[1:]:
        await arm(page, ["fills"])
        await page.mouse.move(places[year], height)
        notes = await until(page, {"fills": fills[year]}, 0)
        moved = notes.last_input("pointermove")
        found.append(notes.first("fills", [fills[year]], moved) - moved)
    await arm(page, PICTURES)
    await page.mouse.up()
    await _drawn(page, contestant, fills, years[-1])
    return {"map": median(found), "worst": max(found)}


async def drag(page: Page, contestant: Contestant, fills: Fills, years: Sequence[str]) -> Found:
    """A steady drag from the first year through the others, ten a second, whether the page keeps up or not.

    Each year is timed from its own move to the frame in which the map shows it, or one that the hand reached later:
    a page that leaves years out to keep up is not punished for that. `map` is the median, `worst` the longest, `drawn`
    the part of the years that were seen.
    """
    places, height = await _hold(page, contestant, years[0])
    await arm(page, PICTURES)
    moves, begin = [], time.perf_counter()
    for n, year in enumerate(years[1:]):
        await asyncio.sleep(begin + n * PACE - time.perf_counter())
        # Not awaited: a hand does not wait for the page.
        moves.append(asyncio.create_task(page.mouse.move(places[year], height)))
    await asyncio.gather(*moves)
    await page.mouse.up()
    notes = await _drawn(page, contestant, fills, years[-1])
    return lags(notes, fills, years[1:], places)


def lags(notes: Notes, fills: Fills, years: Sequence[str], places: Mapping[str, float]) -> Found:
    """How far the map was behind the hand; years in the order of the drag, places: where each is on the screen."""
    moved = {x: at for at, kind, _, x in reversed(notes.inputs) if kind == "pointermove" and x is not None}
    found = []
    for n, year in enumerate(years):
        times = [at for x, at in moved.items() if abs(x - places[year]) < 1]
        if not times:
            raise NotDrawnError(f"the page heard of no move to {year}")
        found.append(notes.first("fills", [fills[later] for later in years[n:]], min(times)) - min(times))
    states = {state for _, channel, state in notes.log if channel == "fills"}
    drawn = sum(fills[year] in states for year in years) / len(years)
    return {"map": median(found), "worst": max(found), "drawn": drawn}


async def pick(page: Page, contestant: Contestant, district: str) -> Found:
    """A district chosen by name, from the key or click that chooses it to the last picture that shows it."""
    await arm(page, contestant.redrawn)
    await contestant.pick(page, district)
    notes = await until(page, {"changed": contestant.redrawn}, 2 * QUIET)
    # An open list of districts hides the rest of the page from assistive technology, and so from us.
    await page.keyboard.press("Escape")
    chosen = notes.last_input("keydown", "click")
    return {"pictures": max(notes.last_change(channel) for channel in contestant.redrawn) - chosen}


async def _drawn(page: Page, contestant: Contestant, fills: Fills, year: str) -> Notes:
    return await until(page, {"fills": fills[year], "titled": [contestant.told(year), TITLES]}, QUIET)


def _times(contestant: Contestant, fills: Fills, year: str, notes: Notes, begin: float) -> Found:
    first = notes.first("fills", [fills[year]], begin)
    followed = notes.first_titled(contestant.told(year), TITLES, begin)
    return {"map": first - begin, "page": max(first, followed) - begin}


async def _hold(page: Page, contestant: Contestant, year: str) -> tuple[Mapping[str, float], float]:
    """Takes the slider where it stands, at a year; returns the x of each year on the screen, and the y of all."""
    assert contestant.track is not None
    track, inset = contestant.track(page)
    await track.scroll_into_view_if_needed()
    box = await track.bounding_box()
    if box is None:
        raise NotDrawnError(f"{contestant.name}: there is no slider to drag")
    step = (box["width"] - 2 * inset) / (len(YEARS) - 1)
    places = {one: round(box["x"] + inset + n * step) for n, one in enumerate(YEARS)}
    height = box["y"] + box["height"] / 2
    await page.mouse.move(places[year], height)
    await page.mouse.down()
    return places, height
