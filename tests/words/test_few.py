"""Percentages of a handful: none is the furthest, and their counts stand beside them."""

from math import nan

import pytest

from locales import Language
from tests.words.sentences_pictures import CATALOGUE, PARTS, SPAN, Cells, changes, plain
from words.change_sentence import change_sentence
from words.comparison import standing_sentence
from words.few import with_counts
from words.rows import all_moved, moved

START: Cells = {"Leipzig": 1_000, "Plagwitz": 2, "Thekla": 19, "Wahren": 20, "Mockau": 500}
END: Cells = {"Leipzig": 1_200, "Plagwitz": 10, "Thekla": 40, "Wahren": 30, "Mockau": 600}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "de",
            "; von den vier Ortsteilen stieg sie in Wahren am stärksten, um 50,0~%; nicht berücksichtigt: 2 mit "
            "weniger als 20 zu Beginn.",
        ),
        (
            "en",
            "; of its four districts it rose most in Wahren, by 50.0%; leaving aside 2 with fewer than 20 at "
            "the start.",
        ),
    ],
)
def test_the_furthest_has_a_base(lang: Language, said: str) -> None:
    """Plagwitz rose by 400 % and Thekla by 111 %, from 2 and 19 people."""
    rows = changes(lang, "unemployed", START, END)
    city, parts = moved(rows, "Leipzig", "Leipzig", "Leipzig"), all_moved(rows[rows["area"] != "Leipzig"])
    told = plain(change_sentence(lang, CATALOGUE["unemployed"], SPAN, city, None, parts, PARTS[lang]))
    assert told.endswith(said)


def test_compared_areas_that_start_with_few_are_not_the_strongest() -> None:
    rows = changes("en", "unemployed", START, END)
    told = plain(standing_sentence("en", CATALOGUE["unemployed"], SPAN, rows))
    assert "The strongest rise since 2012 is that of Wahren (+50.0%)" in told
    assert told.endswith("(+20.0% each); leaving aside 2 with fewer than 20 at the start.")


@pytest.mark.parametrize(
    ("id", "start", "end", "said"),
    [
        ("unemployed", 2, 10, "+400.0% (from 2 to 10)"),
        ("unemployed", 20, 100, "+400.0%"),
        ("unemployed", nan, 100, "+400.0%"),
        # Points and euros a square metre count nothing.
        ("unemployment_share", 2, 10, "+400.0%"),
        ("base_rent", 5, 25, "+400.0%"),
    ],
)
def test_counts_stand_beside_percent_of_few(id: str, start: float, end: float, said: str) -> None:
    assert with_counts("en", CATALOGUE[id], "+400.0%", start, end) == said
