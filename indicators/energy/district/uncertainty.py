"""How far off an energy district may be: its year with factors drawn from their ranges, and which of them matters.

Each draw takes every factor from a triangle between the ends of its range with the declared value as its top; heat from
the limits of the heat model. What no factor says, the weather of another year, other roofs, other people, is not in it.
"""

from typing import Final

import numpy as np
import pandas as pd

from indicators.energy.district.balance import balance
from indicators.energy.district.stock import HEAT
from indicators.energy.district.year import year
from indicators.energy.factors import Factors

DRAWS: Final = 200
SEED: Final = 20250101
AT_ONCE: Final = 50
"""Draws whose hours are in memory together."""
PART: Final = (0.05, 0.95)
"""The ends of a range: nine tenths of the draws lie between."""
FACTORS: Final = {
    "heat": HEAT,
    "household": ("household",),
    "cars": ("cars",),
    "roofs": ("of_roofs",),
    "pumps": ("of_pumps",),
    "boilers": ("useful",),
    "battery": ("efficiency",),
}
"""What is uncertain, and the columns of a case that it multiplies."""


def ends(place: pd.Series, heat: tuple[float, float], given: Factors) -> pd.DataFrame:
    """Low and high of each of `FACTORS`, over its declared value.

    place: see `stock.of`; heat: low and high of the place's modelled heat over the model's value.
    """
    household = [
        place[f"household {end}"] / place["household"] if place["household"] else 1.0 for end in ("low", "high")
    ]
    car = given.table("electric_car")
    cars = [
        car["distance"][end] * car["consumption"][end] / (car["distance"]["km"] * car["consumption"]["kwh_per_100km"])
        for end in ("low", "high")
    ]
    losses = given.numbers["photovoltaics.losses"]
    roofs = [(100 - losses[end]) / (100 - losses["percent"]) for end in ("high", "low")]
    every = {
        "heat": heat,
        "household": household,
        "cars": cars,
        "roofs": roofs,
        "pumps": _over(given, "heat_pump.correction", "factor"),
        "boilers": _over(given, "useful_heat.boiler", "share"),
        "battery": _over(given, "battery.efficiency", "percent"),
    }
    return pd.DataFrame(every, index=["low", "high"]).T


def ranges(case: pd.DataFrame, ends_of: pd.DataFrame, given: Factors) -> pd.DataFrame:
    """low and high of every column of a year but `positive`, with the declared year always between them.

    case: one row; ends_of: see `ends`.
    """
    random = np.random.default_rng(SEED)
    times = pd.DataFrame(
        {name: random.triangular(low, 1.0, high, DRAWS) if low < high else 1.0 for name, low, high in _rows(ends_of)},
        index=range(DRAWS),
    )
    parts = [_years(case, times.iloc[at : at + AT_ONCE], given) for at in range(0, DRAWS, AT_ONCE)]
    drawn = pd.concat(parts).drop(columns="positive").astype(float)
    found = drawn.quantile(list(PART)).set_axis(["low", "high"]).T
    declared = year(case, balance(case, given), given).iloc[0][found.index].astype(float)
    return pd.DataFrame({"low": np.fmin(found["low"], declared), "high": np.fmax(found["high"], declared)})


def tornado(case: pd.DataFrame, ends_of: pd.DataFrame, given: Factors, column: str) -> pd.DataFrame:
    """A year's column with one factor at an end of its range and all others as declared: low, high, those that move it
    most first; factors that don't move it are left out."""
    times = pd.DataFrame(1.0, index=pd.MultiIndex.from_product([ends_of.index, ends_of.columns]), columns=ends_of.index)
    for name, end in times.index:
        times.loc[(name, end), name] = ends_of.loc[name, end]
    found = _years(case, times, given)[column].unstack()[["low", "high"]]
    width = (found["high"] - found["low"]).abs()
    return found.loc[width[width > 0].sort_values(ascending=False, kind="stable").index]


def _years(case: pd.DataFrame, times: pd.DataFrame, given: Factors) -> pd.DataFrame:
    """The year of a case, once a row of times: what multiplies each of `FACTORS`."""
    several = case.loc[case.index.repeat(len(times))].set_axis(times.index)
    for name, columns in FACTORS.items():
        several[list(columns)] = several[list(columns)].mul(times[name], axis=0)
    return year(several, balance(several, given), given)


def _over(given: Factors, place: str, unit: str) -> tuple[float, float]:
    entry = given.numbers[place]
    return entry["low"] / entry[unit], entry["high"] / entry[unit]


def _rows(ends_of: pd.DataFrame) -> list[tuple[str, float, float]]:
    return [(str(name), float(low), float(high)) for name, low, high in ends_of.itertuples()]
