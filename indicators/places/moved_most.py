"""Which indicators moved most in an area: changes in different units on one scale.

A change is divided by the spread of the districts' changes of the same indicator over the same years, see
`indicators.analysis.spread`. So 1 means as far as districts typically lie apart, for the city as for a district, and
what is noisy in small districts counts less.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan, nan
from typing import Final, Literal

import numpy as np

from data.store import Dataset
from indicators import catalogue
from indicators.analysis.spread import spread
from indicators.catalogue import Indicator
from indicators.figures.grid import Floats, Grid
from indicators.figures.measures import BREAK, DOUBTFUL
from indicators.figures.small_bases import from_few
from indicators.figures.values import grid
from indicators.kept import kept_lately

REPEATED: Final = ("per_km2", "year_on_year")
"""Ways to compute values that only say again, or a second time derived, what another indicator says."""

Why = Literal["", "absent", "no figures", "short", "break", "zero", "few cases", "few districts", "repeats"]


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


def movement(figures: Grid, area: str, peers: Sequence[str], start: str, end: str, *, percent: bool) -> Movement:
    """How far an area moved between its first and last reliable figure from one year to another, both included.

    peers: areas whose changes make the spread; those without reliable figures in the same two periods, and those
    whose series breaks between them, are left out. percent: whether changes are in percent of the first figure.
    No score for an empty grid (`absent`), without two figures (`no figures`), where they span less than half of the
    years asked for (`short`), across a break (`break`), in percent of zero (`zero`), and where fewer than half of the
    peers have a change or these do not differ (`few districts`).
    """
    if not figures.periods:
        return Movement(why="absent")
    if area not in figures.rows:
        return Movement(why="no figures")
    own = figures.rows[area]
    reliable = ~np.isnan(figures.values) & (figures.caution != DOUBTFUL)
    inside = [n for n, period in enumerate(figures.periods) if start <= period[:4] <= end and reliable[own, n]]
    if len(inside) < 2:
        return Movement(why="no figures")
    first, last = inside[0], inside[-1]
    start_value, end_value = figures.values[own, [first, last]].tolist()
    known = Movement(figures.periods[first], figures.periods[last], start_value, end_value)
    if 2 * (int(known.end[:4]) - int(known.start[:4])) < int(end) - int(start):
        return replace(known, why="short")
    changes = _changes(figures.values[:, first], figures.values[:, last], percent)
    broken = np.any(figures.caution[:, first + 1 : last + 1] == BREAK, axis=1)
    known = replace(known, change=float(changes[own]))
    if broken.item(own) or isnan(known.change):
        return replace(known, why="break" if broken.item(own) else "zero")
    usable = reliable[:, first] & reliable[:, last] & ~broken & ~np.isnan(changes) & np.isin(figures.areas, peers)
    known = replace(known, spread=spread(changes[usable]), districts=int(usable.sum()))
    if 2 * known.districts < len(peers) or not known.spread > 0:
        return replace(known, why="few districts")
    return replace(known, score=known.change / known.spread)


def _changes(before: Floats, after: Floats, percent: bool) -> Floats:
    change = after - before
    return 100.0 * change / np.where(before == 0, nan, np.abs(before)) if percent else change


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
    found = movement(grid(dataset, indicator), area, districts, start, end, percent=percent)
    few = not found.why and from_few(indicator, found.start_value)
    return replace(found, score=nan, why="few cases") if few else found
