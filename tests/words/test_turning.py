"""When a place was smallest, in both languages; `~` is a space that does not break."""

from math import nan
from typing import Any

import pandas as pd
import pytest

from indicators import catalogue
from indicators.analysis.turning_points import TURNS
from locales import Language
from words.turning import turning_sentence, turnings_sentence

POPULATION = catalogue.load()["population"]


def turn(state: str, low: str, after: float, status: str = "A") -> dict[str, Any]:
    row = ("1", "2000", "2024", low, 479_457, -1.0, after, state, status)
    return dict(zip(TURNS, row, strict=True))


@pytest.mark.parametrize(
    ("found", "german", "english"),
    [
        (
            turn("turned", "2001", 31.93),
            "Leipzig war 2001 am kleinsten (479.457~Einwohner) und ist seither um 31,9~% gewachsen.",
            "Leipzig was smallest in 2001, with 479,457~people, and has grown by 31.9% since.",
        ),
        (
            turn("turned", "2013", 0.04),
            "Leipzig war 2013 am kleinsten (479.457~Einwohner) und ist seither kaum gewachsen.",
            "Leipzig was smallest in 2013, with 479,457~people, and has hardly grown since.",
        ),
        (
            turn("first", "2000", 5),
            "Leipzig war im ersten Jahr, 2000, am kleinsten (479.457~Einwohner) und ist seither um 5,0~% gewachsen.",
            "Leipzig was smallest in the first year, 2000, with 479,457~people, and has grown by 5.0% since.",
        ),
        (
            turn("first", "2000", 0.01),
            "Leipzig war im ersten Jahr, 2000, am kleinsten (479.457~Einwohner) und ist seither kaum gewachsen.",
            "Leipzig was smallest in the first year, 2000, with 479,457~people, and has hardly grown since.",
        ),
        (
            turn("last", "2024", 0),
            "Leipzig war im letzten Jahr, 2024, am kleinsten (479.457~Einwohner).",
            "Leipzig was smallest in the last year, 2024, with 479,457~people.",
        ),
        (
            turn("last", "2024", 0, "U"),
            "Leipzig war im letzten Jahr, 2024, am kleinsten (479.457~Einwohner). Dieser Wert ist unsicher.",
            "Leipzig was smallest in the last year, 2024, with 479,457~people. This figure is doubtful.",
        ),
        (
            turn("level", "2024", 0),
            "Von 2000 bis 2024 war Leipzig immer gleich groß, 479.457~Einwohner.",
            "From 2000 to 2024 Leipzig was always the same, 479,457~people.",
        ),
        (
            turn("too few", "", nan, "M"),
            "Für Leipzig gibt es zu wenige Werte, um den tiefsten Stand zu nennen.",
            "For Leipzig there are too few figures to tell when it was smallest.",
        ),
    ],
)
def test_one_place(found: dict[str, Any], german: str, english: str) -> None:
    assert turning_sentence("de", POPULATION, found, "Leipzig").replace("\u00a0", "~") == german
    assert turning_sentence("en", POPULATION, found, "Leipzig").replace("\u00a0", "~") == english


def turns(**states: list[str]) -> pd.DataFrame:
    """Lowest years by state."""
    rows = [turn(state.replace("_", " "), low, 1) for state, lows in states.items() for low in lows]
    return pd.DataFrame(rows).assign(area=[str(n) for n in range(len(rows))])


@pytest.mark.parametrize(
    ("found", "german", "english"),
    [
        (
            turns(first=["2000"] * 13, turned=["2001", "2005", "2011", "2013"], last=["2024"] * 2),
            "Tiefster Stand der 19 Ortsteile in den Jahren 2000–2024: 13 im ersten Jahr, "
            "vier dazwischen (die Hälfte davon bis 2005) und zwei im letzten Jahr: Ort 17 und Ort 18.",
            "Lowest population of the 19 districts in the years 2000–2024: 13 in the first year, "
            "four in between (half of them by 2005) and two in the last year: Ort 17 and Ort 18.",
        ),
        (
            turns(turned=["2001"], last=["2024"] * 4),
            "Tiefster Stand der fünf Ortsteile in den Jahren 2000–2024: einer dazwischen (2001) "
            "und vier im letzten Jahr.",
            "Lowest population of the five districts in the years 2000–2024: one in between (2001) "
            "and four in the last year.",
        ),
        (
            turns(first=["2000"], level=["2024"], too_few=["", ""], last=["2024"]),
            "Tiefster Stand der fünf Ortsteile in den Jahren 2000–2024: einer im ersten Jahr, einer immer gleich, "
            "zwei mit zu wenigen Werten und einer im letzten Jahr: Ort 4.",
            "Lowest population of the five districts in the years 2000–2024: one in the first year, "
            "one always the same, two with too few figures and one in the last year: Ort 4.",
        ),
        (
            turns(first=["2000", "2013"], last=["2024"]).assign(first=["2000", "2013", "2000"]),
            "Tiefster Stand der drei Ortsteile in den Jahren 2000–2024: zwei im ersten vergleichbaren Jahr "
            "und einer im letzten Jahr: Ort 2.",
            "Lowest population of the three districts in the years 2000–2024: two in the first year that compares "
            "and one in the last year: Ort 2.",
        ),
        (
            turns(turned=["2005", "2001", "2009"]),
            "Tiefster Stand der drei Ortsteile in den Jahren 2000–2024: drei dazwischen (die Hälfte davon bis 2005).",
            "Lowest population of the three districts in the years 2000–2024: three in between (half of them by 2005).",
        ),
    ],
)
def test_all_places(found: pd.DataFrame, german: str, english: str) -> None:
    names = {area: f"Ort {area}" for area in found["area"]}
    parts: dict[Language, str] = {"de": "Ortsteile", "en": "districts"}
    assert turnings_sentence("de", found, names, parts["de"], ("2000", "2024")) == german
    assert turnings_sentence("en", found, names, parts["en"], ("2000", "2024")) == english
