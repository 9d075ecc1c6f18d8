"""Whether a series of figures rises or falls, and by how much a year.

What is asked of is the stretch after the last break, as nothing can be compared across one. Series may have gaps:
observations without a value are left out, wherever they stand.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.analysis.stretch import after_last_break, between, breaks
from indicators.figures.grid import Floats, Grid, History

MINIMUM: Final = 5
"""Observations a slope needs."""
TESTABLE: Final = 6
"""Observations a test needs. With five, not even a strictly rising series has p < 0.05 (0.089)."""

SIGNIFICANT: Final = 0.05
CONFIDENCE: Final = 0.95
DEVIATIONS: Final = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
"""Standard deviations on either side that hold as much of what is normally distributed."""

COUNTED: Final = ("official", "derived")
"""Kinds of indicators whose figures were counted. Of figures that a formula made, a test finds the formula."""
METHOD: Final = "theil-sen; mann-kendall after pre-whitening; benjamini-hochberg"
UNTESTED: Final = "theil-sen"
"""How a trend was computed, of figures that were counted and of others."""

TRENDS: Final = [
    *("area", "from", "to", "n", "breaks", "slope", "slope_low", "slope_high"),
    *("p", "p_adjusted", "method", "verdict"),
]

NUMBERS: Final = ["slope", "slope_low", "slope_high", "p", "p_adjusted"]


@dataclass(frozen=True)
class Slope:
    """Change per year, in the unit of the values, with the ends of its 95 % confidence interval."""

    slope: float
    low: float
    high: float


UNKNOWN: Final = Slope(math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class Trend:
    """The trend of a stretch without a break.

    start, end: its first and last period with a value, empty without any; n: number of values; breaks: the periods
    of all breaks within what was asked; slope: Theil–Sen, of which the interval takes observations for independent;
    p: of `pre_whitened`, NaN for what is not tested.
    """

    start: str
    end: str
    n: int
    breaks: tuple[str, ...]
    slope: Slope
    p: float


Places = npt.NDArray[np.intp]
Judged = tuple[Trend, float, str]
"""A trend, its p adjusted over those it is shown with, and its verdict; see `verdicts`."""


def theil_sen(years: npt.ArrayLike, values: npt.ArrayLike) -> Slope:
    """The median of the slopes between all pairs of observations, robust against outliers.

    years, values: of the same length. NaN with fewer than `MINIMUM` values or within one year.
    Raises ValueError for different lengths.
    Source: Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of the
    American Statistical Association 63 (1968), slope and interval.
    """
    time, value = np.asarray(years, np.float64), np.asarray(values, np.float64)
    if time.shape != value.shape:
        raise ValueError(f"{time.size} years stand beside {value.size} values, expected as many of both")
    there = ~np.isnan(value)
    time, value = time[there], value[there]
    if len(time) < MINIMUM or (time == time[0]).all():
        return UNKNOWN
    first, last = _pairs(len(time))
    apart = time[last] != time[first]
    slopes = np.sort((value[last] - value[first])[apart] / (time[last] - time[first])[apart])
    leeway = DEVIATIONS * math.sqrt(_variance(len(time), time, value))
    low = max(round((len(slopes) - leeway) / 2) - 1, 0)
    high = min(round((len(slopes) + leeway) / 2), len(slopes) - 1)
    middle = (slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]) / 2
    return Slope(float(middle), float(slopes[low]), float(slopes[high]))


def pre_whitened(values: npt.ArrayLike) -> float:
    """Two-sided p of the hypothesis that values have no monotonic trend, though each may depend on the one before.

    values: in order of time, taken for evenly spaced; missing ones are left out. NaN with fewer than `TESTABLE`, 1 if
    all are equal. From each value its predecessor is taken, times the lag-1 autocorrelation; what is left is tested by
    Mann and Kendall, in the normal approximation with the correction for continuity and for ties. A trend is itself
    autocorrelation, so part of it is taken away, too: the test misses trends, for which it seldom finds one that is
    not there. How seldom, and how many it misses: docs/trends.md.
    Sources: Mann, "Nonparametric tests against trend", Econometrica 13 (1945); Kendall, "Rank Correlation Methods"
    (1975); von Storch, "Misuses of statistical analysis in climate research" (1995) for the whitening.
    """
    observed = np.asarray(values, np.float64)
    observed = observed[~np.isnan(observed)]
    if len(observed) < TESTABLE:
        return math.nan
    if (observed == observed[0]).all():
        return 1.0
    apart = observed - observed.mean()
    autocorrelation = np.dot(apart[1:], apart[:-1]) / np.dot(apart, apart)
    return _mann_kendall(observed[1:] - observed[:-1] * autocorrelation)


def _mann_kendall(values: Floats) -> float:
    first, last = _pairs(len(values))
    score = float(np.sign(values[last] - values[first]).sum())
    z = max(abs(score) - 1, 0) / math.sqrt(_variance(len(values), values))
    return math.erfc(z / math.sqrt(2))


def _variance(n: int, *sides: Floats) -> float:
    """Of Kendall's score of n pairs, less for what repeats on either side."""
    # With the few figures that a place has, a third of the time of np.unique.
    ties = [times for side in sides for times in Counter(side.tolist()).values()]
    return (n * (n - 1) * (2 * n + 5) - sum(times * (times - 1) * (2 * times + 5) for times in ties)) / 18


@cache
def _pairs(n: int) -> tuple[Places, Places]:
    """The places of the earlier and the later of all pairs of n figures."""
    return np.triu_indices(n, 1)


def adjusted(ps: Sequence[float]) -> list[float]:
    """Some p by the share of false ones that whoever believes all up to it has to expect; NaN stay, and do not count.

    Source: Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B
    57 (1995).
    """
    every = np.array(ps, np.float64)
    known = np.flatnonzero(~np.isnan(every))
    falling = known[np.argsort(every[known])[::-1]]
    # Each times their number over its place among them, and none above a larger one's.
    times = len(known) / np.arange(len(known), 0, -1)
    every[falling] = np.minimum.accumulate(np.minimum(every[falling] * times, 1))
    return [float(p) for p in every]


def trend(course: History, start: str, end: str, *, tested: bool) -> Trend:
    """The trend over the periods from start to end, both included, after the last break among them.

    A period counts as the year in its first four characters, and an end of '2024' takes in the days of 2024.
    tested: whether the figures were counted, see `COUNTED`.
    """
    asked = between(course.figures, start, end)
    stretch = after_last_break(asked)
    values = [each.value for each in stretch]
    return Trend(
        stretch[0].period if stretch else "",
        stretch[-1].period if stretch else "",
        len(stretch),
        tuple(breaks(asked)),
        theil_sen([int(each.period[:4]) for each in stretch], values),
        pre_whitened(values) if tested else math.nan,
    )


def verdicts(found: Iterable[Trend], *, tested: bool) -> list[tuple[float, str]]:
    """The adjusted p and the verdict of each of some trends that are shown together.

    The verdict is 'rising' or 'falling' if the adjusted p is below 0.05 and the interval of the slope does not hold 0,
    'too few values' without a p, else 'no clear trend'; empty for figures that were not tested.
    """
    every = list(found)
    if not tested:
        return [(math.nan, "")] * len(every)
    return [(p, _verdict(one.slope, p)) for one, p in zip(every, adjusted([one.p for one in every]), strict=True)]


def trends(figures: Grid, start: str, end: str, *, tested: bool) -> pd.DataFrame:
    """Each area's trend as columns `TRENDS`, in order of area; p are adjusted over these areas.

    from, to, n, slope, slope_low, slope_high, p: of `Trend`, slopes in the unit of the values per year; breaks: joined
    by `;`; p_adjusted, verdict: of `verdicts`; method: how they were computed.
    """
    courses = {area: figures.history(area) for area in sorted(figures.areas)}
    found = {area: trend(course, start, end, tested=tested) for area, course in courses.items() if course.periods}
    method = METHOD if tested else UNTESTED
    judged = verdicts(found.values(), tested=tested)
    rows = [
        (area, *_described(one), p, method, verdict)
        for (area, one), (p, verdict) in zip(found.items(), judged, strict=True)
    ]
    # Said, as a frame without rows would hold texts, and numbers put below it would be taken for such.
    return pd.DataFrame(rows, columns=TRENDS).astype(dict.fromkeys(NUMBERS, float))


def _described(found: Trend) -> tuple[str | int | float, ...]:
    slope = found.slope
    return found.start, found.end, found.n, ";".join(found.breaks), slope.slope, slope.low, slope.high, found.p


def _verdict(slope: Slope, p: float) -> str:
    if math.isnan(p):
        return "too few values"
    if p >= SIGNIFICANT or not (slope.low > 0 or slope.high < 0):
        return "no clear trend"
    return "rising" if slope.slope > 0 else "falling"
