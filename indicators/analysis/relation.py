"""How two indicators go together across districts."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.figures.grid import VALUES

MINIMUM: Final = 5
"""Pairs a correlation needs. With four, not even a perfect order has p < 0.05 (2/4! = 0.083)."""
MATCHED: Final = ["area", "period", "x", "y"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Correlation:
    """Correlation of n pairs, between −1 and 1, with the two-sided p that there is none."""

    n: int
    pearson: float
    spearman: float
    pearson_p: float
    spearman_p: float


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


def correlation(x: npt.ArrayLike, y: npt.ArrayLike) -> Correlation:
    """How closely two indicators follow a straight line (Pearson) and the same order (Spearman).

    x, y: of the same length; pairs with a missing value are left out. NaN with fewer than `MINIMUM` pairs or
    where one side is constant. Raises ValueError for different lengths.
    Both p are from Student's t with n − 2 degrees of freedom and take pairs for independent. Neighbouring
    districts resemble each other, so p is optimistic: too small (Clifford, Richardson and Hémon, "Assessing
    the significance of the correlation between two spatial processes", Biometrics 45, 1989).
    Sources: Pearson, "Note on regression and inheritance in the case of two parents", Proceedings of the
    Royal Society of London 58 (1895); Spearman, "The proof and measurement of association between two
    things", American Journal of Psychology 15 (1904), ties with their mean rank.
    """
    from scipy import stats  # half a second, for which a start need not wait

    one, other = _pairs(x, y)
    if len(one) < MINIMUM or _constant(one) or _constant(other):
        return Correlation(len(one), math.nan, math.nan, math.nan, math.nan)
    pearson, spearman = stats.pearsonr(one, other), stats.spearmanr(one, other)
    return Correlation(
        len(one),
        float(pearson.statistic),
        float(spearman.statistic),
        float(pearson.pvalue),
        float(spearman.pvalue),
    )


def straight_line(x: npt.ArrayLike, y: npt.ArrayLike) -> StraightLine | None:
    """The line with the least squared vertical distances to the pairs.

    x, y: of the same length; pairs with a missing value are left out. None with fewer than `MINIMUM` pairs or
    where x is constant. Raises ValueError for different lengths.
    Source: Draper and Smith, "Applied Regression Analysis" (1998), chapter 1.
    """
    from scipy import stats  # half a second, for which a start need not wait

    one, other = _pairs(x, y)
    if len(one) < MINIMUM or _constant(one):
        return None
    fit = stats.linregress(one, other)
    return StraightLine(float(fit.slope), float(fit.intercept))


def _pairs(x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Floats, Floats]:
    one, other = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if one.shape != other.shape:
        raise ValueError(f"{one.size} values stand beside {other.size}")
    there = np.isfinite(one) & np.isfinite(other)
    return one[there], other[there]


def _constant(values: Floats) -> bool:
    # Differences in the last digits are rounding, and would be taken for a correlation.
    return bool(np.ptp(values) <= 1e-12 * np.abs(values).max())
