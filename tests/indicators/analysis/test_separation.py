"""How far groups live apart: against hand-made cases, another library, and figures that others computed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store import Dataset
from indicators.analysis.separation import dissimilarity, isolation, measured
from indicators.analysis.store import result

DISTRICTS = st.lists(st.tuples(st.integers(1, 400), st.integers(1, 400)), min_size=2, max_size=9)


def test_who_lives_among_themselves_is_apart_entirely() -> None:
    group, everyone = np.array([10.0, 0]), np.array([10.0, 30])
    assert dissimilarity(group, everyone) == 1.0
    assert isolation(group, everyone) == 1.0


def test_a_group_spread_like_all_others_is_not_apart() -> None:
    group, everyone = np.array([1.0, 3]), np.array([10.0, 30])
    assert dissimilarity(group, everyone) == 0.0
    assert isolation(group, everyone) == pytest.approx(0.1)


def test_both_are_those_of_another_library() -> None:
    """Of `segregation.singlegroup` 2.5.4, `Dissim` and `Isolation`, whose demand for numba keeps it out of here."""
    group, everyone = np.array([120.0, 35, 260, 8, 0]), np.array([400.0, 300, 900, 100, 50])
    assert dissimilarity(group, everyone) == pytest.approx(0.205052011)
    assert isolation(group, everyone) == pytest.approx(0.273840294)


@given(DISTRICTS)
def test_nobody_moves_out_of_the_bounds(districts: list[tuple[int, int]]) -> None:
    group, rest = (np.array(side, float) for side in zip(*districts, strict=True))
    assert 0 <= dissimilarity(group, group + rest) <= 1
    # A group meets its own at least as often as the city does.
    assert isolation(group, group + rest) >= group.sum() / (group + rest).sum() - 1e-9


def test_a_group_that_chance_spread_lies_within_what_chance_gives() -> None:
    draw = np.random.default_rng(7)
    everyone = np.full(63, 8000.0)
    group = draw.multivariate_hypergeometric(everyone.astype(int), 50_000, method="marginals").astype(float)
    found = measured(group, everyone)
    # The mean of the absolute deviation of a binomial: √(2 ÷ π) standard deviations in each of the 63 districts.
    expected = np.sqrt(2 / np.pi * (1 - 0.1) / (8000 * 0.1)) / 2 / (1 - 0.1)
    assert found["by_chance"] == pytest.approx(expected, rel=0.05)
    assert found["chance_low"] * 0.9 < found["dissimilarity"] < found["chance_high"] * 1.1


def test_foreigners_and_the_old(snapshot: Dataset) -> None:
    """Computed independently from the files."""
    found = result(snapshot, "separation")
    assert found is not None
    table = found.set_index(["indicator", "period"])[["dissimilarity", "isolation"]].round(3)
    foreign = table.loc["foreign_share"]
    assert foreign.loc[["2000", "2010", "2024"], "dissimilarity"].tolist() == [0.260, 0.321, 0.241]
    assert (foreign.loc[["2000", "2010", "2024"], "isolation"] / 100).round(3).tolist() == [0.069, 0.087, 0.186]
    assert table.loc["share_65_plus"]["dissimilarity"].iloc[[0, -1]].tolist() == [0.095, 0.221]
