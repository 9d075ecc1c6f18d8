"""The effective number of pairs by hand, and how often the test that uses it finds a relation where there is none."""

import numpy as np
import numpy.typing as npt
import pytest

from data.store import Dataset
from indicators.analysis.effective_number import effective_number
from indicators.analysis.relation import correlation
from indicators.places.middles import middles, places
from tests.support import extent

Floats = npt.NDArray[np.float64]


def test_four_places_on_a_line() -> None:
    """Deviations 1 1 −1 −1 correlate by 1/3 one apart and by −1 two and three apart, so C has the rows 1 1/3 −1 −1,
    1/3 1 1/3 −1 and the same mirrored, whose sums are ∓2/3. tr(BC) is 4, as all of C adds up to 0; tr(BCBC) is the
    sum of squares 32/3 less 2 · (4 · 4/9) ÷ 4 = 88/9; 1 + 16 ÷ (88/9) = 2.818…"""
    step = [5.0, 5.0, 3.0, 3.0]
    on_a_line = [(0, 0), (1, 0), (2, 0), (3, 0)]
    assert effective_number(step, step, on_a_line) == pytest.approx(1 + 16 * 9 / 88)


def test_neighbours_that_differ_are_worth_no_more_than_they_are() -> None:
    board = [(x, y) for x in range(6) for y in range(6)]
    chess = [float((x + y) % 2) for x, y in board]
    assert effective_number(chess, chess, board) <= 36


def test_neighbours_that_resemble_each_other_are_worth_less_wherever_they_lie(snapshot: Dataset) -> None:
    at = np.array(places(snapshot, "ortsteil", snapshot.codes("ortsteil")))
    slope = at @ [1.0, 0.2]
    assert effective_number(slope, slope, at) < 10
    turned = at @ [[0.0, 1.0], [-1.0, 0.0]] * 1000 + 7
    assert effective_number(slope, slope, turned) == pytest.approx(effective_number(slope, slope, at))


def test_what_is_worth_less_needs_more_to_be_told_from_chance() -> None:
    along = [(x, 0) for x in range(5)]
    told, free = (correlation([1, 2, 3, 4, 5], [1, 2, 3, 5, 4], at) for at in (along, None))
    assert told.spearman == free.spearman
    assert told.effective < free.effective == 5
    assert told.p > free.p


def test_the_middles_of_districts(snapshot: Dataset) -> None:
    """Zentrum and Plagwitz are some three kilometres apart, Plagwitz to the west."""
    found = middles(snapshot, "ortsteil")
    (east, north), (own_east, own_north) = found["00"], found["51"]
    assert own_east < east
    assert 2.5 < np.hypot(own_east - east, own_north - north) < 4


def test_relations_between_fields_that_have_none_are_seldom_found(snapshot: Dataset) -> None:
    """Of two unrelated fields whose correlation falls to 1/e over 4 km, the usual test finds every fourth related; the
    5 % that it is meant for, and what an estimated correlation adds, are kept with the effective number."""
    at = np.array(places(snapshot, "ortsteil", snapshot.codes("ortsteil")))
    distances = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    root, random = np.linalg.cholesky(np.exp(-distances / 4)), np.random.default_rng(1993)
    n = extent.either(200, 2000)
    pairs = [(root @ random.standard_normal(63), root @ random.standard_normal(63)) for _ in range(n)]
    assert np.mean([correlation(*pair).p < 0.05 for pair in pairs]) > 0.15
    # Three standard errors of a count by chance above 8 %.
    assert np.mean([correlation(*pair, at).p < 0.05 for pair in pairs]) < 0.08 + 3 * np.sqrt(0.08 * 0.92 / n)
