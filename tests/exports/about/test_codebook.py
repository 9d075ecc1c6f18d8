"""The words that explain the table: none is missing, none too many."""

import pytest

from data.observations import STATUS
from exports.about import codebook
from exports.observations import COLUMNS, LEVELS
from indicators import catalogue
from locales import LANGUAGES, Language


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_stands_in_a_table_is_explained(lang: Language) -> None:
    assert list(codebook.columns(lang)) == COLUMNS
    assert set(codebook.statuses(lang)) == set(STATUS)
    assert {indicator.kind for indicator in catalogue.load().values()} <= set(codebook.kinds(lang))
    assert tuple(codebook.levels(lang)) == LEVELS


def test_letters_mean_the_same_as_in_the_store() -> None:
    assert {letter: "missing" in words for letter, words in codebook.statuses("en").items()} == {
        letter: "missing" in words for letter, words in STATUS.items()
    }
