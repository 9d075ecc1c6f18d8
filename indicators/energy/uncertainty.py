"""How far off the energy model may be: a band around each value, and what each assumption is worth."""

from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.energy.buildings import AGES, MIXES
from indicators.energy.factors import DISTRICT_HEAT, Factors, factors, with_district_heat
from indicators.energy.heat import district_heat_share, dwellings, emitted, members, residential_heat
from indicators.figures.values import values
from indicators.kept import kept

BAND: Final = ["area", "period", "value", "low", "high"]
SENSITIVITY: Final = ["assumption", "heat", "heat_percent", "emissions", "emissions_percent", "area", "area_percent"]
MODEL: Final = "the model"
STEP: Final = 20
"""Percent by which the factor of district heat is changed; nobody states how far off it is."""
SAME: Final = 1e-9


def heat_band(dataset: Dataset, given: Factors | None = None) -> pd.DataFrame:
    """Modelled heat with its limits in MWh, for every official area: columns `BAND`.

    low, high: the lowest and the highest that any mix of ages of `energy_buildings.MIXES` gives, with every rate of
    consumption as far off as its source allows, all in the same direction. Limits, not a confidence interval.
    """
    off = (given or factors()).uncertainty
    keys = ["area", "period"]
    by_mix = {mix: residential_heat(dataset, given, mix).set_index(keys)["value"] for mix in MIXES}
    own = pd.DataFrame(by_mix).loc[by_mix["buildings"].index]
    sums = {
        area: own.loc[codes].groupby("period").sum(min_count=len(codes)) for area, codes in members(dataset).items()
    }
    every = pd.concat([own, pd.concat(sums, names=keys)])
    low, high = every.min(axis=1, skipna=False) * (1 - off), every.max(axis=1, skipna=False) * (1 + off)
    return every.assign(value=every["buildings"], low=low, high=high).reset_index()[BAND]


@kept
def limits_of(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    """The limits of an indicator of modelled heat in its unit: area, period, low, high; no rows for any other one."""
    if indicator.values.get("function") != "residential_heat":
        return pd.DataFrame(columns=["area", "period", "low", "high"])
    band = heat_band(dataset).merge(values(dataset, indicator), on=["area", "period"], suffixes=("_heat", ""))
    # What heat is divided by is as certain as any figure, so that the limits are divided by the same.
    times = band["value"] / band["value_heat"]
    return band[["area", "period"]].assign(low=band["low"] * times, high=band["high"] * times)


@dataclass(frozen=True)
class Variant:
    """One assumption changed, all others as they are; connected: percent of the rest that also has district heat."""

    assumption: str
    given: Factors
    mix: str = "buildings"
    connected: float = 0.0


def sensitivity(dataset: Dataset, period: str) -> pd.DataFrame:
    """One assumption changed at a time, for the whole city in one period: columns `SENSITIVITY`, the model first.

    heat in MWh, emissions by life cycle in tonnes, both with their difference from the model in percent; area: the
    Ortsteil whose heat differs most, and by how many percent; empty where all differ alike.
    """
    every = {variant.assumption: _outcome(dataset, variant, period) for variant in _variants(dataset)}
    rows = [(assumption, *_differences(found, every[MODEL])) for assumption, found in every.items()]
    return pd.DataFrame(rows, columns=SENSITIVITY)


def connected(share: pd.DataFrame, percent: float) -> pd.DataFrame:
    """Shares of district heat when a percentage of the dwellings without it gets it."""
    return share.assign(value=share["value"] + (1 - share["value"]) * percent / 100)


def _variants(dataset: Dataset) -> list[Variant]:
    given = factors()
    off, heat = given.uncertainty, given.life_cycle[DISTRICT_HEAT]
    return [
        Variant(MODEL, given),
        Variant(f"every rate of consumption −{100 * off:.0f} %", _rates(given, 1 - off)),
        Variant(f"every rate of consumption +{100 * off:.0f} %", _rates(given, 1 + off)),
        Variant("one rate for all ages", replace(given, consumption=dict.fromkeys(AGES, given.average))),
        Variant("1949–1990: all built by 1978", given, "1949_1990 older"),
        Variant("1949–1990: all built after 1978", given, "1949_1990 newer"),
        Variant("from 1991, standing in 2011: all built by 2000", given, "from_1991 older"),
        Variant("from 1991, standing in 2011: all built after 2000", given, "from_1991 newer"),
        Variant("mix by dwellings of 2011 instead of buildings", given, "dwellings"),
        Variant(f"factor of district heat −{STEP} %", with_district_heat(given, heat * (1 - STEP / 100))),
        Variant(f"factor of district heat +{STEP} %", with_district_heat(given, heat * (1 + STEP / 100))),
        Variant("district heat grown everywhere to the city's share of 2022", given, connected=_grown(dataset, given)),
        Variant("all without district heat use gas", replace(given, rest={"gas": 1.0})),
    ]


def _outcome(dataset: Dataset, variant: Variant, period: str) -> pd.DataFrame:
    """Heat and emissions of each Ortsteil, by area."""
    heat = residential_heat(dataset, variant.given, variant.mix)
    heat = heat[heat["period"] == period]
    share = connected(district_heat_share(dataset), variant.connected)
    emissions = emitted(heat, share, variant.given, "life_cycle")
    columns = {"heat": heat, "emissions": emissions}
    return pd.DataFrame({name: frame.set_index("area")["value"] for name, frame in columns.items()})


def _differences(found: pd.DataFrame, model: pd.DataFrame) -> tuple[float, float, float, float, str, float]:
    total, usual = found.sum(skipna=False), model.sum(skipna=False)
    percent = 100 * (total / usual - 1)
    by_area = 100 * (found["heat"] / model["heat"] - 1)
    apart = (by_area - percent["heat"]).abs().max() > SAME
    furthest = str(by_area.abs().idxmax()) if apart else ""
    return (
        float(total["heat"]),
        float(percent["heat"]),
        float(total["emissions"]),
        float(percent["emissions"]),
        furthest,
        float(by_area[furthest]) if furthest else 0.0,
    )


def _rates(given: Factors, times: float) -> Factors:
    return replace(given, consumption={age: rate * times for age, rate in given.consumption.items()})


def _grown(dataset: Dataset, given: Factors) -> float:
    """Percent of the dwellings without district heat in 2011 that must have it for the city's share of 2022."""
    every = dwellings(dataset)
    city = every[every["area"] == CITY].iloc[0]
    share = float(city["connected"]) / float(city["dwellings"])
    return 100 * (given.dwellings[DISTRICT_HEAT] - share) / (1 - share)
