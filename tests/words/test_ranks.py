"""Ranks in words, with ties."""

from math import nan

import pytest

from tests.words.sentences_pictures import CATALOGUE, districts
from words.ranks import rank_words, ranks


@pytest.mark.parametrize(
    ("rank", "n", "shared", "german", "english"),
    [
        (1, 63, False, "Rang 1 von 63", "highest of 63"),
        (1, 63, True, "Rang 1 von 63, geteilt", "highest of 63, shared"),
        (2, 63, False, "Rang 2 von 63", "2nd highest of 63"),
        (3, 63, False, "Rang 3 von 63", "3rd highest of 63"),
        (11, 63, False, "Rang 11 von 63", "11th highest of 63"),
        (12, 63, False, "Rang 12 von 63", "12th highest of 63"),
        (13, 63, False, "Rang 13 von 63", "13th highest of 63"),
        (21, 63, False, "Rang 21 von 63", "21st highest of 63"),
        (62, 63, True, "Rang 62 von 63, geteilt", "62nd highest of 63, shared"),
        (63, 63, False, "Rang 63 von 63", "lowest of 63"),
        (112, 1_063, False, "Rang 112 von 1.063", "112th highest of 1,063"),
        (1, 1, False, "der einzige Wert", "the only figure"),
    ],
)
def test_ranks_in_words(rank: int, n: int, shared: bool, german: str, english: str) -> None:
    assert rank_words("de", rank, n, shared) == german
    assert rank_words("en", rank, n, shared) == english


def test_ranks_of_grades_in_words() -> None:
    said = [rank_words("en", rank, 63, grades=True) for rank in (1, 2, 63)]
    assert said == ["best of 63", "2nd best of 63", "worst of 63"]
    said = [rank_words("de", rank, 63, rank == 2, grades=True) for rank in (1, 2, 63)]
    assert said == ["Rang 1 von 63", "Rang 2 von 63, geteilt", "Rang 63 von 63"]


def test_values_that_look_the_same_share_a_rank() -> None:
    rows = districts("de", "mean_age", {"a": 40.04, "b": 42.0, "c": 39.96, "d": nan, "e": 30.0})
    assert ranks(CATALOGUE["mean_age"], rows, "shade") == {
        "b": (1, 4, False),
        "a": (2, 4, True),
        "c": (2, 4, True),
        "e": (4, 4, False),
    }


def test_the_best_grade_is_first() -> None:
    rows = districts("de", "life_satisfaction", {"a": 2.0, "b": 2.5, "c": 1.9})
    assert ranks(CATALOGUE["life_satisfaction"], rows, "shade") == {
        "c": (1, 3, False),
        "a": (2, 3, False),
        "b": (3, 3, False),
    }
