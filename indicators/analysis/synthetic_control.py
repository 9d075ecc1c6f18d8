"""A group's synthetic twin: other districts, mixed so that they moved as it did, until a year; and how they went on.

Source: Abadie, Diamond and Hainmueller, "Synthetic Control Methods for Comparative Case Studies", Journal of the
American Statistical Association 105 (2010), with the ratio of errors after and before as what placebos are ranked by.
No effect is estimated: the rank says whether the group is unusual among districts.
"""

from typing import Final

import numpy as np
import pandas as pd

from data.store import Dataset
from indicators.analysis.event_study import SINCE, told, west
from indicators.analysis.group_courses import courses
from indicators.catalogue import Indicator
from indicators.figures.grid import Floats

COLUMNS: Final = ["area", "period", "own", "twin", "weight"]
GROUP: Final = "group"
"""Stands where area codes stand."""
SUM: Final = 1e3
"""How heavily it weighs that shares add to 1, beside the figures: their sum is then set to 1 exactly."""
BEFORE: Final = 5
"""Years before, without which no mix of districts is told from another."""


def result(dataset: Dataset) -> pd.DataFrame:
    """Of Leipzig West from `SINCE` on: `indicator` and the columns `COLUMNS`."""
    tables = [twins(dataset, one, west(), SINCE).assign(indicator=one.id) for one in told()]
    return pd.concat(tables, ignore_index=True)


def dividing_years(dataset: Dataset, indicator: Indicator) -> tuple[str, ...]:
    """The periods from which on `twins` can tell of what came after."""
    return courses(dataset, indicator).periods[BEFORE:]


def twins(dataset: Dataset, indicator: Indicator, members: tuple[str, ...], since: str) -> pd.DataFrame:
    """Columns `COLUMNS`, of the group first and then of each other district, as if it were the group: the placebos.

    own, twin: since the first comparable year, of counts in percent (100 times the difference of logarithms), of rates
    in their unit; weight: of the area in the group's twin, NaN of the group. Twins are mixed of all but themselves,
    those of districts of the group, too. Empty where `since` is none of `dividing_years`.
    """
    found = courses(dataset, indicator)
    before = np.array(found.periods) < since
    if since not in dividing_years(dataset, indicator):
        return pd.DataFrame(columns=COLUMNS)
    others = [code for code in found.codes if code not in members]
    rows = np.concatenate([found.row(members), *(found.row((code,)) for code in others)])
    moved = found.of(rows)
    moved = moved - moved[:, :1]
    mixed = [shares(np.delete(moved, n, axis=0)[:, before], moved[n, before]) for n in range(len(rows))]
    twin = [mix @ np.delete(moved, n, axis=0) for n, mix in enumerate(mixed)]
    return pd.DataFrame(
        {
            "area": np.repeat([GROUP, *others], len(found.periods)),
            "period": np.tile(found.periods, len(rows)),
            "own": moved.ravel(),
            "twin": np.ravel(twin),
            "weight": np.repeat([np.nan, *mixed[0]], len(found.periods)),
        }
    )


def shares(donors: Floats, wanted: Floats) -> Floats:
    """The shares of donors, none below 0 and together 1, whose mix comes nearest to what is wanted, by least squares.

    donors: by unit and year; wanted: by year. pysyncon comes as near within its tolerance, in a thousand times as long.
    """
    from scipy.optimize import nnls  # half a second, for which a start need not wait

    heavy = SUM * max(np.abs(donors).max(), 1.0)
    found, _ = nnls(np.vstack([donors.T, np.full(len(donors), heavy)]), np.append(wanted, heavy))
    return np.asarray(found / found.sum(), float)


def ratios(table: pd.DataFrame, since: str) -> pd.Series:
    """By area, how far it lay from its twin from a year on, in multiples of how far it had lain before: the ratio of
    the roots of mean squares. table: of one indicator, as from `twins`."""
    apart = (table["own"] - table["twin"]) ** 2
    after = apart[table["period"] >= since].groupby(table["area"], sort=False).mean()
    before = apart[table["period"] < since].groupby(table["area"], sort=False).mean()
    return (after / before) ** 0.5


def rank(table: pd.DataFrame, since: str) -> tuple[int, int]:
    """Which place the group has among all by `ratios`, 1 for the largest, and of how many. Their quotient is the
    placebo p: under no effect every place is as likely."""
    found = ratios(table, since)
    return int((found >= found[GROUP]).sum()), len(found)
