"""Whether a series of figures rises or falls, and by how much a year.

Series may have gaps: observations without a value are left out, wherever they stand.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.figures.grid import Floats, Grid, History

MINIMUM: Final = 5
"""Observations a trend needs. With four, not even a strictly rising series has p < 0.05 (2/4! = 0.083)."""

SIGNIFICANT: Final = 0.05
CONFIDENCE: Final = 0.95

TRENDS: Final = ["area", "from", "to", "n", "slope", "slope_low", "slope_high", "p", "method", "verdict"]


@dataclass(frozen=True)
class Slope:
    """Change per year, in the unit of the values, with the ends of its 95 % confidence interval."""

    slope: float
    low: float
    high: float


UNKNOWN: Final = Slope(math.nan, math.nan, math.nan)


def theil_sen(years: npt.ArrayLike, values: npt.ArrayLike) -> Slope:
    """The median of the slopes between all pairs of observations, robust against outliers.

    years, values: of the same length. NaN with fewer than `MINIMUM` values or within one year.
    Raises ValueError for different lengths.
    Source: Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of the
    American Statistical Association 63 (1968), slope and interval.
    """
    from scipy import stats  # half a second, for which a start need not wait

    time, observed = _observed(years, values)
    if not _enough(time):
        return UNKNOWN
    fit = stats.theilslopes(observed, time, alpha=CONFIDENCE)
    return Slope(float(fit.slope), float(fit.low_slope), float(fit.high_slope))


def mann_kendall(years: npt.ArrayLike, values: npt.ArrayLike) -> float:
    """Two-sided p of the hypothesis that the values have no monotonic trend.

    years, values: of the same length. NaN with fewer than `MINIMUM` values or within one year; 1 if
    all values are equal. Raises ValueError for different lengths.
    p is Kendall's for the rank correlation of time and value: exact without ties up to 33 values
    (in longer series if at most one pair breaks the order), otherwise from the normal approximation
    with its variance corrected for ties and no correction for continuity. It takes observations for
    independent. Yearly totals depend on the year before, so p is optimistic: too small.
    Sources: Mann, "Nonparametric tests against trend", Econometrica 13 (1945); Kendall, "Rank
    Correlation Methods" (1975).
    """
    from scipy import stats  # half a second, for which a start need not wait

    time, observed = _observed(years, values)
    if not _enough(time):
        return math.nan
    if _constant(observed):
        return 1.0
    return float(stats.kendalltau(time, observed).pvalue)


def trends(figures: Grid, start: str, end: str) -> pd.DataFrame:
    """Each area's trend, as columns `TRENDS`, in order of area; see `trend`."""
    courses = {area: figures.history(area) for area in sorted(figures.areas)}
    rows = [{"area": area, **trend(course, start, end)} for area, course in courses.items() if course.periods]
    return pd.DataFrame(rows, columns=TRENDS)


def trend(course: History, start: str, end: str) -> dict[str, str | int | float]:
    """The trend over the periods from start to end, both included, by the columns of `TRENDS` but the first.

    A period counts as the year in its first four characters, and an end of '2024' takes in the days of 2024.
    from, to: first and last period with a value, empty without any; n: number of values;
    slope, slope_low, slope_high: Theil-Sen, in the unit of the values per year; p: Mann-Kendall;
    method: how it was computed, and which breaks (status B) lie after `from` and up to `to`;
    verdict: 'rising' or 'falling' if p < 0.05 and the slope has that sign, 'too few values' if
    there is no p, else 'no clear trend'.
    """
    observations = [each for each in course.known if start <= each.period and each.period[: len(end)] <= end]
    periods = [period for period, _, _ in observations]
    years = [int(period[:4]) for period in periods]
    values = [value for _, value, _ in observations]
    slope = theil_sen(years, values)
    p = mann_kendall(years, values)
    return {
        "from": periods[0] if periods else "",
        "to": periods[-1] if periods else "",
        "n": len(periods),
        "slope": slope.slope,
        "slope_low": slope.low,
        "slope_high": slope.high,
        "p": p,
        "method": _method([period for period, _, status in observations[1:] if status == "B"]),
        "verdict": _verdict(slope.slope, p),
    }


def _method(breaks: list[str]) -> str:
    name = "theil-sen, mann-kendall"
    if not breaks:
        return name
    return f"{name}, across break{'s' if len(breaks) > 1 else ''} {', '.join(breaks)}"


def _verdict(slope: float, p: float) -> str:
    if math.isnan(p):
        return "too few values"
    if p >= SIGNIFICANT or slope == 0:
        return "no clear trend"
    return "rising" if slope > 0 else "falling"


def _observed(years: npt.ArrayLike, values: npt.ArrayLike) -> tuple[Floats, Floats]:
    time = np.asarray(years, dtype=np.float64)
    value = np.asarray(values, dtype=np.float64)
    if time.shape != value.shape:
        raise ValueError(f"{time.size} years stand beside {value.size} values")
    there = ~np.isnan(value)
    return time[there], value[there]


def _enough(time: Floats) -> bool:
    return len(time) >= MINIMUM and bool((time != time[0]).any())


def _constant(values: Floats) -> bool:
    # SciPy answers NaN here, though nothing is uncertain about a series that never moves.
    return bool((values == values[0]).all())
