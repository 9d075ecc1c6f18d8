"""How demand is spread over the hours: the profiles that others publish, by the clocks that people live by."""

import numpy as np
import pandas as pd
import pytest
from demandlib.bdew import H25

from indicators.energy.district import heat_pumps, profiles
from indicators.energy.district.weather import HOLIDAYS, HOURS
from indicators.energy.factors import factors
from indicators.energy.sizes import SIZES


def test_households_are_those_of_bdew_by_the_clock() -> None:
    """The share of an hour is H25's; in summer clocks are an hour ahead of the hours here."""
    quarters = H25(pd.date_range("2025-01-01", periods=35_040, freq="15min"), holidays=HOLIDAYS)
    by_hour = quarters.resample("h").mean()
    own = pd.Series(profiles.household(), HOURS)
    assert own.sum() == pytest.approx(1)
    for clock, hour in (
        ("2025-01-15 19:00", "2025-01-15 19:00+01:00"),
        ("2025-07-16 19:00", "2025-07-16 18:00+01:00"),
        ("2025-12-31 23:00", "2025-12-31 23:00+01:00"),
    ):
        expected = by_hour[pd.Timestamp(clock)] / by_hour.sum()
        assert own[pd.Timestamp(hour)] == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("size", SIZES)
def test_heat_has_the_full_load_hours_of_dwellings(size: str) -> None:
    space, water = profiles.heat(size)
    both = space + water
    assert both.sum() == pytest.approx(1)
    assert 1_800 < 1 / both.max() < 3_500
    assert 0.08 < water.sum() < 0.25
    by_month = pd.Series(space).groupby(HOURS.month).sum()
    assert by_month[[6, 7, 8]].sum() < 0.06 < by_month[1]


def test_cars_are_charged_when_their_drivers_are_back() -> None:
    every = pd.Series(profiles.charging(factors()), HOURS)
    assert every.sum() == pytest.approx(1)
    of_a_day = every.loc["2025-02-04":"2025-02-04"]
    assert of_a_day.argmax() == 20
    assert of_a_day.sum() == pytest.approx(1 / 365, rel=1e-3)


@pytest.mark.parametrize(
    ("outside", "lift", "cop"),
    [
        # 6.0801 − 0.0941 × 40 + 0.0005 × 1600 = 3.1161; − 0.0941 × 60 + 0.0005 × 3600 = 2.2341; × 0.85.
        (0, 40, 2.648685),
        (-10, 60, 1.898985),
    ],
)
def test_a_heat_pump_by_hand(outside: float, lift: float, cop: float) -> None:
    radiators = factors().numbers["heat_pump.radiators"]
    assert radiators["at_0"] + radiators["per_k"] * outside - outside == lift
    assert heat_pumps.performance(factors(), np.array([lift]))[0] == pytest.approx(cop)


def test_heat_pumps_do_as_well_in_a_year_as_in_the_field() -> None:
    """Fraunhofer ISE measured 2.6 and more with air as the source in old buildings (2025)."""
    for size in SIZES:
        assert 2.6 < 1 / heat_pumps.electricity(factors(), size).sum() < 3.4
