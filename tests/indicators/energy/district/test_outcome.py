"""An energy district as a whole: sums of places, what makes one positive, and where nobody lives."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from data.store import Dataset
from indicators.energy.district.asked import District
from indicators.energy.district.balance import balance
from indicators.energy.district.cases import cases
from indicators.energy.district.measures import WITH_ROOFS, Measures, checked
from indicators.energy.district.outcome import of_ortsteile, outcome
from indicators.energy.district.presets import PRESETS, preset
from indicators.energy.district.stock import COLUMNS, OTHERS, of, ortsteile, plausible_kwp
from indicators.energy.district.year import year
from indicators.energy.factors import factors
from tests.indicators.energy.district.places import AREAS, PERIOD, dataset

DATA = dataset()
GIVEN = factors()
DONE = Measures(30, 10, 40, 50, 9_000, 500, 4_000, 2_000, cars=True)
ADDITIVE = ("electricity_demand_mwh", "heat_demand_mwh", "generation_mwh", "district_heat_mwh", "final_energy_mwh")


def test_demand_and_generation_of_the_city_are_sums(snapshot: Dataset) -> None:
    every = ortsteile(snapshot, GIVEN)
    done = replace(DONE, pv_kwp=800_000)
    whole = outcome(snapshot, tuple(every.index), done, GIVEN)
    parts = of_ortsteile(snapshot, done, GIVEN, plausible_kwp(whole.place, GIVEN))
    for column in ADDITIVE:
        assert parts[column].sum() == pytest.approx(whole.year[column])
    # Together they use more of what they make, so that is no sum.
    assert parts["own_use_mwh"].sum() < whole.year["own_use_mwh"]


@pytest.mark.parametrize("pv_kwp", [0, 50_000])
def test_the_power_needed_makes_it_positive_whatever_there_is(pv_kwp: float) -> None:
    found = outcome(DATA, AREAS, replace(DONE, pv_kwp=pv_kwp), GIVEN).year
    enough = outcome(DATA, AREAS, replace(DONE, pv_kwp=found["kwp_needed"]), GIVEN).year
    less = outcome(DATA, AREAS, replace(DONE, pv_kwp=0.999 * found["kwp_needed"]), GIVEN).year
    assert enough["short_mwh"] == pytest.approx(0, abs=1e-6)
    assert [bool(enough["positive"]), bool(less["positive"])] == [True, False]
    assert enough["kwp_needed"] == pytest.approx(found["kwp_needed"])


def test_the_parts_of_a_year_add_up() -> None:
    found = outcome(DATA, AREAS, DONE, GIVEN)
    own = found.year
    electricity = own[["household_mwh", "heat_pumps_mwh", "electric_heating_mwh", "cars_mwh"]].sum()
    assert electricity == pytest.approx(own["electricity_demand_mwh"])
    assert own["own_use_mwh"] + own["import_mwh"] == pytest.approx(own["electricity_demand_mwh"])
    assert own["own_use_mwh"] + own["export_mwh"] + own["losses_mwh"] == pytest.approx(own["generation_mwh"])
    heat = own[["district_heat_mwh", "solar_heat_mwh", "burnt_mwh", "electric_heating_mwh"]].sum()
    assert heat + found.hours.pumped.sum() == pytest.approx(own["heat_demand_mwh"])
    bought = own[["household_mwh", "cars_mwh", "heat_pumps_mwh"]].sum() + heat
    assert bought == pytest.approx(own["final_energy_mwh"])


def test_where_nobody_lives_nothing_is_positive() -> None:
    place = pd.DataFrame([dict.fromkeys(COLUMNS, 0.0)], index=["place"])
    empty = cases(place, replace(DONE, pv_kwp=0), GIVEN)
    found = year(empty, balance(empty, GIVEN), GIVEN).iloc[0]
    assert np.isnan(found["positive"])
    assert np.isnan(found["self_sufficiency"])
    assert found["kwp_needed"] == found["final_energy_mwh"] == found["emissions_t"] == 0


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_within_its_bounds(snapshot: Dataset, name: str) -> None:
    every = ortsteile(snapshot, GIVEN)
    for codes in ([every.index[0]], list(every.index)):
        place = of(every, codes)
        found = preset(name, place, GIVEN)
        assert checked(found) == found
        # What nobody publishes is none today, and no preset but the one of roofs and the one of all has it.
        assert any(getattr(found, measure) for measure in WITH_ROOFS) == (name in ("roofs", "all"))


def test_there_is_no_other_preset() -> None:
    with pytest.raises(ValueError, match="today, renovation, roofs, network, all"):
        preset("none", of(ortsteile(DATA, GIVEN), ["70"]), GIVEN)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (replace(DONE, renovation=101), "renovation is 101, expected 0 to 100"),
        (replace(DONE, pv_kwp=-1), "pv_kwp is -1"),
        (replace(DONE, solar_m2=float("nan")), "solar_m2 is nan"),
        (replace(DONE, battery_kwh=float("inf")), "battery_kwh is inf"),
    ],
)
def test_a_wrong_measure_is_named(wrong: Measures, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        outcome(DATA, AREAS, wrong, GIVEN)


def test_every_place_uses_its_roofs_as_the_one_that_the_measures_are_for() -> None:
    """Both places are alike, so that each needs, and makes, half of what they do together."""
    both = District(DATA, AREAS, "Lindenau", DONE, GIVEN)
    half = both.outcome.year / 2
    for code in AREAS:
        assert both.every.loc[code, "kwp_needed"] == pytest.approx(half["kwp_needed"])
        assert both.every.loc[code, "import_mwh"] == pytest.approx(half["import_mwh"])


def test_houses_get_the_part_of_their_roofs_and_not_as_much_as_blocks() -> None:
    """600 houses of 10 kWp in the one and 10 houses with 590 blocks of 30 kWp in the other bear 6,000 and 17,800 kWp:
    what fills half of the blocks' roofs fills half of the houses'."""
    houses = dataset({(OTHERS["houses"], "71", PERIOD): (600.0, "A")})
    found = of_ortsteile(houses, replace(DONE, pv_kwp=8_900), GIVEN, roofs=17_800)
    same = outcome(houses, ("71",), replace(DONE, pv_kwp=3_000), GIVEN).year
    assert found.loc["71", "generation_mwh"] == pytest.approx(same["generation_mwh"])
    assert found.loc["70", "generation_mwh"] == pytest.approx(same["generation_mwh"] * 8_900 / 3_000)
