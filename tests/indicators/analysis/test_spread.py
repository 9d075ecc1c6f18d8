"""How far figures lie apart, against scipy and by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from indicators.analysis.spread import spread

NAN = math.nan
FIGURES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=70)


@given(FIGURES)
def test_the_spread_is_scipys(figures: list[float]) -> None:
    expected = float(stats.median_abs_deviation(figures, scale="normal"))
    assert spread(figures) == pytest.approx(expected, rel=1e-5)


def test_a_spread_by_hand() -> None:
    """The median of 1, 2, 4, 7, 30 is 4; the deviations 3, 2, 0, 3, 26 have the median 3."""
    assert spread([1, 2, NAN, 4, 7, 30]) == pytest.approx(3 * 1.4826)
    assert math.isnan(spread([NAN]))
