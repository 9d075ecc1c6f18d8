"""How a year's demand is spread over its hours: standard load profiles of BDEW, by the clocks that people live by.

Sources: BDEW, Standardlastprofile Strom 2025 (H25); BDEW, VKU, GEODE, Abwicklung von Standardlastprofilen Gas
(one- and two-family houses, multi-family houses), as `demandlib` computes them.
"""

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.energy.district.weather import HOLIDAYS, HOURS, YEAR, by_the_clock, weather
from indicators.energy.factors import Factors
from indicators.energy.sizes import SIZES

Hourly = npt.NDArray[np.float64]

STANDARD: Final = dict(zip(SIZES, ("EFH", "MFH"), strict=True))
"""What BDEW calls one- and two-family houses, and blocks."""
MEAN_STOCK: Final = 11
"""The class of BDEW for the mean of old and new buildings."""
NOT_WINDY: Final = 0


@cache
def household() -> Hourly:
    """Share of a year's electricity of households in each hour; they add up to 1."""
    from demandlib.bdew import H25  # takes a while to load, which only the first energy district should pay

    quarters = pd.date_range(f"{YEAR}-01-01", periods=4 * len(HOURS), freq="15min")
    power = by_the_clock(H25(quarters, holidays=HOLIDAYS).to_numpy(float).reshape(-1, 4).mean(axis=1))
    return np.asarray(power / power.sum())


@cache
def heat(size: str) -> tuple[Hourly, Hourly]:
    """Shares of a year's heat in each hour, of space and of hot water; both together add up to 1."""
    from demandlib.bdew import HeatBuilding  # takes a while to load, which only the first energy district should pay

    local = pd.DatetimeIndex(HOURS.tz_localize(None), freq="h")
    temperature = weather()["temperature"].reset_index(drop=True)
    building = HeatBuilding(
        local,
        holidays=HOLIDAYS,
        temperature=temperature,
        shlp_type=STANDARD[size],
        building_class=MEAN_STOCK,
        wind_class=NOT_WINDY,
    )
    every = building.get_normalized_bdew_profile().to_numpy(float)
    # A day's demand is a curve of its temperature and, for hot water, a constant that is the same all the year.
    a, b, c, constant = building.get_sigmoid_parameters()
    curve = a / (1 + (b / (building.df["temperature_geo"].to_numpy(float) - 40)) ** c)
    both, water = by_the_clock(every), by_the_clock(every * constant / (curve + constant))
    return (both - water) / both.sum(), water / both.sum()


def charging(given: Factors) -> Hourly:
    """Share of a year's charging in each hour, every day alike; they add up to 1."""
    day = np.array(list(given.numbers["charging.home"].values()))
    every = by_the_clock(np.tile(day, len(HOURS) // len(day)))
    return np.asarray(every / every.sum())
