"""How two indicators go together across districts."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.analysis.effective_number import SMALLEST, effective_number
from indicators.figures.grid import VALUES

MINIMUM: Final = 5
"""Pairs a correlation needs. With four, not even a perfect order has p < 0.05 (2/4! = 0.083)."""
MATCHED: Final = ["area", "period", "x", "y"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Correlation:
    """Correlation of n pairs, between −1 and 1, by Pearson and by Spearman.

    effective: how many independent pairs these are worth to Spearman's; p: two-sided, that there is none in its sense.
    """

    n: int
    pearson: float
    spearman: float
    effective: float
    p: float


@dataclass(frozen=True)
class StraightLine:
    """y = intercept + slope · x."""

    slope: float
    intercept: float


def matched(left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    """The values of two indicators side by side, as columns `MATCHED` in order of area and period.

    left, right: frames of values. Only areas and periods that both have; a missing value is NaN.
    Raises ValueError when an area and period stand twice in one of them.
    """
    keys = {"area": "str", "period": "str"}
    x, y = (
        frame[VALUES[:3]].astype(keys).rename(columns={"value": name}) for frame, name in ((left, "x"), (right, "y"))
    )
    pairs = x.merge(y, on=["area", "period"], validate="one_to_one")
    return pairs.sort_values(["area", "period"], ignore_index=True)[MATCHED]


def correlation(x: npt.ArrayLike, y: npt.ArrayLike, places: npt.ArrayLike | None = None) -> Correlation:
    """How closely two indicators follow a straight line (Pearson) and the same order (Spearman).

    x, y: n values; pairs with a missing value are left out. places: n by 2, where the pairs were observed; None takes
    them for independent. NaN with fewer than `MINIMUM` pairs or where one side is constant. Raises ValueError for
    different lengths.
    p is from Student's t with the effective number of pairs less 2 degrees of freedom; it is 1 where that leaves none.
    Neighbouring districts resemble each other, so that n pairs of them are worth fewer, see
    `indicators.analysis.effective_number`, which is asked about the ranks.
    Sources: Pearson, "Note on regression and inheritance in the case of two parents", Proceedings of the
    Royal Society of London 58 (1895); Spearman, "The proof and measurement of association between two
    things", American Journal of Psychology 15 (1904), ties with their mean rank.
    """
    from scipy import stats  # half a second, for which a start need not wait

    there = _there(x, y)
    one, other = (np.asarray(side, np.float64)[there] for side in (x, y))
    if len(one) < MINIMUM or _constant(one) or _constant(other):
        return Correlation(len(one), math.nan, math.nan, math.nan, math.nan)
    ranks = stats.rankdata(one), stats.rankdata(other)
    number = float(len(one)) if places is None else effective_number(*ranks, np.asarray(places, np.float64)[there])
    pearson, spearman = (float(stats.pearsonr(*pair).statistic) for pair in ((one, other), ranks))
    return Correlation(len(one), pearson, spearman, number, _p(spearman, number))


def _p(r: float, n: float) -> float:
    """Two-sided p of a correlation of so many independent pairs; 1 where too few are left for a test."""
    from scipy import stats  # half a second, for which a start need not wait

    if n < SMALLEST:
        return 1.0
    left = 1 - r**2
    return 2 * float(stats.t.sf(abs(r) * math.sqrt((n - 2) / left), n - 2)) if left > 0 else 0.0


def straight_line(x: npt.ArrayLike, y: npt.ArrayLike) -> StraightLine | None:
    """The line with the least squared vertical distances to the pairs.

    x, y: of the same length; pairs with a missing value are left out. None with fewer than `MINIMUM` pairs or
    where x is constant. Raises ValueError for different lengths.
    Source: Draper and Smith, "Applied Regression Analysis" (1998), chapter 1.
    """
    from scipy import stats  # half a second, for which a start need not wait

    there = _there(x, y)
    one, other = (np.asarray(side, np.float64)[there] for side in (x, y))
    if len(one) < MINIMUM or _constant(one):
        return None
    fit = stats.linregress(one, other)
    return StraightLine(float(fit.slope), float(fit.intercept))


def _there(x: npt.ArrayLike, y: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    """Which pairs have both values."""
    one, other = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if one.shape != other.shape:
        raise ValueError(f"{one.size} values stand beside {other.size}")
    return np.isfinite(one) & np.isfinite(other)


def _constant(values: Floats) -> bool:
    # Differences in the last digits are rounding, and would be taken for a correlation.
    return bool(np.ptp(values) <= 1e-12 * np.abs(values).max())
