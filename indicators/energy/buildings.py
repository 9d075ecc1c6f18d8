"""The stock of dwellings that the energy model heats: living space and the mix of years of construction.

Frames are shared between callers: never change them in place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final

import pandas as pd

from data.observations import MISSING
from data.store import Dataset
from indicators.figures import measures
from indicators.figures.grid import VALUES, Grid

FIRST: Final = "2011"
"""Buildings and dwellings were counted anew in 2011; figures before that are of another series."""

AGES: Final = ("until_1918", "1919_1948", "1949_1978", "1979_1990", "1991_2000", "2001_2010", "from_2011")
"""Classes of year of construction that have a rate of consumption."""

LIVING_SPACE: Final = "kd6-5/Wohnfläche insgesamt"
BUILDINGS: Final = {
    "until_1918": "kd6-4/mit Baujahr bis 1918",
    "1919_1948": "kd6-4/mit Baujahr bis 1919 bis 1948",
    "1949_1990": "kd6-4/mit Baujahr bis 1949 bis 1990",
    "from_1991": "kd6-4/mit Baujahr ab 1991",
}
"""Buildings with dwellings by class of year of construction, a year; the names are the publisher's."""

CENSUS_BUILDINGS: Final = "zensus2011-gebaeude/BAUJAHR_MZ/"
CENSUS_DWELLINGS: Final = "zensus2011-wohnungen/BAUJAHR_MZ/"
CENSUS_AGES: Final = {
    "until_1918": ("Vor 1919",),
    "1919_1948": ("1919 - 1948",),
    "1949_1978": ("1949 - 1978",),
    "1979_1990": ("1979 - 1986", "1987 - 1990"),
    "1991_2000": ("1991 - 1995", "1996 - 2000"),
    "2001_2010": ("2001 - 2004", "2005 - 2008", "2009 und später"),
}
DWELLINGS: Final = tuple(f"zensus2011-wohnungen/WOHNFLAECHE_10S/{n}" for n in range(1, 18))
"""All dwellings of 2011, by class of floor space: the one characteristic that the embedded census has whole."""


@dataclass(frozen=True)
class Split:
    """How classes that the yearly figures do not divide are divided; None: as in the census of the Ortsteil.

    until_1978: share of the buildings of 1949–1990; until_2000: share of those from 1991 on that stood in 2011.
    """

    until_1978: float | None = None
    until_2000: float | None = None


def side_by_side(dataset: Dataset, series: Mapping[str, str]) -> pd.DataFrame:
    """Several series: area, period, status, and a column each; where one has no row, there is none."""
    grids = measures.aligned(*(Grid.of(dataset.series(name)) for name in series.values()))
    columns = {column: grid.frame["value"] for column, grid in zip(series, grids, strict=True)}
    return measures.total(*grids).frame[["area", "period", "status"]].assign(**columns)


def ortsteile(dataset: Dataset, series: Mapping[str, str]) -> pd.DataFrame:
    """Several yearly series of the Ortsteile from 2011 on, see `side_by_side`."""
    every = side_by_side(dataset, series)
    own = every["area"].isin(dataset.codes("ortsteil")) & (every["period"] >= FIRST)
    return every[own].reset_index(drop=True)


def living_space(dataset: Dataset) -> pd.DataFrame:
    """Living space of the Ortsteile in 1,000 m²: area, period, value, status."""
    return ortsteile(dataset, {"value": LIVING_SPACE})[VALUES]


def building_mix(dataset: Dataset, split: Split) -> pd.DataFrame:
    """Shares of the Ortsteile's buildings by year of construction: area, period, status and `AGES`, which add up to 1.

    Buildings from 1991 on that were added since 2011 are of the class from 2011 on.
    """
    given = ortsteile(dataset, BUILDINGS)
    area = given["area"]
    older = _share(dataset, area, ("1949_1978", "1979_1990"), split.until_1978)
    newer = _share(dataset, area, ("1991_2000", "2001_2010"), split.until_2000)
    stood = _stood(given, "from_1991")
    parts = {
        "until_1918": given["until_1918"],
        "1919_1948": given["1919_1948"],
        "1949_1978": given["1949_1990"] * older,
        "1979_1990": given["1949_1990"] * (1 - older),
        "1991_2000": stood * newer,
        "2001_2010": stood * (1 - newer),
        "from_2011": given["from_1991"] - stood,
    }
    return _as_shares(given, parts)


def dwelling_mix(dataset: Dataset) -> pd.DataFrame:
    """The mix by dwellings instead of buildings, as in the census 2011; living space added since is from 2011 on.

    Columns as of `building_mix`. Dwellings of 1949–1978 are those that are in no other class, because the embedded
    census lacks that class.
    """
    counts = _dwellings(dataset)
    shares = counts.div(counts.sum(axis=1), axis=0)
    space = living_space(dataset)
    stood = _stood(space, "value")
    parts = {age: stood * space["area"].map(shares[age]) for age in CENSUS_AGES}
    return _as_shares(space, {**parts, "from_2011": space["value"] - stood})


def census_by_age(dataset: Dataset) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Buildings and dwellings of the census 2011 by area, a column for each of `CENSUS_AGES`."""
    buildings = {age: _census(dataset, CENSUS_BUILDINGS, names) for age, names in CENSUS_AGES.items()}
    return pd.DataFrame(buildings), _dwellings(dataset)[list(CENSUS_AGES)]


def _dwellings(dataset: Dataset) -> pd.DataFrame:
    others = {age: names for age, names in CENSUS_AGES.items() if age != "1949_1978"}
    counts = pd.DataFrame({age: _census(dataset, CENSUS_DWELLINGS, names) for age, names in others.items()})
    every = _added(dataset, DWELLINGS)
    return counts.assign(**{"1949_1978": (every - counts.sum(axis=1)).clip(lower=0)})


def _stood(table: pd.DataFrame, column: str) -> pd.Series:
    """How much of a column stood in 2011 already."""
    first = table["area"].map(table[table["period"] == FIRST].set_index("area")[column])
    return table[column].where(table[column] <= first, first)


def _added(dataset: Dataset, names: tuple[str, ...]) -> pd.Series:
    """The sum of several series of the census by area."""
    return reduce(pd.Series.add, (dataset.series(name).set_index("area")["value"] for name in names))


def _census(dataset: Dataset, prefix: str, names: tuple[str, ...]) -> pd.Series:
    return _added(dataset, tuple(prefix + name for name in names))


def _share(dataset: Dataset, area: pd.Series, ages: tuple[str, str], fixed: float | None) -> pd.Series:
    """Share of the first of two classes in both; where the census has neither, that of the Stadtbezirk."""
    if fixed is not None:
        return pd.Series(fixed, index=area.index)
    first, second = (_census(dataset, CENSUS_BUILDINGS, CENSUS_AGES[age]) for age in ages)
    both = first + second
    shares = (first / both).mask(both == 0)
    parent = area.map(dict(zip(dataset.areas["code"], dataset.areas["parent"], strict=True)))
    return area.map(shares).fillna(parent.map(shares))


def _as_shares(keys: pd.DataFrame, parts: Mapping[str, pd.Series]) -> pd.DataFrame:
    table = pd.DataFrame({age: parts[age] for age in AGES})
    total = table.sum(axis=1, skipna=False)
    shares = table.div(total.mask(total == 0), axis=0)
    given = ~keys["status"].isin(list(MISSING))
    # A part is missing that the years' figures do not hold: the census has not been loaded.
    status = keys["status"].mask(given & (total == 0), "N").mask(given & total.isna(), "M")
    return pd.concat([keys[["area", "period"]].assign(status=status), shares], axis=1)
