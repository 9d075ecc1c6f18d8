"""Limits around modelled heat."""

import pytest

from data import store
from data.areas import CITY
from indicators.catalogue import load
from indicators.energy.uncertainty import heat_band, limits_of
from indicators.figures.values import values
from tests.support.dwellings import SPACE, dataset


def test_limits_by_hand() -> None:
    """The oldest that the ages may be is what they are but for 77 buildings, the newest puts 9 and 77 a class later;
    by dwellings, 250 of 306.449 thousand m² use 0.8 × 134.6 + 0.1 × 135.7 + 0.05 × (93.3 + 78.5), the rest 74.1.
    """
    found = heat_band(dataset()).set_index(["area", "period"])
    oldest = (413 * 134.6 + 9 * 135.7 + 77 * 93.3 + 82 * 74.1) / 581 * 306.449
    newest = (413 * 134.6 + 9 * 126.2 + 77 * 78.5 + 82 * 74.1) / 581 * 306.449
    dwellings = 250 * (0.8 * 134.6 + 0.1 * 135.7 + 0.05 * (93.3 + 78.5)) + 56.449 * 74.1
    low, high = found["value"]["70", "2020"], max(oldest, newest, dwellings)
    assert low < min(oldest, newest, dwellings), "all of the made-up living space but ten houses is in blocks"
    assert found["low"]["70", "2020"] == pytest.approx(0.91 * low)
    assert found["high"]["70", "2020"] == pytest.approx(1.09 * high)
    assert found["low"][CITY, "2020"] == pytest.approx(2 * 0.91 * low)


def test_every_value_lies_inside_its_limits(snapshot: store.Dataset) -> None:
    band = heat_band(snapshot)
    assert (band["low"] < band["value"]).all()
    assert (band["value"] < band["high"]).all()
    assert set(band["area"]) == set(snapshot.areas["code"])


def test_the_citys_limits_of_2020_are_plausible(snapshot: store.Dataset) -> None:
    city = heat_band(snapshot).query(f"area == '{CITY}' and period == '2020'").iloc[0]
    assert 2_300e3 < city["low"] < city["value"] < city["high"] < 3_300e3


def test_the_city_has_no_limits_where_a_district_has_no_value() -> None:
    band = heat_band(dataset({(SPACE, "70", "2020"): (None, "Q")})).query("period == '2020'").set_index("area")
    assert band["low"].isna().to_dict() == {"70": True, "71": False, "7": True, CITY: True}
    assert band["high"].isna().to_dict() == band["low"].isna().to_dict()


@pytest.mark.parametrize("id", ["residential_heat", "residential_heat_per_resident", "residential_heat_per_m2"])
def test_limits_in_the_unit_of_an_indicator(snapshot: store.Dataset, id: str) -> None:
    keys = ["area", "period"]
    both = limits_of(snapshot, load()[id]).merge(values(snapshot, load()[id]), on=keys)
    heat = heat_band(snapshot)
    relative = both.set_index(keys)["low"] / both.set_index(keys)["value"]
    expected = heat.set_index(keys)["low"] / heat.set_index(keys)["value"]
    assert relative.to_dict() == pytest.approx(expected.to_dict())


@pytest.mark.parametrize("id", ["heating_emissions_per_resident", "population"])
def test_nothing_else_has_limits(snapshot: store.Dataset, id: str) -> None:
    assert limits_of(snapshot, load()[id]).empty
