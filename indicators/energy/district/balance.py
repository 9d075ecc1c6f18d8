"""The balance of each hour: what is needed, what is made, what stays, what comes and goes."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.energy.district import heat_pumps, profiles, sunlight
from indicators.energy.district.storage import Battery, dispatch
from indicators.energy.district.weather import HOURS
from indicators.energy.factors import Factors
from indicators.energy.sizes import SIZES

Cases = npt.NDArray[np.float64]
DAY: Final = 24
NOTHING: Final = 1e-12


@dataclass(frozen=True, eq=False)
class Hours:
    """MWh in each hour (rows) of each case (columns).

    heat: all of it, as delivered; of that district_heat, solar_heat, and pumped (what heat pumps replace).
    Electricity needed: household, heat_pumps, electric_heating, cars. Electricity made: generation; of that own_use,
    export and losses; stored: what the battery holds in the end. imported: what is needed beyond own_use.
    """

    heat: Cases
    district_heat: Cases
    solar_heat: Cases
    pumped: Cases
    household: Cases
    heat_pumps: Cases
    electric_heating: Cases
    cars: Cases
    generation: Cases
    own_use: Cases
    imported: Cases
    export: Cases
    losses: Cases
    stored: Cases

    @property
    def demand(self) -> Cases:
        """All electricity that is needed."""
        return self.household + self.heat_pumps + self.electric_heating + self.cars


def balance(cases: pd.DataFrame, given: Factors) -> Hours:
    """The balance of each case, see `indicators.energy.district.cases` for its columns."""
    column = {str(name): cases[name].to_numpy(float) for name in cases}
    heat = _heat(column, "district"), _heat(column, "other")
    solar = _solar_heat(np.outer(sunlight.collected(given), column["solar_m2"] / 1000), heat[1])
    # The sun spares all heaters outside the network alike.
    left = np.divide(heat[1] - solar, heat[1], out=np.ones_like(solar), where=heat[1] > NOTHING)
    pumps = _pumps(column, given) * left
    electric = column["electric"] * heat[1] * left
    household = np.outer(profiles.household(), column["household"])
    cars = np.outer(profiles.charging(given), column["cars"])
    generation = np.outer(sunlight.per_kwp(given), column["pv_kwp"] * column["of_roofs"] / 1000)
    demand = household + pumps + electric + cars
    direct = np.minimum(demand, generation)
    battery = Battery(column["battery_kwh"] / 1000, column["battery_kw"] / 1000, column["efficiency"])
    moved = dispatch(generation - direct, demand - direct, battery)
    return Hours(
        heat=heat[0] + heat[1],
        district_heat=heat[0],
        solar_heat=solar,
        pumped=column["heat_pumps"] * heat[1] * left,
        household=household,
        heat_pumps=pumps,
        electric_heating=electric,
        cars=cars,
        generation=generation,
        own_use=direct + moved.given,
        imported=(demand - direct - moved.given).clip(0),
        export=(generation - direct - moved.taken).clip(0),
        losses=moved.taken - moved.given - np.diff(moved.stored, axis=0, prepend=moved.stored[-1:]),
        stored=moved.stored,
    )


def _heat(column: dict[str, Cases], by: str) -> Cases:
    """Heat in each hour, by the network or anything else."""
    return np.asarray(np.sum([np.outer(sum(profiles.heat(size)), column[f"{size} {by}"]) for size in SIZES], axis=0))


def _pumps(column: dict[str, Cases], given: Factors) -> Cases:
    """Electricity of heat pumps, before the sun spares any."""
    times = column["heat_pumps"] * column["useful"] / column["of_pumps"]
    every = [np.outer(heat_pumps.electricity(given, size), times * column[f"{size} other"]) for size in SIZES]
    return np.asarray(np.sum(every, axis=0))


def _solar_heat(made: Cases, needed: Cases) -> Cases:
    """What of collectors' heat is used, spread as heat is needed: a tank holds it for the day, and no longer."""
    by_day = (len(HOURS) // DAY, DAY, made.shape[1])
    day_made, day_needed = (table.reshape(by_day).sum(axis=1) for table in (made, needed))
    used = np.minimum(day_made, day_needed)
    share = np.divide(used, day_needed, out=np.zeros_like(used), where=day_needed > NOTHING)
    return np.asarray(needed * np.repeat(share, DAY, axis=0))
