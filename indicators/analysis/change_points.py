"""When the city's growth went to another level: change points of its yearly growth, and what chance finds of them.

The lowest year of a series, after which it rose, is something else: `turning_points`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import pandas as pd

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.figures.grid import Floats
from indicators.figures.values import grid

INDICATOR: Final = "population_change"
COLUMNS: Final = ["indicator", "period", "growth", "level", "turn", "early", "late", "found", "apart"]
SHORTEST: Final = 5
"""Years that a level must hold. A wave of fewer years would be one, and chance alone makes many of those."""
MOST: Final = 3
"""Changes that are looked for in some 25 years."""
DRAWS: Final = 999
INERTIA: Final = (0.0, 0.3, 0.6)
"""Of made-up series without any change: the correlation of a year with the year before."""
FAR: Final = 3.5
"""From which modified z-score on a single year is told as one. Source: Iglewicz and Hoaglin, "How to Detect and Handle
Outliers" (1993)."""


def result(dataset: Dataset) -> pd.DataFrame:
    """The city's growth of residents: one row a year, columns `COLUMNS`.

    growth: against the year before, in percent. level: mean of the stretch of years. turn: whether it is the first
    year of another level; early, late: the years between which nine of ten resampled courses have that change, found:
    percent of them that have it in this very year. apart: whether the year lies far from the level of its stretch.
    """
    history = grid(dataset, catalogue.load()[INDICATOR]).history(CITY)
    growth, years = history.values, np.array(history.periods, object)
    found = changes(growth)
    levels = _levels(growth, found)
    rows = pd.DataFrame(
        {"period": years, "growth": growth, "level": levels, "turn": False, "early": "", "late": "", "found": np.nan}
    )
    for at, drawn in zip(found, resampled(growth, found).T, strict=True):
        early, late = (years[int(end)] for end in np.quantile(drawn, [0.05, 0.95], method="inverted_cdf"))
        rows.loc[at, ["turn", "early", "late", "found"]] = True, early, late, float((drawn == at).mean() * 100)
    return rows.assign(indicator=INDICATOR, apart=_apart(growth - levels))[COLUMNS]


def by_chance(dataset: Dataset) -> pd.DataFrame:
    """How often series without any change seem to have one: a row each of `INERTIA`, and one as inert as the city.

    inertia: correlation of a year with the year before; whose: `city` or empty; false_alarms: percent of series in
    which any change is found; as_clear: percent of them in which changes are as clear as the city's.
    """
    growth = grid(dataset, catalogue.load()[INDICATOR]).history(CITY).values
    own, clear = inertia(growth), clearness(growth)
    rows = []
    for phi, whose in [*((phi, "") for phi in INERTIA), (own, "city")]:
        found = np.array([clearness(series) for series in inert(phi, len(growth), DRAWS)])
        shares = {"false_alarms": (found > 0).mean() * 100, "as_clear": (found >= clear).mean() * 100}
        rows.append({"inertia": phi, "whose": whose, **shares})
    return pd.DataFrame(rows)


def changes(series: Floats) -> list[int]:
    """Where a series goes to another level: places of the first figures of each level but the first.

    Of all ways to cut it into up to `MOST` + 1 stretches of at least `SHORTEST` figures, that with the least squares
    around the means of stretches, and of those the one with the least `bic`. Source: Killick, Fearnhead and Eckley,
    Journal of the American Statistical Association 107 (2012); Bai and Perron, Journal of Applied Econometrics 18
    (2003); Yao, Statistics & Probability Letters 6 (1988) on the criterion.
    """
    return min(_cuts(series), key=lambda cut: bic(series, cut))


def bic(series: Floats, cut: Sequence[int]) -> float:
    """Schwarz' criterion, n · ln(RSS ÷ n) + (2k + 1) · ln n: k changes take k years and k + 1 means."""
    n = len(series)
    squares = float(((series - _levels(series, cut)) ** 2).sum())
    return float(n * np.log(squares / n) + (2 * len(cut) + 1) * np.log(n))


def clearness(series: Floats) -> float:
    """By how much levels describe a series better than none, in units of `bic`; 0 where no change is found."""
    none = bic(series, [])
    return none - min(bic(series, cut) for cut in _cuts(series))


def resampled(series: Floats, found: Sequence[int]) -> np.ndarray[tuple[int, int], np.dtype[np.intp]]:
    """Where the same number of changes is found once the distances from the levels are dealt anew, with return: a row
    a draw, a column a change."""
    levels, draw = _levels(series, found), np.random.default_rng(0)
    apart = draw.choice(series - levels, (DRAWS, len(series)))
    return np.array([_cut(levels + noise, len(found)) for noise in apart], np.intp).reshape(DRAWS, len(found))


def inert(phi: float, years: int, n: int) -> Iterator[Floats]:
    """Made-up series without any change, in which each year keeps a part `phi` of the year before (AR(1))."""
    from scipy.signal import lfilter  # takes 0.3 s, which no page has

    noise = np.random.default_rng(0).normal(size=(n, 100 + years))
    yield from np.asarray(lfilter([1.0], [1.0, -phi], noise, axis=1)[:, 100:], float)


def inertia(series: Floats) -> float:
    """The correlation of a year with the year before."""
    apart = series - series.mean()
    return float((apart[1:] * apart[:-1]).sum() / (apart**2).sum())


def _cuts(series: Floats) -> list[list[int]]:
    """The best way to cut a series by no change, by one, and so on."""
    most = min(MOST, len(series) // SHORTEST - 1)
    return [_cut(series, n) for n in range(most + 1)]


def _cut(series: Floats, n: int) -> list[int]:
    from ruptures import KernelCPD  # takes 0.5 s, which no page has

    if n == 0:
        return []
    ends = KernelCPD(kernel="linear", min_size=SHORTEST).fit(series).predict(n_bkps=n)
    return [int(end) for end in ends[:-1]]


def _levels(series: Floats, cut: Sequence[int]) -> Floats:
    """The mean of its stretch in the place of each figure."""
    ends = pairwise([0, *cut, len(series)])
    return np.concatenate([np.full(end - start, series[start:end].mean()) for start, end in ends])


def _apart(distances: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which distances from the level are far beyond what is usual, by their median."""
    size = np.abs(distances - np.median(distances))
    return np.asarray(0.6745 * size > FAR * np.median(size))
