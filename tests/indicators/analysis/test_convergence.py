"""How far districts lie apart: against hand-made cases, PySAL, and figures that others computed from the files."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inequality.theil import TheilD

from data.store import Dataset
from indicators.analysis.broken import comparable
from indicators.analysis.convergence import measured, theil
from indicators.analysis.store import result

PEOPLE = st.lists(st.integers(1, 30), min_size=4, max_size=8)


def test_equal_values_are_not_apart() -> None:
    assert theil(np.full(4, 7.0), np.array([1.0, 2, 3, 4]), np.array([0, 0, 1, 1])) == (0.0, 0.0)


def test_two_boroughs_of_equal_districts_differ_between_alone() -> None:
    # Half of the people have 1, half 3, mean 2: T = 0.5 · 0.5 · ln 0.5 + 0.5 · 1.5 · ln 1.5.
    total, between = theil(np.array([1.0, 1, 3, 3]), np.ones(4), np.array([0, 0, 1, 1]))
    assert total == pytest.approx(0.25 * np.log(0.5) + 0.75 * np.log(1.5))
    assert between == pytest.approx(total)


@given(PEOPLE)
def test_it_is_that_of_pysal_where_each_person_is_listed(people: list[int]) -> None:
    values = np.arange(1.0, len(people) + 1)
    boroughs = np.arange(len(people)) % 2
    whole = TheilD(np.repeat(values, people), np.repeat(boroughs, people))
    total, between = theil(values, np.array(people, float), boroughs)
    assert total == pytest.approx(whole.T)
    assert between == pytest.approx(float(np.ravel(whole.bg)[0]))


def test_districts_without_a_value_are_left_out() -> None:
    with_gap = measured(np.array([1.0, np.nan, 3]), np.ones(3), np.array([0, 0, 1]))
    assert with_gap["districts"] == 2
    assert with_gap["sd"] == 1.0
    assert with_gap["cv"] == 0.5


def test_a_series_is_comparable_from_its_last_break_on() -> None:
    rows = pd.DataFrame({"period": ["2004", "2005", "2006"], "broken": [63, 63, 1], "districts": 63})
    assert comparable(rows)["period"].tolist() == ["2005", "2006"]


def test_unemployment_came_nearer_in_points_and_further_in_proportion(snapshot: Dataset) -> None:
    """Computed independently from the files: 4.6 → 2.4 points, 0.40 → 0.50, between boroughs 30 → 54 %."""
    found = result(snapshot, "convergence")
    assert found is not None
    own = found[found["indicator"] == "unemployment_share"].set_index("period")
    first, last = own.loc["2006"], own.loc["2022"]
    assert [round(each["sd"], 1) for each in (first, last)] == [4.6, 2.4]
    assert [round(each["cv"], 2) for each in (first, last)] == [0.40, 0.50]
    assert [round(each["between"]) for each in (first, last)] == [30, 54]
    # Dealt at random, 63 districts in ten boroughs leave (10 − 1) ÷ (63 − 1) between them, if all were equally large.
    assert last["chance_low"] < 100 * 9 / 62 < last["chance_high"] < last["between"]
