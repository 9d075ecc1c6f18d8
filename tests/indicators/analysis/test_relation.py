"""Correlation against other ways to compute it, and pairs of the same area and period only."""

from math import isnan, nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.analysis.relation import correlation, matched, straight_line
from indicators.figures.grid import VALUES

WHOLE = st.integers(-1000, 1000)
PAIRS = st.lists(st.tuples(WHOLE, WHOLE), min_size=5, max_size=40)


def values(*rows: tuple[str, str, float]) -> pd.DataFrame:
    cells = [(area, period, value, "M" if isnan(value) else "A") for area, period, value in rows]
    return pd.DataFrame(cells, columns=VALUES)


@given(PAIRS)
def test_pearson_is_that_of_numpy(pairs: list[tuple[int, int]]) -> None:
    x, y = map(np.array, zip(*pairs, strict=True))
    assume(np.ptp(x) > 0 and np.ptp(y) > 0)
    assert correlation(x, y).pearson == pytest.approx(np.corrcoef(x, y)[0, 1], abs=1e-9)


def test_spearman_by_hand() -> None:
    """Ranks 1 2 3 4 5 beside 2 1 4 3 5: squared differences add to 4, so 1 − 6 · 4 / (5 · 24) = 0.8."""
    found = correlation([10, 20, 30, 40, 500], [7, 3, 12, 9, 13])
    assert found.spearman == pytest.approx(0.8)
    # t = 0.8 · √(3 / 0.36) = 2.3094 with 3 degrees of freedom.
    assert found.p == pytest.approx(0.1041, abs=1e-4)


def test_equal_values_share_their_mean_rank() -> None:
    """Ranks 1 2.5 2.5 4 5 beside 1 2 3 4 5: the sum of products 9.5 over √(9.5 · 10)."""
    assert correlation([1, 2, 2, 3, 4], [1, 2, 3, 4, 5]).spearman == pytest.approx(9.5 / np.sqrt(95))


def test_an_order_without_a_straight_line() -> None:
    found = correlation([1, 2, 3, 4, 5, 6], [1, 10, 100, 1e3, 1e4, 1e5])
    assert found.spearman == pytest.approx(1)
    assert found.pearson < 0.8


@given(PAIRS)
def test_sides_may_be_swapped(pairs: list[tuple[int, int]]) -> None:
    x, y = zip(*pairs, strict=True)
    one, other = correlation(x, y), correlation(y, x)
    assert one.pearson == pytest.approx(other.pearson, nan_ok=True)
    assert one.spearman == pytest.approx(other.spearman, nan_ok=True)


def test_pairs_with_a_missing_value_are_left_out() -> None:
    found = correlation([1, 2, nan, 3, 4, 5, 6], [2, 4, 6, 8, 10, 13, nan])
    assert found == correlation([1, 2, 3, 4, 5], [2, 4, 8, 10, 13])
    assert found.n == 5


@pytest.mark.parametrize(
    ("x", "y", "n"),
    [
        ([], [], 0),
        ([1, 2, 3, 4], [1, 2, 3, 4], 4),
        ([1, 2, 3, 4, nan], [1, 2, 3, 4, 5], 4),
        ([3, 3, 3, 3, 3], [1, 2, 3, 4, 5], 5),
        ([1, 2, 3, 4, 5], [0.1 + 0.2, 0.3, 0.3, 0.3, 0.3], 5),
    ],
)
def test_too_little_to_tell(x: list[float], y: list[float], n: int) -> None:
    found = correlation(x, y)
    assert found.n == n
    assert all(map(isnan, (found.pearson, found.spearman, found.effective, found.p)))


def test_sides_of_different_length() -> None:
    with pytest.raises(ValueError, match="2 values stand beside 3"):
        correlation([1, 2], [1, 2, 3])


def test_the_straight_line() -> None:
    line = straight_line([0, 1, 2, 3, 4, nan], [1, 3, 5, 7, 9, 100])
    assert line is not None
    assert (line.slope, line.intercept) == pytest.approx((2, 1))
    assert straight_line([1, 2, 3, 4], [1, 2, 3, 4]) is None
    assert straight_line([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]) is None


def test_only_the_same_area_and_period_are_matched() -> None:
    left = values(("2", "2021", 3.0), ("1", "2020", 1.0), ("1", "2021", nan), ("3", "2020", 9.0))
    right = values(("1", "2021", 20.0), ("1", "2020", 10.0), ("2", "2020", 30.0), ("3", "2020-Q1", 90.0))
    found = matched(left.astype({"area": "category"}), right)
    assert found.columns.tolist() == ["area", "period", "x", "y"]
    assert found.fillna(-1).to_numpy().tolist() == [["1", "2020", 1, 10], ["1", "2021", -1, 20]]


def test_a_value_that_stands_twice_is_refused() -> None:
    twice = values(("1", "2020", 1.0), ("1", "2020", 2.0))
    with pytest.raises(ValueError, match="one-to-one"):
        matched(twice, twice.iloc[:1])
