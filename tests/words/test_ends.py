"""Ends of a change as readers check them: what they compute from the ends is the change that is told."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import rounded
from words.ends import Exactness, exactness

SHARES = st.floats(-100, 100).map(lambda value: round(value, 6))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        # 43.6 − 42.3 is 1.3, 43.64 − 42.26 is 1.38, which is 1.4.
        (43.64, 42.26, Exactness(2, True)),
        (43.57, 42.26, Exactness(1, True)),
        # By 0.1 between equal ends, until they have two decimals.
        (2.26, 2.32, Exactness(2, True)),
        # Hardly, though 5.1 and 5.2 differ.
        (5.14, 5.16, Exactness(2, True)),
        (5.16, 5.16, Exactness(1, True)),
        # 0.0501 is 0.1; 2.0 and 2.1 fit that.
        (2.0499, 2.1, Exactness(1, True)),
        # 0.05002 is 0.1; 2.12 − 2.07 is 0.05 and told as 0.1, too.
        (2.06999, 2.12001, Exactness(2, True)),
        # 0.14999 is 0.1, but 1.2 − 1.0, 1.17 − 1.02 and 1.174 − 1.024 are all told as 0.2.
        (1.02449, 1.17448, Exactness(1, False)),
    ],
)
def test_points(start: float, end: float, found: Exactness) -> None:
    assert exactness(start, end, end - start, 1, 1, percent=False) == found


def test_percent_is_of_the_start() -> None:
    """7.06 ÷ 6.94 is 1.7% more; 7 ÷ 7 nothing, 7.1 ÷ 6.9 2.9%, 7.06 ÷ 6.94 it is."""
    assert exactness(6.94, 7.06, 100 * 0.12 / 6.94, 0, 1, percent=True) == Exactness(2, True)
    assert exactness(2_000, 2_100, 5, 0, 1, percent=True) == Exactness(0, True)


def test_what_starts_at_zero_has_nothing_to_agree_with() -> None:
    assert exactness(0, 5, nan, 0, 1, percent=True) == Exactness(0, True)


@given(SHARES, SHARES, st.integers(0, 1))
def test_told_ends_give_the_told_change(start: float, end: float, decimals: int) -> None:
    change = end - start
    found = exactness(start, end, change, decimals, 1, percent=False)
    first, last = (rounded(value, found.decimals) for value in (start, end))
    assert decimals <= found.decimals <= decimals + 2
    if rounded(change, 1):
        assert first != last
        assert (last > first) == (change > 0)
    # Exact decimals, not those that the function computes with.
    assert found.agree == (rounded(float(last - first), 1) == rounded(change, 1))
