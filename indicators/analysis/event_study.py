"""A group of districts beside the rest of the city, year by year, and beside what was usual for such groups.

After the event study with placebos: MacKinlay, "Event Studies in Economics and Finance", Journal of Economic
Literature 35 (1997); Rosenbaum, "Interference Between Units in Randomized Experiments", Journal of the American
Statistical Association 102 (2007), on ranks among placebos. No effect is estimated.
"""

from typing import Final

import numpy as np
import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.analysis import methods
from indicators.analysis.group_courses import Courses, courses
from indicators.analysis.placebo_groups import drawn
from indicators.catalogue import Indicator, groups
from indicators.figures.grid import Floats
from indicators.kept import kept_lately
from indicators.places.neighbours import neighbours

YEARS: Final = ["period", "own", "rest", "difference", "middle", "low", "high", "groups"]
SPANS: Final = ["first", "last", "difference", "low", "high", "groups", "above"]
SINCE: Final = "2015"
"""The first year of the second span where nobody chose another: Triangulum began then."""
WEST: Final = "leipzig-west"
FEWEST: Final = 39
"""Groups, fewer of which tell of nothing usual: each end of the band would hold less than two of them."""


def by_year(dataset: Dataset) -> pd.DataFrame:
    """Of Leipzig West, one row an indicator of the method and year: `indicator` and the columns `YEARS`."""
    return pd.concat([years(dataset, one, west()).assign(indicator=one.id) for one in told()], ignore_index=True)


def by_span(dataset: Dataset) -> pd.DataFrame:
    """Of Leipzig West, before and from `SINCE` on: `indicator` and the columns `SPANS`."""
    return pd.concat([spans(dataset, one, west(), SINCE).assign(indicator=one.id) for one in told()], ignore_index=True)


def told() -> list[Indicator]:
    """The indicators of which the method tells, population first."""
    known = catalogue.load()
    return [known[id] for id in methods.load()["usual"].indicators]


def west() -> tuple[str, ...]:
    """The districts of Leipzig West."""
    return groups.load()[WEST].members


def years(dataset: Dataset, indicator: Indicator, members: tuple[str, ...]) -> pd.DataFrame:
    """Columns `YEARS`, from the second comparable year on.

    own, rest: what the group, and all other districts together, moved since the year before, of counts in percent
    (100 times the difference of logarithms), of rates in their unit; difference: own − rest. middle: the median of what
    placebo groups moved more than all other districts, low, high: nine of ten of them lie between; NaN with fewer than
    `FEWEST` groups.
    """
    found = courses(dataset, indicator)
    row = found.row(members)
    own, rest = (np.diff(found.of(rows)[0]) for rows in (row, 1 - row))
    placebos = _differences(found, _placebos(dataset, found.codes, members))
    low, middle, high = _band(placebos)
    table = {"period": found.periods[1:], "own": own, "rest": rest, "difference": own - rest}
    return pd.DataFrame({**table, "middle": middle, "low": low, "high": high, "groups": len(placebos)})[YEARS]


def spans(dataset: Dataset, indicator: Indicator, members: tuple[str, ...], since: str) -> pd.DataFrame:
    """Columns `SPANS`: a row for the years before `since`, and one for those from then on.

    difference: the mean of that of the years from first to last; low, high: as in `years`, of the placebo groups'
    means; above: how many of these are higher than the group's.
    """
    found = courses(dataset, indicator)
    own = _differences(found, found.row(members))
    placebos = _differences(found, _placebos(dataset, found.codes, members))
    steps = np.array(found.periods[1:])
    rows = []
    for within in (steps < since, steps >= since):
        if within.any():
            mean, means = own[0, within].mean(), placebos[:, within].mean(axis=1, keepdims=True)
            (low,), _, (high,) = _band(means)
            ends = steps[within][[0, -1]].tolist()
            rows.append((*ends, mean, low, high, len(means), int((means > mean).sum())))
    return pd.DataFrame(rows, columns=SPANS)


@kept_lately
def _placebos(dataset: Dataset, codes: tuple[str, ...], members: tuple[str, ...]) -> Floats:
    """Groups of as many districts, none of which is a member; by group and district as in `codes`."""
    known = neighbours(dataset, "ortsteil")
    return drawn({code: known[code] for code in codes}, members, len(members))


def _differences(found: Courses, rows: Floats) -> Floats:
    """By group and year, what it moved more than all other districts."""
    return np.diff(found.of(rows) - found.of(1 - rows), axis=1)


def _band(values: Floats) -> Floats:
    """By column, below what the lowest twentieth, half, and all but the highest twentieth of some values lie; NaN of
    fewer than `FEWEST`."""
    if len(values) < FEWEST:
        return np.full((3, values.shape[1]), np.nan)
    return np.asarray(np.quantile(values, [0.05, 0.5, 0.95], axis=0), float)
