"""What if: nothing done changes nothing, everything done leaves nothing, and measures join one after the other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.areas import CITY
from indicators.energy.factors import factors
from indicators.energy.scenario import Measures, Scenario
from tests.support import extent
from tests.support.dwellings import SPACE, dataset

DATA = dataset()
GIVEN = factors()
TODAY = 0.154
NOTHING = Scenario(DATA, GIVEN, Measures(0.0, 0, 0.0, 0.0), "2020").nothing


def city(done: Measures) -> dict[str, float]:
    return Scenario(DATA, GIVEN, done, "2020").city


def test_nothing_done_changes_nothing() -> None:
    outcome = Scenario(DATA, GIVEN, NOTHING, "2020").outcome
    assert outcome["heat_then"].tolist() == pytest.approx(outcome["heat"].tolist())
    assert outcome["emissions_then"].tolist() == pytest.approx(outcome["emissions"].tolist())
    assert outcome[["heat_percent", "emissions_percent"]].to_numpy().ravel() == pytest.approx(0)


def test_half_renovated_by_hand() -> None:
    """Half of every class that uses more than 78.5 kWh/m² comes down to it; those from 2001 on stay.

    Blocks of 60, 20, 10, 5 and 5 % of 250 thousand m² and 55.017 more, and 1.432 in houses, use what is measured for
    their age times what blocks, or houses, use over both; until 1990 111/118 of that.
    """
    half = [(rate + min(rate, 78.5)) / 2 for rate in (134.6, 134.6, 135.7, 93.3, 78.5, 74.1)]
    east = 111 / 118
    times = (
        157.7 / (0.06 * 198.2 + 0.94 * 157.7) * east,
        156.6 / (0.33 * 200.3 + 0.67 * 156.6) * east,
        144.3 / (0.11 * 183.5 + 0.89 * 144.3) * east,
        136.4 / (0.26 * 155.5 + 0.74 * 136.4),
        106.5 / (0.64 * 123.8 + 0.36 * 106.5),
    )
    newest = (1.432 * 97.3 + 55.017 * 84.6) / (0.26 * 97.3 + 0.74 * 84.6)
    space = (150, 50, 25, 12.5, 12.5)
    expected = sum(m2 * one * rate for m2, one, rate in zip(space, times, half, strict=False)) + newest * half[-1]
    outcome = Scenario(DATA, GIVEN, Measures(2.0, 25, 0.0, TODAY), "2020").outcome.set_index("area")
    assert outcome["heat_then"]["70"] == pytest.approx(expected)
    assert outcome["heat_then"][CITY] == pytest.approx(2 * expected)


def test_all_connected_to_clean_district_heat_emits_nothing() -> None:
    assert city(Measures(0.0, 10, 100.0, 0.0))["emissions_then"] == pytest.approx(0)
    assert city(Measures(0.0, 10, 100.0, 0.0))["emissions_percent"] == pytest.approx(-100)


def test_connection_by_hand() -> None:
    """A fifth of the three quarters without district heat is connected: 40 % have it then, all others as before."""
    before, then = city(NOTHING), city(Measures(0.0, 10, 20.0, 0.1))
    others = before["emissions"] / before["heat"] - 0.25 * TODAY
    assert then["emissions_then"] / then["heat_then"] == pytest.approx(0.4 * 0.1 + others / 0.75 * 0.6)


def test_measures_join_one_after_the_other() -> None:
    done = Measures(1.0, 10, 30.0, 0.05)
    found = Scenario(DATA, GIVEN, done, "2020").steps
    assert list(found) == ["today", "renovated", "connected", "factor"]
    assert found["today"] == pytest.approx(city(done)["emissions"])
    assert found["renovated"] == pytest.approx(city(Measures(1.0, 10, 0.0, TODAY))["emissions_then"])
    assert found["connected"] == pytest.approx(city(Measures(1.0, 10, 30.0, TODAY))["emissions_then"])
    assert found["factor"] == pytest.approx(city(done)["emissions_then"])


def test_no_more_than_everything_is_renovated() -> None:
    assert Measures(5.0, 30, 0.0, TODAY).renovated == 1.0
    assert city(Measures(5.0, 30, 0.0, TODAY)) == pytest.approx(city(Measures(4.0, 25, 0.0, TODAY)))


@settings(max_examples=extent.examples(10))
@given(st.floats(0, 5), st.floats(0, 5), st.integers(1, 30), st.floats(0, 100), st.floats(0, 0.4))
def test_more_renovation_never_takes_more_heat(
    one: float, other: float, years: int, part: float, factor: float
) -> None:
    less, more = sorted((one, other))
    some, most = (city(Measures(rate, years, part, factor)) for rate in (less, more))
    assert most["heat_then"] <= some["heat_then"] * (1 + 1e-12) <= some["heat"] * (1 + 1e-9)
    assert most["emissions_then"] <= some["emissions_then"] * (1 + 1e-12)


def test_where_nothing_is_known_nothing_is_claimed() -> None:
    bare = dataset({(SPACE, "70", "2020"): (None, "Q")})
    outcome = Scenario(bare, GIVEN, Measures(1.0, 10, 0.0, TODAY), "2020").outcome.set_index("area")
    assert outcome.loc["70"].isna().all()
    assert outcome.loc[CITY].isna().all()
    assert outcome.loc["71"].notna().all()
