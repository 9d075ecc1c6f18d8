"""What there is in the Ortsteile that an energy district is reckoned from: heat, households, cars, buildings.

Frames are shared between callers: never change them in place.
"""

from collections.abc import Collection
from typing import Final

import numpy as np
import pandas as pd

from data.store import Dataset
from indicators.energy.buildings import AGES, side_by_side
from indicators.energy.factors import Factors
from indicators.energy.heat import district_heat_share
from indicators.energy.sizes import HOUSES, SIZES, TYPES, relative, stock
from indicators.kept import kept_lately

BY: Final = ("district", "other")
"""What heats: the network of district heat, or anything else."""
HEAT: Final = tuple(f"{size} {by}" for size in SIZES for by in BY)
SPARED: Final = tuple(f"{column} spared" for column in HEAT)
"""What renovating every building would spare of that."""
PERSONS: Final = ("persons_1", "persons_2", "persons_3", "persons_4", "persons_5")
LARGE: Final = 5.3
"""Persons of a household of five or more; how the rest is divided into two and three persons depends little on it."""
SERIES: Final = {
    "households": "kd2-10/Haushalte insgesamt",
    "persons_1": "kd2-10/Haushalte mit 1 Person",
    "persons_4": "kd2-10/Haushalte mit 4 Personen",
    "persons_5": "kd2-10/Haushalte mit 5 oder mehr Personen",
    "mean": "kd2-10/Durchschnittliche Haushaltsgröße",
}
OTHERS: Final = {
    "cars": "kd10-1/mit Elektromotor",
    "dwellings": "kd6-5/Wohnungen",
    "buildings": "kd6-4/Gebäude mit Wohnungen insgesamt",
    "houses": HOUSES,
    "residents": "kd2-1/Einwohner insgesamt",
}
RANGE: Final = ("household", "household low", "household high")
COLUMNS: Final = (*HEAT, *SPARED, *RANGE, "households", *OTHERS)
"""Additive: heat and electricity of households (`RANGE`: as declared, and at the ends of that) in MWh a year, all else
counts."""


class NoStock(LookupError):
    """The figures lack what an energy district is reckoned from: no year has all of it."""


@kept_lately
def ortsteile(dataset: Dataset, given: Factors) -> pd.DataFrame:
    """One row an Ortsteil (index), `COLUMNS`, of the newest year (`attrs["period"]`) that has everything; NaN where
    something is missing. Raises NoStock."""
    every = {name: _by_period(dataset, {name: series}) for name, series in {**SERIES, **OTHERS}.items()}
    space = stock(dataset)
    periods = [set(frame.columns[frame.notna().any()]) for frame in every.values()]
    whole = set(space.dropna()["period"].astype(str)).intersection(*periods)
    if not whole:
        raise NoStock("no year has dwellings, households and cars of the districts, expected one; run the refresh")
    period = max(whole)
    codes = dataset.codes("ortsteil")
    counted = pd.DataFrame({name: frame[period].reindex(codes) for name, frame in every.items()})
    found = _heat(dataset, given, period).reindex(codes)
    for column, unit in zip(RANGE, ("kwh", "low", "high"), strict=True):
        found[column] = _household_electricity(counted, given, unit)
    found = found.join(counted[["households", *OTHERS]])[list(COLUMNS)]
    found.attrs["period"] = period
    return found


def plausible_kwp(place: pd.Series, given: Factors) -> float:
    """kWp that the residential buildings of a place can bear, a house and a block each as declared."""
    return float(plausible_kwp_of_each(place.to_frame().T, given).iloc[0])


def plausible_kwp_of_each(places: pd.DataFrame, given: Factors) -> pd.Series:
    """The same of some places, one a row."""
    each = given.table("photovoltaics")
    blocks = places["buildings"] - places["houses"]
    return pd.Series(places["houses"] * each["house"]["kwp"] + blocks * each["block"]["kwp"])


def of(table: pd.DataFrame, codes: Collection[str]) -> pd.Series:
    """The sums of some Ortsteile, `COLUMNS`; a missing part makes a missing sum. table: of `ortsteile`."""
    return pd.Series(table.loc[list(codes)].sum(skipna=False))


def _by_period(dataset: Dataset, series: dict[str, str]) -> pd.DataFrame:
    ((name, _),) = series.items()
    table = side_by_side(dataset, series).astype({"period": str, "area": str})
    return table.pivot(index="area", columns="period", values=name)


def _heat(dataset: Dataset, given: Factors, period: str) -> pd.DataFrame:
    """`HEAT` and `SPARED` in MWh."""
    space = stock(dataset)
    space = space[space["period"] == period].set_index("area")
    share = district_heat_share(dataset).set_index("area")["value"].reindex(space.index)
    times = relative()
    found: dict[str, pd.Series] = {}
    for size in SIZES:
        columns = [f"{size} {age}" for age in AGES]
        rates = np.array([given.consumption[age] for age in AGES])
        spared = np.maximum(rates - given.renovated, 0.0)
        # 1,000 m² × kWh/m² are MWh.
        for suffix, rate in (("", rates), (" spared", spared)):
            every = (space[columns] * times[columns].to_numpy() * rate).sum(axis=1, skipna=False)
            found[f"{size} district{suffix}"] = every * share
            found[f"{size} other{suffix}"] = every * (1 - share)
    return pd.DataFrame(found)


def _household_electricity(counted: pd.DataFrame, given: Factors, unit: str) -> pd.Series:
    """MWh a year of the households, by how many persons they have and where they live.

    unit: `kwh`, or an end of its range. Households of every size are taken to live in houses equally often.
    """
    by_size = _by_persons(counted)
    each = [given.numbers[f"household_electricity.{size}"][unit] for size in PERSONS]
    in_house = given.numbers["household.in_house"]["factor" if unit == "kwh" else unit]
    dwellings = counted["dwellings"]
    houses = TYPES["house"]["dwellings"] * counted["houses"] / dwellings.mask(dwellings == 0)
    share = houses.clip(upper=1).mask(dwellings == 0, 0.0)
    return pd.Series((by_size @ np.array(each)) * (1 + share * (in_house - 1)) / 1000)


def _by_persons(counted: pd.DataFrame) -> pd.DataFrame:
    """Households by their persons (`PERSONS`); two and three are told apart by how many live in all households."""
    middle = counted["households"] - counted[["persons_1", "persons_4", "persons_5"]].sum(axis=1, skipna=False)
    persons = counted["households"] * counted["mean"]
    known = counted["persons_1"] + 4 * counted["persons_4"] + LARGE * counted["persons_5"]
    three = np.minimum((persons - known - 2 * middle).clip(0), middle)
    return counted.assign(persons_2=middle - three, persons_3=three)[list(PERSONS)]
