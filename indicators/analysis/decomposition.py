"""What made a rate change: its districts' own rates or who lives in which; its numerator or its denominator.

All of it is arithmetic of published figures: a part of a change is no cause of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, log, nan
from typing import Final

import numpy as np
import pandas as pd

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.analysis import methods
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.grid import CAUTION, Floats, Grid
from indicators.figures.values import grid, of_group, weights

COLUMNS: Final = [
    *("area", "start_rate", "end_rate", "start_share", "end_share"),
    *("within", "between", "both", "status", "breaks"),
]
BREAK: Final = CAUTION.index("B")
MOST_BROKEN: Final = 0.1
"""Of the districts, whose series may break without that the default span of a file begins there."""


@dataclass(frozen=True)
class Sides:
    """The change of a rate by its two sides, as differences of natural logarithms: rate = count − base.

    NaN where a figure is missing or zero.
    """

    rate: float
    count: float
    base: float

    @property
    def one_way(self) -> bool:
        """Whether both sides moved the rate in its direction, so that each is a part of its change."""
        return self.rate * self.count > 0 > self.rate * self.base

    @property
    def of_base(self) -> float:
        """The denominator's part of the change of the rate, 0.32 for a third; NaN unless it is `one_way`."""
        return -self.base / self.rate if self.one_way else nan


def result(dataset: Dataset) -> pd.DataFrame:
    """Of every declared rate: `parts` from its last break, or first figures, to its newest; indicator, start and end
    stand before its columns, breaks are left out."""
    declared = catalogue.load()
    tables = []
    for id in methods.load()["decomposition"].rates:
        span = longest(dataset, declared[id])
        if span is not None:
            own = parts(dataset, declared[id], *span).drop(columns="breaks")
            own.insert(0, "end", span[1])
            own.insert(0, "start", span[0])
            own.insert(0, "indicator", id)
            tables.append(own)
    return pd.concat(tables, ignore_index=True)


def periods(dataset: Dataset, indicator: Indicator) -> list[str]:
    """The periods in which districts have both a rate and what it is a rate of."""
    codes = dataset.codes("ortsteil")
    weighed = weights(dataset, indicator).with_figures(codes)
    return [period for period in grid(dataset, indicator).with_figures(codes) if period in weighed]


def longest(dataset: Dataset, indicator: Indicator) -> tuple[str, str] | None:
    """The longest span up to the newest period that crosses no break of the city's districts; None without two."""
    known, codes = periods(dataset, indicator), dataset.codes("ortsteil")
    broken = (grid(dataset, indicator).on(codes, known).caution == BREAK).mean(axis=0) > MOST_BROKEN
    after = known[int(np.flatnonzero(broken)[-1]) :] if broken.any() else known
    return (after[0], after[-1]) if len(after) > 1 else None


def kitagawa(rates: Floats, sizes: Floats) -> tuple[Floats, Floats]:
    """The change of a mean rate by unit: what the units' own rates did, and what their shares of the whole did.

    rates, sizes: by unit (rows) at start and end (two columns), without NaN. Gives, in the unit of the rates, within
    = mean share × change of the rate, and between = mean rate × change of the share; both summed are the change of
    the mean. Single units' terms of between say how much of the rate they hold; only their sum says whether the shares
    of units with high rates grew.
    Source: Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical Association
    50 (1955).
    """
    shares = sizes / sizes.sum(axis=0)
    within = shares.mean(axis=1) * (rates[:, 1] - rates[:, 0])
    between = rates.mean(axis=1) * (shares[:, 1] - shares[:, 0])
    return within, between


def parts(dataset: Dataset, indicator: Indicator, start: str, end: str) -> pd.DataFrame:
    """What each district contributed to the change of the city's rate: one row a district, then the city; `COLUMNS`.

    Rates, within, between and both (their sum) in the unit of the indicator; shares in percent of what the rate is of.
    A district without all four figures has NaN and is left out of the shares. The city's rates are as published, its
    within and between are the districts' sums, its both is its published change; where nobody publishes the city's,
    that of the districts together. status, breaks: as in `measures.change`.
    """
    codes, span = dataset.codes("ortsteil"), (start, end)
    figures = grid(dataset, indicator)
    rates, sizes = (found.on(codes, span).values for found in (figures, weights(dataset, indicator)))
    there = np.isfinite(rates).all(axis=1) & np.isfinite(sizes).all(axis=1)
    within, between, shares = np.full(len(codes), nan), np.full(len(codes), nan), np.full((len(codes), 2), nan)
    within[there], between[there] = kitagawa(rates[there], sizes[there])
    shares[there] = 100 * sizes[there] / sizes[there].sum(axis=0)
    districts = {"area": codes, "start_rate": rates[:, 0], "end_rate": rates[:, 1]}
    districts |= {"start_share": shares[:, 0], "end_share": shares[:, 1]}
    districts |= {"within": within, "between": between, "both": within + between}
    table = pd.DataFrame(districts)
    of_all = _city(figures, span, np.nansum(shares * rates, axis=0) / 100, table)
    whole = pd.concat([table, pd.DataFrame([of_all])], ignore_index=True)
    moved = measures.change(figures.among([*codes, CITY]), *span).set_index("area").reindex(whole["area"])
    breaks = [known if isinstance(known, tuple) else () for known in moved["breaks"]]
    return whole.assign(status=moved["status"].fillna("M").tolist(), breaks=pd.Series(breaks, dtype=object))[COLUMNS]


def _city(figures: Grid, span: tuple[str, str], together: Floats, districts: pd.DataFrame) -> dict[str, object]:
    """together: the rate of all districts at both ends."""
    published = figures.on((CITY,), span).values[0]
    first, last = published if np.isfinite(published).all() else together
    sums = {name: float(districts[name].sum()) for name in ("within", "between")}
    shares = {"start_share": 100.0, "end_share": 100.0}
    return {"area": CITY, "start_rate": first, "end_rate": last, **shares, **sums, "both": last - first}


def sides(dataset: Dataset, indicator: Indicator, members: Sequence[str], start: str, end: str) -> Sides:
    """How the rate of some districts together changed by its numerator and its denominator.

    Logarithms make the two add up: ln(rate) = ln(count) − ln(base) + a constant.
    """
    rate = of_group(dataset, indicator, tuple(members))
    base = measures.sum_over(weights(dataset, indicator), members)
    return _sides(*(_log_change(found, measures.GROUP, start, end) for found in (rate, base)))


def city_sides(dataset: Dataset, indicator: Indicator, start: str, end: str) -> Sides:
    """The same of the city, as published; where nobody publishes it, of all districts together."""
    published = [found.among([CITY]) for found in (grid(dataset, indicator), weights(dataset, indicator))]
    if not all({start, end} <= {*found.with_figures()} for found in published):
        return sides(dataset, indicator, dataset.codes("ortsteil"), start, end)
    return _sides(*(_log_change(found, CITY, start, end) for found in published))


def _sides(rate: float, base: float) -> Sides:
    return Sides(rate, rate + base, base)


def _log_change(figures: Grid, area: str, start: str, end: str) -> float:
    first, last = (figures.cell(area, period)[0] for period in (start, end))
    return nan if isnan(first) or isnan(last) or min(first, last) <= 0 else log(last / first)


def by_nationality(everyone: Grid, foreigners: Grid, area: str) -> pd.DataFrame:
    """How an area's population changed from each year to the next: columns period (the later one), foreign, german,
    all, in people. everyone, foreigners: counts; years without all four figures are left out."""
    known = [period for period in everyone.periods if period in foreigners.periods]
    every, foreign = (np.diff(found.on((area,), known).values[0]) for found in (everyone, foreigners))
    table = pd.DataFrame({"period": known[1:], "foreign": foreign, "german": every - foreign, "all": every})
    return table.dropna().reset_index(drop=True)
