"""A battery: by hand, at its limits, and a year that ends as it began."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.energy.district.storage import Battery, Dispatch, dispatch


def _run(surplus: list[float], need: list[float], capacity: float, power: float, efficiency: float = 0.81) -> Dispatch:
    battery = Battery(np.array([capacity]), np.array([power]), np.array([efficiency]))
    return dispatch(np.array([surplus]).T, np.array([need]).T, battery)


def test_three_hours_by_hand() -> None:
    """Nine tenths each way; 5 at most go in or out, 8 is full.

    It begins with what it ends with: it is full before the third hour, in which 5 are given, which takes 5.5556 out of
    it, so 2.4444. First hour: 5 go in, 4.5 are kept. Second: there is room for 1.0556, for which 1.1728 go in.
    """
    found = _run([10, 3, 0], [0, 0, 20], capacity=8, power=5)
    assert found.taken[:, 0] == pytest.approx([5, 1.1728, 0], abs=1e-4)
    assert found.given[:, 0] == pytest.approx([0, 0, 5])
    assert found.stored[:, 0] == pytest.approx([6.9444, 8, 2.4444], abs=1e-4)


def test_what_is_never_needed_is_not_stored_for_ever() -> None:
    found = _run([10, 3, 0], [0, 0, 0], capacity=8, power=5)
    assert found.stored[:, 0].tolist() == [8, 8, 8]
    assert found.taken.sum() == found.given.sum() == 0


def test_no_battery_moves_nothing() -> None:
    found = _run([10, 3, 0], [0, 0, 20], capacity=0, power=5)
    assert found.taken.sum() == found.given.sum() == found.stored.sum() == 0


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.floats(-20, 20), min_size=4, max_size=12),
    st.floats(0.1, 1e6),
    st.floats(0.1, 1e6),
    st.floats(0.5, 1.0),
)
def test_a_year_ends_as_it_began(left: list[float], capacity: float, power: float, efficiency: float) -> None:
    """Whatever the battery holds, also so much that it is never full or never empty."""
    surplus, need = ([max(sign * each, 0.0) for each in left] for sign in (1, -1))
    found = _run(surplus, need, capacity, power, efficiency)
    before = found.stored[0] - found.taken[0] * efficiency**0.5 + found.given[0] / efficiency**0.5
    assert before == pytest.approx(found.stored[-1], abs=1e-6)
    assert found.stored.min() >= 0
    assert found.stored.max() <= capacity
    assert np.minimum(found.taken, found.given).max() == 0
    assert np.all(found.given[:, 0] <= np.minimum(need, power) + 1e-9)
    assert np.all(found.taken[:, 0] <= np.minimum(surplus, power) + 1e-9)
