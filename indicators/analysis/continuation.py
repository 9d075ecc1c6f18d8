"""What would be if it went on like this: a damped trend some years ahead, with bands from its own past misses.

No forecast: nothing is known here of births, removals, dwellings or plans.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.analysis import methods
from indicators.analysis.stretch import after_last_break
from indicators.figures.grid import Floats, Grid
from indicators.figures.values import grid

COLUMNS: Final = [
    *("indicator", "area", "last", "figure", "period", "value", "low", "high"),
    *("miss", "naive_miss", "bands", "inside"),
]
AHEAD: Final = 3
"""Years, beyond which a trend says nothing of a city."""
SHORTEST: Final = 12
"""Comparable years, of which there are misses enough for bands."""
LEARNT: Final = 5
"""Years before the first continuation that is checked."""
MISSES: Final = 9
"""Of one horizon, the last ones, which make a band."""
FEWEST: Final = 5
"""Misses that make a band, as there are of `SHORTEST` years three years ahead."""
HELD: Final = 0.8
"""Of later figures, how many are to lie in their band."""


class Settings(NamedTuple):
    """Of a damped trend, each between 0 and 1: how fast level and trend follow, and what is left of the trend a year
    later."""

    level: float
    trend: float
    damping: float


TRIED: Final = tuple(map(Settings._make, product((0.3, 0.6, 0.9, 1.0), (0.1, 0.3, 0.6, 0.9), (0.8, 0.9, 0.98))))
"""Of these, a series takes those that had the least squared misses one year ahead so far."""


def result(dataset: Dataset) -> pd.DataFrame:
    """Of each declared indicator, city and Ortsteile with `SHORTEST` comparable years: one row a year ahead.

    last, figure: the last period and its value. period, value, low, high: what would be, in the indicator's unit, and
    its band. miss: mean size of the misses of that many years ahead so far; naive_miss: that of the last value carried
    on. bands: how many bands could be checked so far; inside: how many of them held the later figure.
    """
    known, ids = catalogue.load(), methods.load()["continuation"].indicators
    places = [CITY, *dataset.codes("ortsteil")]
    rows = [row for id in ids for row in _of(id, grid(dataset, known[id]), places)]
    return pd.DataFrame(rows, columns=COLUMNS)


def _of(id: str, figures: Grid, places: list[str]) -> Iterator[dict[str, object]]:
    for area in places:
        own = after_last_break(figures.history(area).figures)
        # A year that is missing would make its neighbours' step a year longer than it is.
        if len(own) < SHORTEST or int(own[-1].period) - int(own[0].period) >= len(own):
            continue
        last, values = own[-1], np.array([each.value for each in own])
        for ahead, told in enumerate(ahead_of(values), 1):
            place = {"indicator": id, "area": area, "last": last.period, "figure": last.value}
            yield place | {"period": str(int(last.period) + ahead)} | told


def ahead_of(values: Floats) -> list[dict[str, float]]:
    """The columns of `COLUMNS` from value on, one to `AHEAD` years ahead; values: year by year, none missing."""
    paths, n = continued(values), len(values)
    told: list[dict[str, float]] = []
    for ahead in range(1, AHEAD + 1):
        origins = np.arange(LEARNT - 1, n - ahead)
        later = values[origins + ahead]
        misses, naive = np.abs(later - paths[origins, ahead - 1]), np.abs(later - values[origins])
        # At an origin only those misses are known whose year has come.
        checked = range(FEWEST + ahead - 1, len(misses))
        held = [misses[n] <= band(misses[: n - ahead + 1]) for n in checked]
        value, half = float(paths[-1, ahead - 1]), band(misses)
        low = max(value - half, 0.0) if values.min() >= 0 else value - half
        told.append(
            {"value": value, "low": low, "high": value + half, "miss": misses.mean(), "naive_miss": naive.mean()}
            | {"bands": len(held), "inside": int(sum(held))}
        )
    return told


def band(misses: Floats) -> float:
    """How far a band reaches to each side; misses: sizes in order of time, at least `FEWEST`.

    Of n misses in order of size it is that at place 0.8 · (n + 1), rounded up, so that a later figure lies inside with
    a chance of four in five, where misses stay as they were. Source: Vovk, Gammerman and Shafer, "Algorithmic Learning
    in a Random World" (2005).
    """
    last = np.sort(misses[-MISSES:])
    return float(last[int(np.ceil(HELD * (len(last) + 1))) - 1])


def continued(values: Floats) -> Floats:
    """From each year (rows) one to `AHEAD` years ahead (columns), by what was known then; NaN for the first year.

    Source: Gardner and McKenzie, "Forecasting Trends in Time Series", Management Science 31 (1985). statsmodels has the
    same and looks for the best settings for 0.3 s a series and year, where this takes a millisecond for all years.
    """
    level, trend, damping = np.array(TRIED).T
    at, slope, squares = (
        np.full(len(TRIED), values[0]),
        np.full(len(TRIED), values[1] - values[0]),
        np.zeros(len(TRIED)),
    )
    found = np.full((len(values), AHEAD), np.nan)
    for year in range(1, len(values)):
        step = at + damping * slope
        miss = values[year] - step
        # The first step knows its own end.
        squares = squares + miss**2 if year > 1 else squares
        at, slope = step + level * miss, damping * slope + level * trend * miss
        best = int(squares.argmin())
        found[year] = at[best] + _sums(damping[best]) * slope[best]
    return found


def _sums(damping: float) -> Floats:
    return np.cumsum(damping ** np.arange(1, AHEAD + 1))
