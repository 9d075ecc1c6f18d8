"""Steps of change by hand, and what must hold for all of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indicators.figures.cuts import MOST, roundest
from indicators.figures.steps import change_steps, tell_apart


def test_steps_are_quarters_of_sizes_and_what_is_steady() -> None:
    """Sizes 1 to 12: quarters end at 3, 6 and 9; the median is 6.5, a tenth of which is 0.65, so 0.5 is steady."""
    changes = np.array([-1, 2, 3, 4, -5, 6, 7, 8, 9, -10, 11, 12], float)
    assert change_steps(changes, 1) == (0.5, 4.0, 7.0, 10.0)


def test_steps_of_changes_that_are_all_alike() -> None:
    """None is near zero; the steps between 100 and 104 tell them apart all the same."""
    changes = np.array([100.0, 101.0, 102.0, 103.0, 104.0])
    assert change_steps(changes, 0) == (10.0, 102.0, 103.0, 104.0)


def test_where_nothing_changed_there_are_no_steps() -> None:
    assert change_steps(np.array([0.0, 0.0, np.nan]), 1) == ()
    assert change_steps(np.array([np.nan]), 1) == ()


def test_the_smallest_change_that_can_be_shown_is_a_change() -> None:
    assert change_steps(np.array([0.0, 0.1, -0.1, 0.1]), 1)[0] == 0.1


def test_the_roundest_number_of_a_stretch() -> None:
    assert roundest(5873, 6012, 0) == 6000
    assert roundest(3.7, 3.9, 1) == 3.8
    assert roundest(-0.3, 0.4, 1) == 0
    assert roundest(-261, -238, 0) == -250
    assert roundest(2.34, 2.34, 2) == 2.34


@given(st.lists(st.integers(-400, 400), min_size=1, max_size=63), st.integers(0, 2))
def test_no_class_is_crowded_unless_its_changes_look_the_same(units: list[int], decimals: int) -> None:
    changes = np.array(units) / 10**decimals
    steps = change_steps(changes, decimals)
    assert list(steps) == sorted(set(steps))
    assert tell_apart(steps, -changes) == tell_apart(steps, changes)
    classes = np.sign(changes) * np.searchsorted(steps, np.abs(changes), "right")
    for each in np.unique(classes):
        held = changes[classes == each]
        assert len(held) <= MOST * len(changes) or len(set(np.abs(held))) == 1 or np.abs(held).max() < steps[0]
