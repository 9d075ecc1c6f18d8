"""The verdict of `indicators.analysis.trends` on many short series, in a fraction of its time.

A p without ties depends on the number of values and on how many pairs break the order, and on nothing else, so each
is asked for once; series with ties are asked for one by one.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from indicators.analysis.trends import MINIMUM, SIGNIFICANT, mann_kendall

Floats = npt.NDArray[np.float64]


def verdict(years: npt.ArrayLike, values: npt.ArrayLike) -> str:
    """`rising`, `falling`, `no clear trend` or `too few values`, as `indicators.analysis.trends.trends` says.

    years, values: of the same length, in order of year, each year once; missing values are left out.
    """
    time, observed = np.asarray(years, float), np.asarray(values, float)
    there = ~np.isnan(observed)
    time, observed = time[there], observed[there]
    if len(time) < MINIMUM:
        return "too few values"
    first, last = np.triu_indices(len(time), 1)
    rises = observed[last] - observed[first]
    falling = int((rises < 0).sum())
    p = _untied(len(time), falling) if (rises != 0).all() else mann_kendall(time, observed)
    slope = float(np.median(rises / (time[last] - time[first])))
    if p >= SIGNIFICANT or slope == 0:
        return "no clear trend"
    return "rising" if slope > 0 else "falling"


@lru_cache(maxsize=4096)
def _untied(n: int, falling: int) -> float:
    """Mann and Kendall's p of n different values of which so many pairs fall."""
    return mann_kendall(range(n), _order(n, falling))


def _order(n: int, falling: int) -> list[float]:
    """The numbers below n in an order in which so many pairs fall."""
    order: list[float] = []
    for number in range(n):
        # A number that is put before k smaller ones makes k pairs that fall.
        before = min(number, falling)
        order.insert(number - before, float(number))
        falling -= before
    return order
