"""Where like lies beside like: against all ways to deal the values, PySAL, and figures that others computed."""

from itertools import combinations

import numpy as np
import pytest

from data.store import Dataset
from indicators.analysis.autocorrelation import matrix
from indicators.analysis.clusters import chance, local
from indicators.analysis.store import result
from indicators.places.neighbours import neighbours

RING = {f"{n}": (f"{(n - 1) % 9}", f"{(n + 1) % 9}") for n in range(9)}
"""Nine districts around a lake."""
BORDERS = matrix([*RING], RING)


def test_p_counts_all_ways_to_deal_the_others() -> None:
    values = np.array([0.0, 1, 2, 4, 4, 4, 7, 8, 10])
    found = chance(values, BORDERS)
    for n in range(9):
        dealt = [sum(pair) for pair in combinations(np.delete(values, n), 2)]
        own = values[n - 1] + values[(n + 1) % 9]
        expected = min(np.mean([each >= own for each in dealt]), np.mean([each <= own for each in dealt]))
        assert found[n] == pytest.approx(expected)


def test_who_has_no_neighbour_has_no_p() -> None:
    assert np.isnan(chance(np.arange(3.0), matrix(["a", "b", "c"], {"a": ("b",), "b": ("a",), "c": ()}))[2])


def test_districts_without_a_value_are_no_kind() -> None:
    found = local(np.array([5.0, 1, np.nan, 1, 1, 1, 1, 1, 5]), BORDERS)
    assert np.isnan(found["p"][2])
    assert np.isnan(found["around"][2])
    assert found["kind"][2] == ""
    assert found["around"][1] == 5.0, "of its two neighbours only one has a value"


def test_two_halves_of_the_city_are_told_apart() -> None:
    ring = {f"{n:02}": tuple(f"{(n + step) % 40:02}" for step in (-3, -2, -1, 1, 2, 3)) for n in range(40)}
    values = np.r_[np.zeros(20), np.ones(20)] + np.arange(40) * 1e-3
    kinds = local(values, matrix([*ring], ring))["kind"]
    assert set(kinds[5:15]) == {"low-low"}
    assert set(kinds[25:35]) == {"high-high"}


def test_it_is_that_of_pysal(snapshot: Dataset) -> None:
    from esda.moran import Moran_Local  # seconds, for which only this test should wait
    from libpysal.weights import W

    known = neighbours(snapshot, "ortsteil")
    values = np.random.default_rng(1).lognormal(size=len(known))
    weights = W({code: [*others] for code, others in known.items()}, silence_warnings=True)
    theirs = Moran_Local(values, weights, permutations=0)
    assert local(values, matrix([*known], known))["local"] == pytest.approx(theirs.Is)


def test_nine_districts_by_mean_age(snapshot: Dataset) -> None:
    """Computed independently from the files, with permutations."""
    found = result(snapshot, "clusters")
    assert found is not None
    age = found[found["indicator"] == "mean_age"]
    assert set(age["period"]) == {"2023"}
    assert (age["p"] < 0.05).sum() == 25
    assert (age["kind"] != "").sum() == 9
    assert age["strict"].sum() == 3
