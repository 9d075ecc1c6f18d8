"""Ranks in words, with ties."""

from math import nan

import pytest

from indicators.analysis.ranks import Rank
from indicators.figures import measures
from indicators.figures.grid import Grid
from tests.words.sentences_pictures import CATALOGUE, SPAN, districts, frame
from words.ranks import change_ranks, rank_words, value_ranks
from words.rows import change_told, rows


@pytest.mark.parametrize(
    ("rank", "n", "level", "german", "english"),
    [
        (1, 63, 1, "Rang 1 von 63", "highest of 63"),
        (1, 63, 2, "Rang 1 von 63, geteilt", "highest of 63, shared"),
        (2, 63, 1, "Rang 2 von 63", "2nd highest of 63"),
        (3, 63, 1, "Rang 3 von 63", "3rd highest of 63"),
        (11, 63, 1, "Rang 11 von 63", "11th highest of 63"),
        (12, 63, 1, "Rang 12 von 63", "12th highest of 63"),
        (13, 63, 1, "Rang 13 von 63", "13th highest of 63"),
        (21, 63, 1, "Rang 21 von 63", "21st highest of 63"),
        (62, 64, 2, "Rang 62 von 64, geteilt", "2nd lowest of 64, shared"),
        (61, 63, 1, "Rang 61 von 63", "3rd lowest of 63"),
        (60, 63, 1, "Rang 60 von 63", "60th highest of 63"),
        (8, 10, 1, "Rang 8 von 10", "3rd lowest of 10"),
        (3, 4, 1, "Rang 3 von 4", "3rd highest of 4"),
        (62, 63, 2, "Rang 62 von 63, geteilt", "lowest of 63, shared"),
        (1, 2, 2, "in allen 2 gleich", "the same in all 2"),
        (63, 63, 1, "Rang 63 von 63", "lowest of 63"),
        (112, 1_063, 1, "Rang 112 von 1.063", "112th highest of 1,063"),
        (1, 1, 1, "der einzige Wert", "the only figure"),
    ],
)
def test_ranks_in_words(rank: int, n: int, level: int, german: str, english: str) -> None:
    assert rank_words("de", Rank(rank, n, level)) == german
    assert rank_words("en", Rank(rank, n, level)) == english


def test_ranks_of_grades_in_words() -> None:
    said = [rank_words("en", Rank(rank, 63), grades=True) for rank in (1, 2, 62, 63)]
    assert said == ["best of 63", "2nd best of 63", "2nd worst of 63", "worst of 63"]
    said = [rank_words("de", Rank(rank, 63, 1 + (rank == 2)), grades=True) for rank in (1, 2, 63)]
    assert said == ["Rang 1 von 63", "Rang 2 von 63, geteilt", "Rang 63 von 63"]


def test_values_that_look_the_same_share_a_rank() -> None:
    rows = districts("de", "mean_age", {"a": 40.04, "b": 42.0, "c": 39.96, "d": nan, "e": 30.0})
    assert value_ranks(CATALOGUE["mean_age"], rows, "shade") == {
        "b": (1, 4, 1),
        "a": (2, 4, 2),
        "c": (2, 4, 2),
        "e": (4, 4, 1),
    }


def test_the_best_grade_is_first() -> None:
    rows = districts("de", "life_satisfaction", {"a": 2.0, "b": 2.5, "c": 1.9})
    assert value_ranks(CATALOGUE["life_satisfaction"], rows, "shade") == {
        "c": (1, 3, 1),
        "a": (2, 3, 1),
        "b": (3, 3, 1),
    }


def test_changes_that_look_the_same_share_a_rank() -> None:
    """4.04 and 3.96 percent are both 4.0%; what has no change has no rank."""
    cells = {"2012": dict.fromkeys("abcde", 10_000.0), "2024": {"a": 10_404.0, "b": 10_396.0, "c": 9_000.0, "d": nan}}
    changes = measures.change(Grid.of(frame(cells)), *SPAN)
    found = rows("de", CATALOGUE["population"], changes, {name: name for name in "abcd"})
    assert change_ranks(CATALOGUE["population"], found) == {"a": (1, 3, 2), "b": (1, 3, 2), "c": (3, 3, 1)}
    told = change_told("de", CATALOGUE["population"], found, "").set_index("area")["told"]
    assert told["b"] == ["+4,0\u00a0%", "Rang 1 von 3, geteilt", "10.000\u00a0Personen", "10.396\u00a0Personen"]
