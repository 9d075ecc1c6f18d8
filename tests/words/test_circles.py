"""The legend of a map of circles in words."""

from math import nan

import pytest

from locales import Language
from tests.words.sentences_pictures import CATALOGUE, PARTS, Cells, districts, plain
from words.circles import circles_sentence

CIRCLES: list[tuple[str, Cells, str, str]] = [
    (
        "population",
        {"Plagwitz": 17_000, "Leutzsch": 1_200, "Grünau": nan},
        "Ein Kreis je Gebiet – der größte in Plagwitz (17.000~Personen); der kleinste in Leutzsch (1.200~Personen); "
        "kein Wert: 1.",
        "One circle an area – the largest in Plagwitz (17,000~people); the smallest in Leutzsch (1,200~people); "
        "no figure: 1.",
    ),
    (
        "youth_unemployed",
        {"Plagwitz": 5, "Leutzsch": 5},
        "Ein Kreis je Gebiet – alle gleich groß in Leutzsch und Plagwitz (je 5~Personen).",
        "One circle an area – all of one size in Leutzsch and Plagwitz (5~people each).",
    ),
    (
        "dwellings",
        {"Plagwitz": nan},
        "Für diese Auswahl gibt es keine Werte.",
        "There are no figures to draw for this choice.",
    ),
]


@pytest.mark.parametrize(("id", "cells", "german", "english"), CIRCLES)
def test_the_largest_and_the_smallest_circle_are_said(id: str, cells: Cells, german: str, english: str) -> None:
    expected: dict[Language, str] = {"de": german, "en": english}
    for lang, sentence in expected.items():
        rows = districts(lang, id, cells)
        assert plain(circles_sentence(lang, CATALOGUE[id], rows, PARTS[lang])) == sentence
