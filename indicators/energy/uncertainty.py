"""How far off the energy model may be: a band around each value."""

from typing import Final

import pandas as pd

from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.energy.factors import Factors, factors
from indicators.energy.heat import members, residential_heat
from indicators.energy.mixes import MIXES, MODEL
from indicators.figures.values import values
from indicators.kept import kept

BAND: Final = ["area", "period", "value", "low", "high"]


def heat_band(dataset: Dataset, given: Factors | None = None) -> pd.DataFrame:
    """Modelled heat with its limits in MWh, for every official area: columns `BAND`.

    low, high: the lowest and the highest that any mix of `indicators.energy.mixes.MIXES` gives, with every rate of
    consumption as far off as its source allows, all in the same direction. Limits, not a confidence interval.
    """
    off = (given or factors()).uncertainty
    keys = ["area", "period"]
    by_mix = {mix: residential_heat(dataset, given, mix).set_index(keys)["value"] for mix in MIXES}
    own = pd.DataFrame(by_mix).loc[by_mix[MODEL].index]
    sums = {
        area: own.loc[codes].groupby("period").sum(min_count=len(codes)) for area, codes in members(dataset).items()
    }
    every = pd.concat([own, pd.concat(sums, names=keys)])
    low, high = every.min(axis=1, skipna=False) * (1 - off), every.max(axis=1, skipna=False) * (1 + off)
    return every.assign(value=every[MODEL], low=low, high=high).reset_index()[BAND]


@kept
def limits_of(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    """The limits of an indicator of modelled heat in its unit: area, period, low, high; no rows for any other one."""
    if indicator.values.get("function") != "residential_heat":
        return pd.DataFrame(columns=["area", "period", "low", "high"])
    band = heat_band(dataset).merge(values(dataset, indicator), on=["area", "period"], suffixes=("_heat", ""))
    # What heat is divided by is as certain as any figure, so that the limits are divided by the same.
    times = band["value"] / band["value_heat"]
    return band[["area", "period"]].assign(low=band["low"] * times, high=band["high"] * times)
