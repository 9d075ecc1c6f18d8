"""The year of a place: sums and peaks of its hours, energy and emissions, and how far it is from positive.

Positive: the renewable energy of the year that is made here (electricity and heat of roofs) or comes as renewable
district heat is at least the final energy that dwellings, and cars where they are chosen, demand. What heat pumps take
from the air is counted on neither side. After: JPI Urban Europe, SET-Plan Action 3.2, Positive Energy Districts (2020).
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from indicators.energy.district.balance import Hours
from indicators.energy.district.sunlight import per_kwp
from indicators.energy.factors import DISTRICT_HEAT, Factors

NOT_BURNT: Final = ("heat_pump", "electricity")
CLOSE: Final = 1e-6
"""MWh that a year may be short and still be positive: a watt-hour, which is rounding."""
COLUMNS: Final = (
    "electricity_demand_mwh",
    "heat_demand_mwh",
    "generation_mwh",
    "own_use_mwh",
    "import_mwh",
    "export_mwh",
    "losses_mwh",
    "self_sufficiency",
    "self_consumption",
    "peak_import_mw",
    "peak_export_mw",
    "full_load_hours",
    "final_energy_mwh",
    "renewable_mwh",
    "short_mwh",
    "positive",
    "kwp_needed",
    "primary_energy_mwh",
    "emissions_t",
    "household_mwh",
    "heat_pumps_mwh",
    "electric_heating_mwh",
    "cars_mwh",
    "district_heat_mwh",
    "solar_heat_mwh",
    "burnt_mwh",
)
"""MWh, MW and t CO2e a year; shares from 0 to 1, NaN of nothing; full_load_hours: of the peak of what is
imported; positive: NaN where nothing is demanded; kwp_needed: all of it, whatever there is."""


def year(cases: pd.DataFrame, hours: Hours, given: Factors) -> pd.DataFrame:
    """One row a case, `COLUMNS`."""
    found = _sums(cases.index, hours)
    demand, made = found["electricity_demand_mwh"], found["generation_mwh"]
    found["self_sufficiency"] = (found["own_use_mwh"] / demand.mask(demand == 0)).clip(upper=1)
    found["self_consumption"] = (found["own_use_mwh"] / made.mask(made == 0)).clip(upper=1)
    found["peak_import_mw"], found["peak_export_mw"] = hours.imported.max(axis=0), hours.export.max(axis=0)
    found["full_load_hours"] = found["import_mwh"] / found["peak_import_mw"].mask(found["peak_import_mw"] == 0)
    pumped = pd.Series(hours.pumped.sum(axis=0), cases.index)
    found["burnt_mwh"] = (
        found["heat_demand_mwh"]
        - found["district_heat_mwh"]
        - found["solar_heat_mwh"]
        - found["electric_heating_mwh"]
        - pumped
    ).clip(0)
    found["final_energy_mwh"] = (
        found["household_mwh"] + found["cars_mwh"] + found["heat_demand_mwh"] - pumped + found["heat_pumps_mwh"]
    )
    heat = found["solar_heat_mwh"] + cases["renewable"] * found["district_heat_mwh"]
    found["renewable_mwh"] = made + heat
    found["short_mwh"] = found["final_energy_mwh"] - found["renewable_mwh"]
    found["positive"] = (found["short_mwh"] <= CLOSE).where(found["final_energy_mwh"] > 0)
    of_a_kwp = per_kwp(given).sum() * cases["of_roofs"] / 1000
    found["kwp_needed"] = ((found["final_energy_mwh"] - heat) / of_a_kwp).clip(0)
    found["primary_energy_mwh"] = _times(cases, found, given, _factors(given, "primary_energy"))
    found["emissions_t"] = _times(cases, found, given, given.life_cycle)
    return found[list(COLUMNS)]


def _sums(index: pd.Index, hours: Hours) -> pd.DataFrame:
    every = {
        "electricity_demand": hours.demand,
        "heat_demand": hours.heat,
        "generation": hours.generation,
        "own_use": hours.own_use,
        "import": hours.imported,
        "export": hours.export,
        "losses": hours.losses,
        "household": hours.household,
        "heat_pumps": hours.heat_pumps,
        "electric_heating": hours.electric_heating,
        "cars": hours.cars,
        "district_heat": hours.district_heat,
        "solar_heat": hours.solar_heat,
    }
    return pd.DataFrame({f"{name}_mwh": table.sum(axis=0) for name, table in every.items()}, index=index)


def _factors(given: Factors, table: str) -> Mapping[str, float]:
    return {carrier: entry["factor"] for carrier, entry in given.table(table).items()}


def _times(cases: pd.DataFrame, found: pd.DataFrame, given: Factors, by_carrier: Mapping[str, float]) -> pd.Series:
    """What is imported, burnt and taken from the network, each times its factor; what is exported spares nothing."""
    burnt = {carrier: share for carrier, share in given.rest.items() if carrier not in NOT_BURNT}
    mix = np.average([by_carrier[carrier] for carrier in burnt], weights=list(burnt.values()))
    today = given.numbers["renewable.district_heat"]["percent"] / 100
    # The factor of district heat is that of today's mix, so that of what is not renewable is higher.
    network = by_carrier[DISTRICT_HEAT] * (1 - cases["renewable"]) / (1 - today)
    return pd.Series(
        found["import_mwh"] * by_carrier["electricity"]
        + found["burnt_mwh"] * mix
        + found["district_heat_mwh"] * network
    )
