"""Energy is conserved in every hour, whatever is done, and hours add up to the year that they were spread from."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.energy.district import sunlight
from indicators.energy.district.balance import Hours, balance
from indicators.energy.district.cases import cases
from indicators.energy.district.measures import Measures
from indicators.energy.district.stock import COLUMNS
from indicators.energy.factors import factors

PLACE = pd.DataFrame([dict.fromkeys(COLUMNS, 100.0)], index=["place"]).assign(household=2_000.0, cars=50.0)
"""400 MWh of heat, all of which renovation would spare, 2,000 MWh of electricity and 50 electric cars."""

percent = st.floats(0, 100)
amount = st.floats(0, 5_000)
measures = st.builds(Measures, percent, percent, percent, percent, amount, amount, amount, amount, st.booleans())


several = st.lists(measures, min_size=5, max_size=5)
"""Balanced together: a year of many cases takes hardly longer than that of one."""


def _hours(*done: Measures) -> Hours:
    return balance(pd.concat([cases(PLACE, each, factors()) for each in done]), factors())


@settings(max_examples=4, deadline=None)
@given(several)
def test_every_hour_is_balanced(done: list[Measures]) -> None:
    hours = _hours(*done)
    change = np.diff(hours.stored, axis=0, prepend=hours.stored[-1:])
    assert np.allclose(hours.demand, hours.own_use + hours.imported, atol=1e-9)
    assert np.allclose(hours.generation, hours.own_use + hours.export + hours.losses + change, atol=1e-9)
    for flow in (hours.own_use, hours.imported, hours.export, hours.losses, hours.stored, hours.solar_heat):
        assert flow.min() > -1e-9


@settings(max_examples=2, deadline=None)
@given(several)
def test_hours_add_up_to_the_year_they_were_spread_from(done: list[Measures]) -> None:
    hours = _hours(*done)
    assert np.allclose(hours.household.sum(axis=0), 2_000, rtol=1e-6)
    # 20 kWh per 100 km × 12,320 km are 2,464 kWh a car.
    assert np.allclose(hours.cars.sum(axis=0), [50 * 2.464 * each.cars for each in done], rtol=1e-6)
    left = [400 * (1 - each.renovation / 100) for each in done]
    assert np.allclose(hours.heat.sum(axis=0), left, rtol=1e-6, atol=1e-9)


def test_the_sun_heats_what_is_needed_that_day_and_no_more() -> None:
    """200 MWh are heated outside the network. A square metre's heat is always needed; of 5,000 it is not in summer."""
    little, much = _hours(Measures(solar_m2=1)), _hours(Measures(solar_m2=5_000))
    collected = sunlight.collected(factors()) / 1000
    assert little.solar_heat.sum() == pytest.approx(collected.sum())
    own = slice(24 * 200, 24 * 201)
    assert much.solar_heat[own] == pytest.approx(much.heat[own] - much.district_heat[own])
    assert much.pumped[own].max() == pytest.approx(0)
    assert much.solar_heat.sum() < 5_000 * collected.sum()


def test_a_battery_moves_the_midday_to_the_evening() -> None:
    without, with_one = (_hours(Measures(pv_kwp=2_000, battery_kwh=held, battery_kw=held)) for held in (0, 2_000))
    assert with_one.own_use.sum() > without.own_use.sum()
    assert with_one.export.sum() < without.export.sum()
    assert without.losses.sum() == 0 < with_one.losses.sum()
