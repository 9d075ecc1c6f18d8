"""Where districts resemble their neighbours, or differ from them, more than chance would have it: local Moran's I."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.analysis.autocorrelation import matrix, observed, standardised
from indicators.analysis.trends import adjusted
from indicators.figures.grid import Floats
from indicators.places.neighbours import neighbours

COLUMNS: Final = [
    *("indicator", "start", "period", "area", "value", "around"),
    *("local", "p", "p_adjusted", "kind", "strict"),
]
KINDS: Final = ("high-high", "low-low", "high-low", "low-high")
"""The district against the mean of the districts, then its neighbours."""
STEPS: Final = 2000
"""Between the lowest and the highest value, on which sums are counted."""
FALSE: Final = 0.05
"""The share of false ones among those told from chance that is expected at most."""
DIGITS: Final = {"value": 4, "around": 4, "local": 4, "p": 6, "p_adjusted": 6}
"""Decimals that are kept, more than are shown."""

Counts = npt.NDArray[np.int64]


def result(dataset: Dataset) -> pd.DataFrame:
    """Of the newest period of every indicator with figures of districts: one row a district, columns `COLUMNS`.

    start: as in `indicators.analysis.autocorrelation`. value: of the district, around: the mean of its neighbours,
    both NaN where there is none. local: local Moran's I; p: see `chance`; p_adjusted: over the districts of a map.
    kind: one of `KINDS`, empty for a district that is not told from chance. strict: whether it would also be told
    from chance if p were doubled, for looking in both directions.
    """
    codes = dataset.codes("ortsteil")
    borders = matrix(codes, neighbours(dataset, "ortsteil"))
    tables = []
    for indicator in catalogue.load().values():
        for last in [*observed(dataset, indicator)][-1:]:
            known = {"indicator": indicator.id, "start": last.start, "period": last.period, "area": codes}
            tables.append(pd.DataFrame(known | local(last.values, borders)))
    return pd.concat(tables, ignore_index=True)[COLUMNS].round(DIGITS)


def local(values: Floats, borders: Floats) -> dict[str, npt.NDArray[np.generic]]:
    """The columns of `COLUMNS` from `value` on; borders: see `indicators.analysis.autocorrelation.matrix`.

    local: (x − x̄) ÷ s² · Σ w (x' − x̄), w: as many parts of 1 as the district has neighbours, s²: over n − 1.
    Source: Anselin, "Local Indicators of Spatial Association", Geographical Analysis 27 (1995); Benjamini and
    Hochberg (1995) for p_adjusted, as Caldas de Castro and Singer, Geographical Analysis 38 (2006).
    """
    there = np.isfinite(values)
    own, beside = values[there], borders[np.ix_(there, there)]
    apart, weights = own - own.mean(), standardised(beside)
    p = chance(own, beside)
    p_adjusted, both = np.array(adjusted(p.tolist())), np.array(adjusted(np.minimum(2 * p, 1).tolist()))
    high, high_around = apart > 0, weights @ apart > 0
    kinds = np.select([high & high_around, ~high & ~high_around, high], KINDS[:3], KINDS[3])
    found = {
        "around": np.where(beside.any(axis=1), weights @ own, np.nan),
        "local": apart * (weights @ apart) / max(own.var(ddof=1), 1e-300),
        "p": p,
        "p_adjusted": p_adjusted,
        "kind": np.where(p_adjusted <= FALSE, kinds, "").astype(object),
        "strict": both <= FALSE,
    }
    return {"value": values, **{name: _spread(column, there) for name, column in found.items()}}


def _spread(column: npt.NDArray[np.generic], there: npt.NDArray[np.bool_]) -> npt.NDArray[np.generic]:
    """The column on all districts: without a value none is told from chance."""
    empty = {"O": "", "b": False}.get(column.dtype.kind, np.nan)
    every = np.full(len(there), empty, column.dtype)
    every[there] = column
    return every


def chance(values: Floats, borders: Floats) -> Floats:
    """How often the neighbours of each district would have a mean at least as far out, on the side on which it is, if
    the other districts' values were dealt anew; NaN without neighbours.

    values: n, none missing, borders: n by n. All ways to deal them are counted, on `STEPS` between lowest and highest:
    permutations by the thousands leave districts near the line to the seed. Of the mean age of 2023 9 to 11 districts
    are told from chance by 99,999 of esda's, by seed.
    """
    steps = np.rint((values - values.min()) / max(np.ptp(values), 1e-300) * STEPS).astype(int)
    number = borders.sum(axis=1).astype(int)
    every = _ways(steps, int(number.max(initial=0)))
    found = np.full(len(values), np.nan)
    for n in np.flatnonzero(number):
        ways = _without(every, int(steps[n]), int(number[n]))
        around = int(steps @ borders[n])
        found[n] = min(ways[around:].sum(), ways[: around + 1].sum()) / ways.sum()
    return found


def _ways(steps: npt.NDArray[np.intp], most: int) -> Counts:
    """By how many districts, up to most, and by their sum of steps: how many choices of districts give it."""
    found = np.zeros((most + 1, most * STEPS + 1), np.int64)
    found[0, 0] = 1
    for step in steps.tolist():
        found[1:, step:] += found[:-1, : found.shape[1] - step].copy()
    return found


def _without(every: Counts, step: int, number: int) -> Counts:
    """The same of a number of districts, among which one of so many steps is not."""
    found: Counts = every[0]
    for n in range(1, number + 1):
        before, found = found, every[n].copy()
        found[step:] -= before[: len(before) - step]
    return found
