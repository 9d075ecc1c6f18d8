"""Which indicators moved most in an area: changes in different units on one scale.

A change is divided by the spread of the districts' changes of the same indicator over the same years: 1.4826 × the
median absolute deviation from their median, which a few extreme districts do not move. So 1 means as far as districts
typically lie apart, for the city as for a district, and what is noisy in small districts counts less.
Source: Rousseeuw and Croux, "Alternatives to the Median Absolute Deviation", Journal of the American Statistical
Association 88 (1993).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan, nan
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures.values import values
from indicators.kept import kept, kept_lately

NORMAL: Final = 1.4826
"""What makes the median absolute deviation of normal values their standard deviation: 1 ÷ Φ⁻¹(3/4)."""
DOUBTFUL: Final = "U"
REPEATED: Final = ("per_km2", "year_on_year")
"""Ways to compute values that only say again, or a second time derived, what another indicator says."""

Why = Literal["", "absent", "no figures", "short", "break", "zero", "few districts", "repeats"]


@dataclass(frozen=True)
class Movement:
    """How far an indicator moved in an area between two periods; NaN where that can't be said, and then why.

    change: in percent, percentage points or the unit, as the indicator states changes; spread: of the districts'
    changes, in the same; districts: how many these are; score: change ÷ spread.
    """

    start: str = ""
    end: str = ""
    start_value: float = nan
    end_value: float = nan
    change: float = nan
    spread: float = nan
    districts: int = 0
    score: float = nan
    why: Why = ""


@dataclass(frozen=True, eq=False)
class Grid:
    """Values by period (rows) and area (columns), and where they are reliable figures and where a series breaks."""

    periods: tuple[str, ...]
    areas: tuple[str, ...]
    values: npt.NDArray[np.float64]
    reliable: npt.NDArray[np.bool_]
    breaks: npt.NDArray[np.bool_]


def grid(frame: pd.DataFrame) -> Grid:
    """A frame of values (area, period, value, status) as a grid; what is missing or doubtful is not reliable."""
    rows, periods = pd.factorize(frame["period"], sort=True)
    columns, areas = pd.factorize(frame["area"], sort=True)
    shape = (len(periods), len(areas))
    figures, breaks = np.full(shape, nan), np.zeros(shape, bool)
    doubtful = np.zeros(shape, bool)
    figures[rows, columns] = frame["value"]
    breaks[rows, columns] = frame["status"] == "B"
    doubtful[rows, columns] = frame["status"] == DOUBTFUL
    reliable = ~np.isnan(figures) & ~doubtful
    return Grid(tuple(map(str, periods)), tuple(map(str, areas)), figures, reliable, breaks)


def movement(grid: Grid, area: str, peers: Sequence[str], start: str, end: str, *, percent: bool) -> Movement:
    """How far an area moved between its first and last reliable figure from one year to another, both included.

    peers: areas whose changes make the spread; those without reliable figures in the same two periods, and those
    whose series breaks between them, are left out. percent: whether changes are in percent of the first figure.
    No score for an empty grid (`absent`), without two figures (`no figures`), where they span less than half of the
    years asked for (`short`), across a break (`break`), in percent of zero (`zero`), and where fewer than half of the
    peers have a change or these do not differ (`few districts`).
    """
    if not grid.periods:
        return Movement(why="absent")
    if area not in grid.areas:
        return Movement(why="no figures")
    own = grid.areas.index(area)
    inside = [n for n, period in enumerate(grid.periods) if start <= period[:4] <= end and grid.reliable[n, own]]
    if len(inside) < 2:
        return Movement(why="no figures")
    first, last = inside[0], inside[-1]
    known = Movement(
        grid.periods[first], grid.periods[last], float(grid.values[first, own]), float(grid.values[last, own])
    )
    if 2 * (int(known.end[:4]) - int(known.start[:4])) < int(end) - int(start):
        return replace(known, why="short")
    changes, broken = _changes(grid, first, last, percent), np.any(grid.breaks[first + 1 : last + 1], axis=0)
    known = replace(known, change=float(changes[own]))
    if broken.item(own) or isnan(known.change):
        return replace(known, why="break" if broken.item(own) else "zero")
    usable = grid.reliable[first] & grid.reliable[last] & ~broken & ~np.isnan(changes) & np.isin(grid.areas, peers)
    known = replace(known, spread=_spread(changes[usable]), districts=int(usable.sum()))
    if 2 * known.districts < len(peers) or not known.spread > 0:
        return replace(known, why="few districts")
    return replace(known, score=known.change / known.spread)


def _changes(grid: Grid, first: int, last: int, percent: bool) -> npt.NDArray[np.float64]:
    before = grid.values[first]
    change: npt.NDArray[np.float64] = grid.values[last] - before
    if percent:
        change = 100.0 * change / np.where(before == 0, nan, np.abs(before))
    return change


def _spread(changes: npt.NDArray[np.float64]) -> float:
    return float(NORMAL * np.median(np.abs(changes - np.median(changes)))) if len(changes) else nan


@kept
def _grid(dataset: Dataset, indicator: Indicator) -> Grid:
    return grid(values(dataset, indicator))


@kept_lately
def moved_most(dataset: Dataset, area: str, start: str, end: str) -> tuple[tuple[Indicator, Movement], ...]:
    """Every indicator of the catalogue with its movement in an area: the largest first, those without a score last.

    Districts are the 63 Ortsteile, also for a Stadtbezirk and for the city.
    """
    districts = dataset.codes("ortsteil")
    found = [
        (indicator, _of(dataset, indicator, area, districts, start, end)) for indicator in catalogue.load().values()
    ]
    return tuple(sorted(found, key=lambda pair: -abs(pair[1].score) if not pair[1].why else 0.0))


def _of(dataset: Dataset, indicator: Indicator, area: str, districts: list[str], start: str, end: str) -> Movement:
    if indicator.values["as"] in REPEATED:
        return Movement(why="repeats")
    percent = indicator.change == "percent"
    return movement(_grid(dataset, indicator), area, districts, start, end, percent=percent)
