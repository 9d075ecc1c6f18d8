"""The door to an energy district: some Ortsteile and measures give hours, a year and its range; or all Ortsteile."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.energy.district import stock, uncertainty
from indicators.energy.district.balance import Hours, balance
from indicators.energy.district.cases import cases
from indicators.energy.district.measures import WITH_ROOFS, Measures, checked
from indicators.energy.district.year import year
from indicators.energy.factors import Factors, factors
from indicators.energy.uncertainty import limits_of
from indicators.kept import kept_lately

HEAT: Final = "residential_heat"
PLACE: Final = "place"


@dataclass(frozen=True, eq=False)
class Outcome:
    """What there is (`stock.COLUMNS`), its case (one row), its hours (one column) and its year (`year.COLUMNS`).

    period: the year that what there is was counted in.
    """

    period: str
    place: pd.Series
    case: pd.DataFrame
    hours: Hours
    year: pd.Series


def outcome(dataset: Dataset, codes: Collection[str], done: Measures, given: Factors) -> Outcome:
    """Some Ortsteile as one place. Raises NoStock where a figure of one is missing, ValueError for wrong measures."""
    every = stock.ortsteile(dataset, given)
    place = stock.of(every, codes)
    if place.isna().any():
        lacking = ", ".join(every.index[every.index.isin(list(codes)) & every.isna().any(axis=1)])
        raise stock.NoStock(
            f"figures of {lacking} are missing, expected heat, households and cars; choose another place"
        )
    case = cases(place.to_frame(PLACE).T, checked(done), given)
    hours = balance(case, given)
    return Outcome(every.attrs["period"], place, case, hours, year(case, hours, given).iloc[0])


@kept_lately
def ends(dataset: Dataset, codes: tuple[str, ...], given: Factors) -> pd.DataFrame:
    """How far off each uncertain factor of a place may be, see `uncertainty.ends`."""
    every = stock.ortsteile(dataset, given)
    limits = limits_of(dataset, catalogue.load()[HEAT], ((PLACE, codes),))
    own = limits[(limits["area"] == PLACE) & (limits["period"] == every.attrs["period"])]
    low, high = own[["low", "high"]].iloc[0]
    modelled = float(stock.of(stock.ortsteile(dataset, factors()), codes)[list(stock.HEAT)].sum())
    heat = (low / modelled, high / modelled) if modelled else (1.0, 1.0)
    return uncertainty.ends(stock.of(every, codes), heat, given)


def of_ortsteile(dataset: Dataset, done: Measures, given: Factors, roofs: float) -> pd.DataFrame:
    """The year of every Ortsteil (index), each with roofs used as those that the measures are for; NaN where a figure
    is missing. roofs: what those can bear, kWp. Columns: those of `year.COLUMNS`."""
    every = stock.ortsteile(dataset, given)
    known = every.dropna()
    found = cases(known, checked(done), given)
    parts = stock.plausible_kwp_of_each(known, given) / roofs if roofs else 0.0
    for measure in WITH_ROOFS:
        found[measure] = getattr(done, measure) * parts
    return year(found, balance(found, given), given).reindex(every.index)
