"""Electricity of heat pumps: what a kWh of heat takes in each hour.

Source: O. Ruhnau, L. Hirth, A. Praktiknjo, Time series of heat demand and heat pump efficiency for energy system
modeling, Scientific Data 6 (2019) 189: air as the source, radiators and hot water.
"""

from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.energy.district.profiles import heat
from indicators.energy.district.weather import weather
from indicators.energy.factors import Factors

Hourly = npt.NDArray[np.float64]

LEAST_LIFT: Final = 15
"""Kelvin below which the source's curve does not hold."""


def performance(given: Factors, lift: Hourly) -> Hourly:
    """Heat over electricity (COP), never below 1. lift: kelvin from the air to what is heated."""
    air = given.numbers["heat_pump.air"]
    lift = np.maximum(lift, LEAST_LIFT)
    every = air["constant"] + air["linear"] * lift + air["square"] * lift**2
    return np.maximum(given.numbers["heat_pump.correction"]["factor"] * every, 1.0)


def of_space(given: Factors) -> Hourly:
    """COP of heating rooms in each hour: the colder it is outside, the hotter the radiators."""
    outside, radiators = weather()["temperature"].to_numpy(float), given.numbers["heat_pump.radiators"]
    flow = radiators["at_0"] + radiators["per_k"] * outside
    return performance(given, flow - outside)


def of_water(given: Factors) -> Hourly:
    """COP of heating water in each hour."""
    outside = weather()["temperature"].to_numpy(float)
    return performance(given, given.numbers["heat_pump.water"]["celsius"] - outside)


@lru_cache(8)
def electricity(given: Factors, size: str) -> Hourly:
    """kWh of electricity in each hour for a kWh of heat a year, of buildings of a size (`SIZES`)."""
    space, water = heat(size)
    return space / of_space(given) + water / of_water(given)
