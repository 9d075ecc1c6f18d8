"""The legend of a map in words."""

import pytest

from locales import Language
from tests.words.sentences_pictures import CATALOGUE, plain
from words.classes import classes_sentence

CLASSES: list[tuple[str, list[float], list[int], int, str, str]] = [
    (
        "population",
        [4_000, 5_900],
        [12, 10, 40],
        1,
        "bis 4.000~Personen: 12; über 4.000 bis 5.900~Personen: 10; über 5.900~Personen: 40; kein Wert: 1.",
        "up to 4,000~people: 12; over 4,000 up to 5,900~people: 10; over 5,900~people: 40; no figure: 1.",
    ),
    (
        "unemployment_share",
        [3.7, 5.5, 7.4],
        [27, 0, 0, 36],
        0,
        "bis 3,7~%: 27; über 7,4~%: 36.",
        "up to 3.7%: 27; over 7.4%: 36.",
    ),
    (
        "unemployment_share",
        [3.7, 5.5],
        [0, 5, 58],
        0,
        "über 3,7~% bis 5,5~%: 5; über 5,5~%: 58.",
        "over 3.7% up to 5.5%: 5; over 5.5%: 58.",
    ),
    (
        "youth_unemployed",
        [1, 2],
        [3, 4, 5],
        0,
        "bis 1~Person: 3; über 1 bis 2~Personen: 4; über 2~Personen: 5.",
        "up to 1~person: 3; over 1 up to 2~people: 4; over 2~people: 5.",
    ),
    (
        "dwellings",
        [1, 2_000],
        [1, 2, 3],
        0,
        "bis 1~Wohnung: 1; über 1 bis 2.000~Wohnungen: 2; über 2.000~Wohnungen: 3.",
        "up to 1~dwelling: 1; over 1 up to 2,000~dwellings: 2; over 2,000~dwellings: 3.",
    ),
    ("mean_age", [], [63], 0, "alle Werte: 63.", "all values: 63."),
    ("mean_age", [40.0], [0, 0], 63, "kein Wert: 63.", "no figure: 63."),
]


@pytest.mark.parametrize(("id", "breaks", "counts", "missing", "german", "english"), CLASSES)
def test_classes(id: str, breaks: list[float], counts: list[int], missing: int, german: str, english: str) -> None:
    def said(lang: Language) -> str:
        return plain(classes_sentence(lang, CATALOGUE[id], breaks, counts, missing))

    assert said("de") == f"Gebiete je Klasse – {german}"
    assert said("en") == f"Areas by class – {english}"


CHANGES: list[tuple[str, list[float], str, str]] = [
    (
        "population",
        [-5, 5],
        "bis −5~%: 1; über −5 bis unter +5~%: 2; ab +5~%: 3.",
        "up to −5%: 1; over −5 to under +5%: 2; +5% or more: 3.",
    ),
    (
        "unemployment_share",
        [-1, 1],
        "bis −1~Prozentpunkt: 1; über −1 bis unter +1~Prozentpunkt: 2; ab +1~Prozentpunkt: 3.",
        "up to −1~percentage point: 1; over −1 to under +1~percentage point: 2; +1~percentage point or more: 3.",
    ),
    (
        "unemployment_share",
        [0.5, 2.0],
        "unter +0,5~Prozentpunkte: 1; +0,5 bis unter +2~Prozentpunkte: 2; ab +2~Prozentpunkte: 3.",
        "under +0.5~percentage points: 1; +0.5 to under +2~percentage points: 2; +2~percentage points or more: 3.",
    ),
    (
        "unemployment_share",
        [-2.0, -0.5],
        "bis −2~Prozentpunkte: 1; über −2 bis −0,5~Prozentpunkte: 2; über −0,5~Prozentpunkte: 3.",
        "up to −2~percentage points: 1; over −2 up to −0.5~percentage points: 2; over −0.5~percentage points: 3.",
    ),
    (
        "unemployment_share",
        [-0.5, 0.5],
        "bis −0,5~Prozentpunkte: 1; über −0,5 bis unter +0,5~Prozentpunkte: 2; ab +0,5~Prozentpunkte: 3.",
        "up to −0.5~percentage points: 1; over −0.5 to under +0.5~percentage points: 2; "
        "+0.5~percentage points or more: 3.",
    ),
]


@pytest.mark.parametrize(("id", "breaks", "german", "english"), CHANGES)
def test_classes_of_change(id: str, breaks: list[float], german: str, english: str) -> None:
    def said(lang: Language) -> str:
        return plain(classes_sentence(lang, CATALOGUE[id], breaks, [1, 2, 3], 0, of_change=True))

    assert said("de") == f"Gebiete je Klasse – {german}"
    assert said("en") == f"Areas by class – {english}"


def test_a_map_without_areas() -> None:
    none = classes_sentence("de", CATALOGUE["mean_age"], [40.0], [0, 0], 0)
    assert none == "Für diese Auswahl gibt es keine Werte."


def test_counts_must_fit_the_breaks() -> None:
    with pytest.raises(ValueError, match="2 classes stand beside 2 breaks, expected 3 classes"):
        classes_sentence("de", CATALOGUE["mean_age"], [40.0, 41.0], [1, 2], 0)
