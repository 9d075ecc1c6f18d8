"""The energy model: heat used by dwellings and what it emits, estimated from living space, size and age of buildings.

Nobody publishes metered energy of an Ortsteil. Everything here is modelled: every value has the status E. What is
assumed, and how much depends on it: docs/energy-model.md.
Frames are shared between callers: never change them in place.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Literal

import numpy as np
import pandas as pd

from data.store import Dataset
from indicators.energy.buildings import AGES, DWELLINGS, living_space, side_by_side
from indicators.energy.factors import DISTRICT_HEAT, Factors, factors
from indicators.energy.mixes import MODEL, age_mix
from indicators.figures import measures
from indicators.figures.grid import Grid, stacked
from indicators.kept import kept, kept_lately

Kind = Literal["direct", "life_cycle"]

WITH_DISTRICT_HEAT: Final = "zensus2011-wohnungen/HEIZTYP/Fernheizung (Fernwärme)"


@kept_lately
def residential_heat(dataset: Dataset, given: Factors | None = None, mix: str = MODEL) -> pd.DataFrame:
    """Heat of the Ortsteile's dwellings in MWh a year, hot water included: area, period, value, status.

    Living space × the mean rate of consumption of its buildings. mix: one of `indicators.energy.mixes.MIXES`.
    """
    ages = age_mix(dataset, mix)
    rate = ages[list(AGES)] @ pd.Series((given or factors()).consumption)[list(AGES)]
    # 1,000 m² × kWh/m² are MWh.
    rates = ages[["area", "period", "status"]].assign(value=rate)
    return modelled(measures.product(Grid.of(living_space(dataset)), Grid.of(rates))).frame


@kept_lately
def heating_emissions(dataset: Dataset, kind: Kind, given: Factors | None = None, mix: str = MODEL) -> pd.DataFrame:
    """What that heat emits, in tonnes of CO2(e) a year: area, period, value, status.

    Dwellings have district heat as in the census 2011, all others the whole city's mix of 2022.
    """
    heat = residential_heat(dataset, given, mix)
    return emitted(heat, district_heat_share(dataset), given or factors(), kind)


def emitted(heat: pd.DataFrame, share: pd.DataFrame, given: Factors, kind: Kind) -> pd.DataFrame:
    """Emissions of heat in tonnes, where a share of it (from 0 to 1, the same in every period) is district heat."""
    per_kwh = share["value"] * given.of(kind)[DISTRICT_HEAT] + (1 - share["value"]) * given.rest_of(kind)
    by_area = share[["area", "status"]].assign(value=per_kwh)
    # MWh × kg/kWh are tonnes.
    factors_then = heat[["area", "period"]].merge(by_area, on="area")
    return modelled(measures.product(Grid.of(heat), Grid.of(factors_then))).frame


@kept
def district_heat_share(dataset: Dataset) -> pd.DataFrame:
    """Share of dwellings with district heat in the census 2011, from 0 to 1, of every official area, as values."""
    table = dwellings(dataset)
    every = table["dwellings"]
    # A cell counts nothing below 3, so that a part may exceed its whole where hardly anyone lives.
    share = table["connected"] / every.mask(every == 0)
    status = table["status"].mask(every == 0, "N").mask(share > 1, "U")
    return table[["area", "period"]].assign(value=share.clip(upper=1), status=status)


@kept
def dwellings(dataset: Dataset) -> pd.DataFrame:
    """Dwellings in the census 2011, and those with district heat, of every official area.

    Columns area, period, status, dwellings, connected (both counts).
    """
    table = side_by_side(dataset, {"connected": WITH_DISTRICT_HEAT, **{name: name for name in DWELLINGS}})
    every = table[list(DWELLINGS)].sum(axis=1, skipna=False)
    return table[["area", "period", "status", "connected"]].assign(dwellings=every)


def connected(share: pd.DataFrame, percent: float) -> pd.DataFrame:
    """Shares of district heat when a percentage of the dwellings without it gets it."""
    return share.assign(value=share["value"] + (1 - share["value"]) * percent / 100)


FUNCTIONS: Final[Mapping[str, Callable[[Dataset], pd.DataFrame]]] = {
    "residential_heat": residential_heat,
    "heating_emissions": lambda dataset: heating_emissions(dataset, "life_cycle"),
    "heating_emissions_direct": lambda dataset: heating_emissions(dataset, "direct"),
}
"""What the catalogue may name: quantities of the Ortsteile that add up, as values."""


def with_sums(dataset: Dataset, grid: Grid) -> Grid:
    """The Ortsteile's values and, for Stadtbezirke and city, their sums; a missing part makes a missing sum."""
    own = grid.among(dataset.codes("ortsteil"))
    sums = (replace(measures.sum_over(own, codes), areas=(area,)) for area, codes in members(dataset).items())
    return stacked([own, *sums])


def members(dataset: Dataset) -> dict[str, list[str]]:
    """The Ortsteile of each Stadtbezirk and of the city."""
    parent = dict(zip(dataset.areas["code"], dataset.areas["parent"], strict=True))
    every = dataset.codes("ortsteil")
    within = {bezirk: [code for code in every if parent[code] == bezirk] for bezirk in dataset.codes("stadtbezirk")}
    return within | dict.fromkeys(dataset.codes("city"), every)


def modelled(grid: Grid) -> Grid:
    """Status E for every value, whatever its parts have; where there is none, the status says why."""
    return replace(grid, caution=np.where(np.isnan(grid.values), grid.caution, measures.ESTIMATED))
