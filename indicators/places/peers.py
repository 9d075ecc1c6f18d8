"""Which districts are worth comparing: those of one borough, and those most alike."""

from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from data.areas import LEVELS, Level
from data.store import Dataset
from indicators import catalogue
from indicators.figures.values import values

PRESENT: Final = 0.5
"""Share of the areas that have a figure in the period that an indicator is compared in."""
SHARED: Final = 0.75
"""Share of its indicators that an area needs to have in common with another one."""
DOUBTFUL: Final = "U"


def of_borough(dataset: Dataset, borough: str) -> list[str]:
    """The Ortsteile of a Stadtbezirk, in order of code."""
    areas = dataset.areas
    return sorted(areas.loc[(areas["level"] == "ortsteil") & (areas["parent"] == borough), "code"])


def most_similar(dataset: Dataset, area: str, n: int) -> list[str]:
    """The up to n areas of the same level that are most like an area, the nearest first; see `distances`.

    Raises KeyError for a code that no area has.
    """
    level = next((level for level in LEVELS if area in dataset.names[level]), None)
    if level is None:
        raise KeyError(area)
    return [str(code) for code in distances(_table(dataset, level), area).index[:n]]


def distances(table: pd.DataFrame, area: str) -> pd.Series:
    """How far each other area is from one, the nearest first, in standard deviations of a typical indicator.

    table: values by area (rows) and indicator (columns), NaN where there is none. Indicators in which no two areas
    differ are left out, and so are areas that share fewer than `SHARED` of the area's indicators.
    The root mean square of the standardised differences over the shared indicators: the standardised Euclidean
    distance, divided by the root of their number so that gaps do not bring areas nearer.
    """
    deviation = table.std(ddof=1)
    used = table.loc[:, deviation > 0].dropna(axis="columns", subset=[area]) / deviation
    used = used.dropna(axis="columns", how="all")
    apart = used.drop(index=area) - used.loc[area]
    enough = apart.notna().sum(axis="columns") >= max(SHARED * len(used.columns), 1)
    found: pd.Series = np.sqrt((apart[enough] ** 2).mean(axis="columns"))
    return found.sort_index().sort_values(kind="stable").rename("distance")


@lru_cache(maxsize=8)
def _table(dataset: Dataset, level: Level) -> pd.DataFrame:
    """The areas of a level by every indicator that does not grow with size, in its latest period with figures."""
    codes = dataset.codes(level)
    columns = {id: _latest(values(dataset, one), codes) for id, one in catalogue.load().items() if one.comparable}
    return pd.DataFrame(columns, index=codes, dtype=float)


def _latest(figures: pd.DataFrame, codes: list[str]) -> pd.Series:
    """Values by area of the latest period that has enough of them; empty where no period has."""
    known = figures[figures["area"].isin(codes) & figures["value"].notna() & (figures["status"] != DOUBTFUL)]
    there = known.groupby("period")["area"].nunique()
    enough = there.index[there >= max(PRESENT * len(codes), 1)]
    if enough.empty:
        return pd.Series(dtype=float)
    latest: pd.Series = known[known["period"] == enough.max()].set_index("area")["value"]
    return latest


def largest(dataset: Dataset, areas: list[str], n: int) -> list[str]:
    """The up to n areas with the most residents in the latest year that counts them, the largest first."""
    residents = _latest(values(dataset, catalogue.load()["population"]), areas)
    return [str(code) for code in residents.sort_values(ascending=False, kind="stable").index[:n]]
