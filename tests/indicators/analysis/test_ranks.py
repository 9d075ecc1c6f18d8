"""Places in an order: what looks the same is level."""

from math import nan

import pytest

from indicators.analysis.ranks import ranks


def test_what_looks_the_same_shares_the_better_rank() -> None:
    values = {"a": 40.04, "b": 42.0, "c": 39.96, "d": nan, "e": 30.0}
    assert ranks(values, 1) == {"b": (1, 4, 1), "a": (2, 4, 2), "c": (2, 4, 2), "e": (4, 4, 1)}


def test_the_lowest_is_first_where_it_is_the_best() -> None:
    assert ranks({"a": 2.0, "b": 2.5, "c": 1.9}, 1, best_low=True) == {"c": (1, 3, 1), "a": (2, 3, 1), "b": (3, 3, 1)}


@pytest.mark.parametrize("values", [{}, {"a": nan}])
def test_nothing_known_has_no_rank(values: dict[str, float]) -> None:
    assert ranks(values, 1) == {}
