"""Whether districts resemble their neighbours: Moran's I of every indicator, year by year."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.grid import CAUTION, Floats, Grid
from indicators.figures.small_bases import from_few
from indicators.figures.values import grid
from indicators.places.neighbours import Neighbours, neighbours

COLUMNS: Final = [
    *("indicator", "start", "period", "districts", "broken"),
    *("moran", "by_chance", "chance_low", "chance_high", "p"),
]
SHARE_OF_DISTRICTS: Final = 0.8
"""Of all Ortsteile that must have a figure: a year of other districts would be another city."""
SPAN: Final = 6
"""Years over which an amount grows; the amount itself would mostly tell how large its districts are drawn."""
SHUFFLES: Final = 999
"""Draws in which the values are dealt anew to the districts."""
BREAK: Final = CAUTION.index("B")


class Observation(NamedTuple):
    """What one map shows: values by district, NaN where there is none, of a period or of the growth since `start`;
    broken: of how many the series breaks before the period."""

    start: str
    period: str
    broken: int
    values: Floats


def result(dataset: Dataset) -> pd.DataFrame:
    """Of every indicator with figures of districts: one row a period, columns `COLUMNS`.

    start: empty for values; where an amount is measured by its growth in percent a year, since when. districts: how
    many have a figure; broken: of how many the series breaks before it. moran: see `moran`; by_chance, chance_low,
    chance_high: the mean of what dealt values give, nine of ten of which lie between the other two; p: how often these
    are as alike as what is observed, one-sided.
    """
    codes = dataset.codes("ortsteil")
    borders = matrix(codes, neighbours(dataset, "ortsteil"))
    rows = [
        {"indicator": indicator.id, **one._asdict(), **measured(one.values, borders)}
        for indicator in catalogue.load().values()
        for one in observed(dataset, indicator)
    ]
    return pd.DataFrame(rows)[COLUMNS]


def observed(dataset: Dataset, indicator: Indicator) -> Iterator[Observation]:
    """What there is to be seen of an indicator, in order of period; the districts in order of code."""
    codes = dataset.codes("ortsteil")
    figures = grid(dataset, indicator).among(codes)
    periods = figures.with_figures()
    found = _values(figures.on(codes, periods)) if indicator.comparable else _changes(indicator, figures, codes)
    return (one for one in found if np.isfinite(one.values).sum() >= SHARE_OF_DISTRICTS * len(codes))


def _values(figures: Grid) -> Iterator[Observation]:
    broken = (figures.caution == BREAK).sum(axis=0)
    for n, period in enumerate(figures.periods):
        yield Observation("", period, int(broken[n]), figures.values[:, n])


def _changes(indicator: Indicator, figures: Grid, codes: Sequence[str]) -> Iterator[Observation]:
    """Mean growth in percent a year over `SPAN` years, of districts whose series has no break between and does not
    start from few."""
    for end in figures.with_figures():
        start = str(int(end[:4]) - SPAN)
        if indicator.change != "percent" or start not in figures.periods:
            continue
        found = measures.change(figures, start, end).set_index("area").reindex([*codes])
        before, after = (found[side].to_numpy(float) for side in ("start_value", "end_value"))
        few = np.array([from_few(indicator, count) for count in before.tolist()])
        broken = np.array([breaks != () for breaks in found["breaks"]])
        before = np.where(few | broken, np.nan, before)
        yield Observation(start, end, 0, 100 * ((after / before) ** (1 / SPAN) - 1))


def matrix(codes: Sequence[str], known: Neighbours) -> Floats:
    """1 where the district of the row borders that of the column, else 0; in the order of the codes."""
    return np.array([[other in known[code] for other in codes] for code in codes], float)


def measured(values: Floats, borders: Floats) -> dict[str, float]:
    """The columns of `COLUMNS` from `moran` on, and `districts`; those without a value are no one's neighbours."""
    there = np.isfinite(values)
    own, weights = values[there], standardised(borders[np.ix_(there, there)])
    found = float(moran(own, weights))
    draw = np.random.default_rng(0)
    dealt = moran(draw.permuted(np.tile(own, (SHUFFLES, 1)), axis=1), weights)
    return {
        "districts": len(own),
        "moran": found,
        "by_chance": float(dealt.mean()),
        "chance_low": float(np.quantile(dealt, 0.05)),
        "chance_high": float(np.quantile(dealt, 0.95)),
        "p": float((np.count_nonzero(dealt >= found) + 1) / (SHUFFLES + 1)) if found == found else np.nan,
    }


def standardised(borders: Floats) -> Floats:
    """Each row divided by its sum: all neighbours of a district count alike, together as much as one. Who has no
    neighbour keeps zeros."""
    return np.asarray(borders / np.maximum(borders.sum(axis=1, keepdims=True), 1))


def moran(values: Floats, weights: Floats) -> Floats:
    """Moran's I: n ÷ Σw · Σ w (x − x̄)(x' − x̄) ÷ Σ (x − x̄)²; about −1 ÷ (n − 1) by chance, at most about 1.

    values: n, or any number of rows of n; weights: n by n. NaN where all values are the same.
    Source: Moran, "Notes on continuous stochastic phenomena", Biometrika 37 (1950); Cliff and Ord, "Spatial Processes"
    (1981), for weights. esda has it, and takes one row at a time and 280 MB.
    """
    apart = values - values.mean(axis=-1, keepdims=True)
    variance = (apart**2).sum(axis=-1)
    alike = (apart @ weights.T * apart).sum(axis=-1)
    of_one = np.divide(alike, variance, out=np.full_like(variance, np.nan), where=variance > 1e-18)
    return np.asarray(of_one * values.shape[-1] / weights.sum())
