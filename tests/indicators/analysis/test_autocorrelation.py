"""Whether neighbours resemble each other: against hand-made cases, PySAL, and figures that others computed."""

import numpy as np
import pytest

from data.store import Dataset
from indicators.analysis.autocorrelation import matrix, measured, moran, standardised
from indicators.analysis.store import result
from indicators.places.neighbours import neighbours

ROW = {"a": ("b",), "b": ("a", "c"), "c": ("b", "d"), "d": ("c",)}
"""Four districts in a row."""
BORDERS = matrix([*ROW], ROW)


def test_four_in_a_row_that_rise() -> None:
    # From their mean: −1.5, −0.5, 0.5, 1.5; their neighbours' means: −0.5, −0.5, 0.5, 0.5; so 2 ÷ 5.
    assert moran(np.array([1.0, 2, 3, 4]), standardised(BORDERS)) == pytest.approx(0.4)


def test_opposites_side_by_side_are_below_zero() -> None:
    assert moran(np.array([1.0, 9, 1, 9]), standardised(BORDERS)) == pytest.approx(-1)


def test_districts_that_are_all_equal_have_none() -> None:
    assert np.isnan(moran(np.full(4, 3.0), standardised(BORDERS)))


def test_who_has_no_value_is_no_neighbour() -> None:
    with_gap = measured(np.array([1.0, 2, 4, np.nan]), BORDERS)
    assert with_gap == measured(np.array([1.0, 2, 4]), BORDERS[:3, :3])
    assert with_gap["districts"] == 3


def test_it_is_that_of_pysal(snapshot: Dataset) -> None:
    from esda.moran import Moran  # seconds, for which only this test should wait
    from libpysal.weights import W

    known = neighbours(snapshot, "ortsteil")
    values = np.random.default_rng(1).normal(size=len(known))
    theirs = Moran(
        values, W({code: [*others] for code, others in known.items()}, silence_warnings=True), permutations=0
    )
    own = measured(values, matrix([*known], known))
    assert own["moran"] == pytest.approx(theirs.I)
    assert own["by_chance"] == pytest.approx(theirs.EI, abs=0.01)
    # Nine of ten draws lie within 1.645 standard deviations.
    assert own["chance_high"] - own["chance_low"] == pytest.approx(2 * 1.645 * theirs.VI_rand**0.5, rel=0.1)


def test_what_chance_dealt_is_seldom_told_from_chance() -> None:
    """One in twenty, as p says; of 60 at most 8, with a probability of 0.99."""
    draw = np.random.default_rng(3)
    board = {
        f"{x}{y}": tuple(f"{a}{b}" for a, b in ((x - 1, y), (x + 1, y)) if 0 <= a < 5)
        for x in range(5)
        for y in range(5)
    }
    found = [measured(draw.normal(size=25), matrix([*board], board))["p"] for _ in range(60)]
    assert sum(p <= 0.05 for p in found) <= 8


def test_growth_stopped_being_one_block(snapshot: Dataset) -> None:
    """Computed independently from the files."""
    found = result(snapshot, "neighbours")
    assert found is not None
    growth = found[found["indicator"] == "population"].set_index(["start", "period"])["moran"].round(2)
    assert growth["2006", "2012"] == 0.50
    assert growth["2018", "2024"] == 0.01
