"""How far off the energy model may be: limits of its values, and of their changes.

Limits, not confidence intervals: the lowest and the highest that any mix of `indicators.energy.mixes.MIXES` gives, with
the rates of consumption of what stood in 2011 and of what has been added since as far off as their source allows, each
either way. Limits of emissions are those of the heat: factors, mix of carriers and connections are taken as they are.
"""

from collections.abc import Collection, Mapping
from itertools import product
from typing import Final

import pandas as pd

from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.energy.buildings import AGES, living_space
from indicators.energy.factors import factors
from indicators.energy.heat import FUNCTIONS, members, residential_heat
from indicators.energy.mixes import MIXES, age_mix
from indicators.figures.values import Groups, values
from indicators.kept import kept, kept_lately

KEYS: Final = ["area", "period"]
ENDS: Final = ["low", "high"]
*STOOD, ADDED = AGES
"""Classes of year of construction that the stock of 2011 has, and the one that grows."""
MODEL: Final = "model"


@kept_lately
def limits_of(dataset: Dataset, indicator: Indicator, groups: Groups = ()) -> pd.DataFrame:
    """The limits of a modelled indicator in its unit: area, period, low, high; no rows for any other one."""
    every = _variants_of(dataset, indicator, groups)
    return _ends(every).reset_index() if len(every) else pd.DataFrame(columns=[*KEYS, *ENDS])


@kept_lately
def change_limits_of(
    dataset: Dataset, indicator: Indicator, span: tuple[str, str], groups: Groups = ()
) -> pd.DataFrame:
    """The limits of the changes of a modelled indicator between two periods, as it states changes: area, low, high; no
    rows for any other one.

    What holds in one period holds in the other, so that a district's change is far surer than its values are.
    """
    every = _variants_of(dataset, indicator, groups)
    if not len(every):
        return pd.DataFrame(columns=["area", *ENDS])
    periods = every.index.get_level_values("period")
    start, end = (every[periods == period].droplevel("period") for period in span)
    moved = end - start
    return _ends(100 * moved / start.abs() if indicator.change == "percent" else moved).reset_index()


def _ends(every: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"low": every.min(axis=1, skipna=False), "high": every.max(axis=1, skipna=False)})


def _variants_of(dataset: Dataset, indicator: Indicator, groups: Groups) -> pd.DataFrame:
    """An indicator in every variant of the model, a row an area and period; empty for one that is not modelled."""
    given = values(dataset, indicator, groups)
    if "function" not in indicator.values or given.empty:
        return pd.DataFrame()
    own, sums = _official(dataset, indicator.values["function"])
    every = _relative(pd.concat([own, sums, *([_sums(own, dict(groups))] if groups else [])]))
    # What heat is divided by is as certain as any figure, so that all variants are divided by the same.
    return every.mul(given.set_index(KEYS)["value"].reindex(every.index), axis=0)


@kept
def _official(dataset: Dataset, function: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A quantity of the model and of every variant, a column each: of the Ortsteile, and of Stadtbezirke and city."""
    modelled = FUNCTIONS[function](dataset).set_index(KEYS)["value"]
    per_heat = modelled / residential_heat(dataset).set_index(KEYS)["value"]
    own = _heat(dataset).mul(per_heat, axis=0).assign(**{MODEL: modelled})
    return own, _sums(own, members(dataset))


def _sums(own: pd.DataFrame, members: Mapping[str, Collection[str]]) -> pd.DataFrame:
    """The sums of the Ortsteile of areas or groups; a missing part makes a missing sum."""
    areas = own.index.get_level_values("area")
    sums = {
        area: own[areas.isin(list(codes))].groupby("period").sum(min_count=len(codes))
        for area, codes in members.items()
    }
    return pd.concat(sums, names=KEYS)


def _relative(every: pd.DataFrame) -> pd.DataFrame:
    """What every variant gives over what the model does; 1 where the model gives nothing."""
    return every.drop(columns=MODEL).div(every[MODEL], axis=0).mask(every[MODEL] == 0, 1.0)


@kept
def _heat(dataset: Dataset) -> pd.DataFrame:
    """Heat of the Ortsteile's dwellings in MWh, a column a variant, a row an area and period."""
    space, rates = living_space(dataset).set_index(KEYS)["value"], pd.Series(factors().consumption)
    off = factors().uncertainty
    found: dict[tuple[str, float, float], pd.Series] = {}
    for mix in MIXES:
        by_age = age_mix(dataset, mix).set_index(KEYS)[list(AGES)].mul(rates[list(AGES)]).mul(space, axis=0)
        stood = by_age[STOOD].sum(axis=1, skipna=False)
        for first, second in product((1 - off, 1 + off), repeat=2):
            found[mix, first, second] = first * stood + second * by_age[ADDED]
    return pd.DataFrame({str(variant): heat for variant, heat in found.items()})
