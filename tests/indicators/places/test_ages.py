"""Shares of age groups that follow from the ratios."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import CITY
from data.store import Dataset
from indicators.places.ages import age_groups, shares
from indicators.places.place import Place


def test_shares_by_hand() -> None:
    """20 young and 30 old for 100 between make 150 residents."""
    found = shares("2023", 20, 30)
    assert (found.young, found.middle, found.old) == pytest.approx((13.3333, 66.6667, 20.0), abs=1e-4)


@given(st.floats(0, 200), st.floats(0, 200))
def test_shares_make_a_whole_and_keep_the_ratios(youth: float, old_age: float) -> None:
    found = shares("2023", youth, old_age)
    assert found.young + found.middle + found.old == pytest.approx(100)
    assert 100 * found.young / found.middle == pytest.approx(youth, abs=1e-9)
    assert 100 * found.old / found.middle == pytest.approx(old_age, abs=1e-9)


def test_a_place_and_its_city_are_of_one_year(snapshot: Dataset) -> None:
    found = age_groups(snapshot, Place("51", "ortsteil"))
    assert list(found) == ["51", CITY]
    assert found["51"].period == found[CITY].period
    assert not found["51"].doubtful


def test_nothing_is_told_of_a_place_without_ratios(snapshot: Dataset) -> None:
    assert age_groups(snapshot, Place("nowhere", "ortsteil")) == {}
