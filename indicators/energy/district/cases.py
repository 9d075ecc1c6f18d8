"""Cases to be balanced: a place, or one draw of its uncertain factors, after the measures; a row each.

Columns: `HEAT` after renovation and connection in MWh a year; household, cars (electricity, MWh a year); pv_kwp,
solar_m2, battery_kwh, battery_kw; heat_pumps, electric: shares of the heat outside the network that heat pumps and
electric heaters give; renewable: share of district heat; of_roofs, of_pumps: times the yield of photovoltaics and the
COP, 1 but in a draw; useful: heat that a kWh of fuel gave; efficiency: of the battery.
"""

from typing import Final

import pandas as pd

from indicators.energy.district.measures import Measures
from indicators.energy.district.stock import HEAT
from indicators.energy.factors import Factors
from indicators.energy.sizes import SIZES

COLUMNS: Final = [
    *HEAT,
    "household",
    "cars",
    "pv_kwp",
    "solar_m2",
    "battery_kwh",
    "battery_kw",
    "heat_pumps",
    "electric",
    "renewable",
    "of_roofs",
    "of_pumps",
    "useful",
    "efficiency",
]


def cases(places: pd.DataFrame, done: Measures, given: Factors) -> pd.DataFrame:
    """One case a place, `COLUMNS`. places: columns of `stock.COLUMNS`."""
    found = pd.DataFrame(index=places.index)
    renovated, connected, pumps = (share / 100 for share in (done.renovation, done.connected, done.heat_pumps))
    for size in SIZES:
        network, other = (
            places[f"{size} {by}"] - renovated * places[f"{size} {by} spared"] for by in ("district", "other")
        )
        found[f"{size} district"] = network + connected * other
        found[f"{size} other"] = (1 - connected) * other
    found["household"] = places["household"]
    found["cars"] = places["cars"] * per_car(given) / 1000 if done.cars else 0.0
    for measure in ("pv_kwp", "solar_m2", "battery_kwh", "battery_kw"):
        found[measure] = getattr(done, measure)
    # Heat pumps replace all other heaters outside the network alike.
    burnt_or_electric = 1 - given.rest["heat_pump"]
    found["heat_pumps"] = pumps
    found["electric"] = (1 - pumps) * given.rest["electricity"] / burnt_or_electric if burnt_or_electric else 0.0
    found["renewable"] = done.renewable_heat / 100
    return found.assign(
        of_roofs=1.0,
        of_pumps=1.0,
        useful=given.numbers["useful_heat.boiler"]["share"],
        efficiency=given.numbers["battery.efficiency"]["percent"] / 100,
    )[COLUMNS]


def per_car(given: Factors) -> float:
    """kWh a year of one electric car."""
    car = given.table("electric_car")
    return car["distance"]["km"] * car["consumption"]["kwh_per_100km"] / 100
