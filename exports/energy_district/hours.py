"""The hours of an energy district as one flat table."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from exports.energy_district.stamp import FIRST, LAST, stamped
from indicators.energy.district.asked import District
from indicators.energy.district.balance import Hours
from indicators.energy.district.weather import HOURS

FLOWS: Final = (
    "electricity_demand_mwh",
    "heat_demand_mwh",
    "generation_mwh",
    "own_use_mwh",
    "import_mwh",
    "export_mwh",
    "losses_mwh",
    "household_mwh",
    "heat_pumps_mwh",
    "electric_heating_mwh",
    "cars_mwh",
    "district_heat_mwh",
    "solar_heat_mwh",
    "burnt_mwh",
)
"""MWh in an hour; their sums are the year's."""
COLUMNS: Final = [*FIRST, "time", *FLOWS, "stored_mwh", *LAST]
"""time: when the hour begins (ISO 8601, Central European Time all the year); stored_mwh: in the battery at its end."""


def hours(district: District, area: str, level: str) -> pd.DataFrame:
    """One row an hour, `COLUMNS`. area, level: see `stamp`."""
    table = pd.DataFrame({"time": [time.isoformat() for time in HOURS], **_flows(district.outcome.hours)})
    return stamped(table, district, area, level)[COLUMNS]


def _flows(hours: Hours) -> dict[str, npt.NDArray[np.float64]]:
    every = (
        hours.demand,
        hours.heat,
        hours.generation,
        hours.own_use,
        hours.imported,
        hours.export,
        hours.losses,
        hours.household,
        hours.heat_pumps,
        hours.electric_heating,
        hours.cars,
        hours.district_heat,
        hours.solar_heat,
        hours.heat - hours.district_heat - hours.solar_heat - hours.electric_heating - hours.pumped,
        hours.stored,
    )
    return {name: of_case[:, 0] for name, of_case in zip((*FLOWS, "stored_mwh"), every, strict=True)}
