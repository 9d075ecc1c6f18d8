"""One period in words: the city's value and where it is highest and lowest, whole and in both languages."""

from dataclasses import replace
from math import isnan, nan

import pytest

from indicators.catalogue import Indicator
from locales import Language
from tests.words.sentences_pictures import CATALOGUE, PARTS, Cells, districts, plain
from words.one_period import value_sentence


def said(lang: Language, id: str, cells: Cells, city: float, *, doubtful: bool = False) -> str:
    rows = districts(lang, id, cells)
    return plain(value_sentence(lang, CATALOGUE[id], "2024", rows, city, PARTS[lang], doubtful=doubtful))


SHARES: list[tuple[Cells, float, str, str]] = [
    (
        {"Plagwitz": 5.4, "Leutzsch": 12.1, "Lindenau": 1.2},
        5.1,
        "Leipzig 5,1~%; von den drei Ortsteilen war er am höchsten in Leutzsch (12,1~%), am niedrigsten in "
        "Lindenau (1,2~%).",
        "Leipzig was 5.1%; of its three districts it was highest in Leutzsch (12.1%), lowest in Lindenau (1.2%).",
    ),
    (
        {"Plagwitz": 12.14, "Leutzsch": 12.06, "Lindenau": 1.2},
        5.1,
        "Leipzig 5,1~%; von den drei Ortsteilen war er am höchsten in Leutzsch und Plagwitz (je 12,1~%), am "
        "niedrigsten in Lindenau (1,2~%).",
        "Leipzig was 5.1%; of its three districts it was highest in Leutzsch and Plagwitz (12.1% each), lowest "
        "in Lindenau (1.2%).",
    ),
    (
        {"Plagwitz": 12.1, "Leutzsch": 1.2, "Lindenau": 1.2, "Schleußig": 1.2},
        5.1,
        "Leipzig 5,1~%; von den vier Ortsteilen war er am höchsten in Plagwitz (12,1~%), am niedrigsten in "
        "Leutzsch, Lindenau und Schleußig (je 1,2~%).",
        "Leipzig was 5.1%; of its four districts it was highest in Plagwitz (12.1%), lowest in Leutzsch, "
        "Lindenau and Schleußig (1.2% each).",
    ),
    (
        {"Plagwitz": 12.1, "Leutzsch": 0.0, "Lindenau": 0.0, "Schleußig": 0.04, "Wahren": -0.0},
        5.1,
        "Leipzig 5,1~%; von den fünf Ortsteilen war er am höchsten in Plagwitz (12,1~%), am niedrigsten in vier "
        "Ortsteilen (je 0,0~%).",
        "Leipzig was 5.1%; of its five districts it was highest in Plagwitz (12.1%), lowest in four districts "
        "(0.0% each).",
    ),
    (
        {"Plagwitz": 5.4, "Leutzsch": 12.1, "Lindenau": nan},
        5.1,
        "Leipzig 5,1~%; von den zwei Ortsteilen mit Werten war er am höchsten in Leutzsch (12,1~%), am "
        "niedrigsten in Plagwitz (5,4~%); ein Wert fehlt (vertraulich oder zu wenige Fälle).",
        "Leipzig was 5.1%; of its two districts with figures it was highest in Leutzsch (12.1%), lowest in "
        "Plagwitz (5.4%); one figure is missing (confidential or too few cases).",
    ),
    (
        {"Plagwitz": 5.4, "Leutzsch": 12.1, "Lindenau": (nan, "M"), "Wahren": (nan, "Q")},
        5.1,
        "Leipzig 5,1~%; von den zwei Ortsteilen mit Werten war er am höchsten in Leutzsch (12,1~%), am "
        "niedrigsten in Plagwitz (5,4~%); zwei Werte fehlen.",
        "Leipzig was 5.1%; of its two districts with figures it was highest in Leutzsch (12.1%), lowest in "
        "Plagwitz (5.4%); two figures are missing.",
    ),
    (
        {"Plagwitz": 5.4, "Leutzsch": nan, "Lindenau": nan},
        5.1,
        "Leipzig 5,1~%; von drei Ortsteilen hat nur Plagwitz einen Wert (5,4~%); zwei Werte fehlen (vertraulich "
        "oder zu wenige Fälle).",
        "Leipzig was 5.1%; of its three districts only Plagwitz has a figure (5.4%); two figures are missing "
        "(confidential or too few cases).",
    ),
    (
        {"Plagwitz": nan, "Leutzsch": nan},
        5.1,
        "Leipzig 5,1~%; in den zwei Ortsteilen gibt es keine Werte.",
        "Leipzig was 5.1%; there are no figures for its two districts.",
    ),
    (
        {"Plagwitz": nan, "Leutzsch": nan},
        nan,
        "kein Wert für Leipzig; in den zwei Ortsteilen gibt es keine Werte.",
        "no figure for Leipzig; there are no figures for its two districts.",
    ),
    (
        {"Plagwitz": 5.02, "Leutzsch": 4.98},
        5.1,
        "Leipzig 5,1~%; in allen zwei Ortsteilen gleich (5,0~%).",
        "Leipzig was 5.1%; the same in all its two districts (5.0%).",
    ),
    (
        {"Plagwitz": 5.0, "Leutzsch": 5.0, "Lindenau": nan},
        nan,
        "kein Wert für Leipzig; in allen zwei Ortsteilen mit Werten gleich (5,0~%); ein Wert fehlt (vertraulich "
        "oder zu wenige Fälle).",
        "no figure for Leipzig; the same in all its two districts with figures (5.0%); one figure is missing "
        "(confidential or too few cases).",
    ),
    ({"Plagwitz": 5.4}, 5.1, "Leipzig 5,1~%; Plagwitz 5,4~%.", "Leipzig was 5.1%; Plagwitz 5.4%."),
    ({}, 5.1, "Leipzig 5,1~%.", "Leipzig was 5.1%."),
]


@pytest.mark.parametrize(("cells", "city", "german", "english"), SHARES)
def test_shares(cells: Cells, city: float, german: str, english: str) -> None:
    heads = ("Im Jahr 2024 betrug der Arbeitslosenanteil in ", "In 2024 the unemployment share in ")
    if isnan(city):
        heads = ("Arbeitslosenanteil im Jahr 2024: ", "Unemployment share in 2024: ")
    assert said("de", "unemployment_share", cells, city) == heads[0] + german
    assert said("en", "unemployment_share", cells, city) == heads[1] + english


OTHERS: list[tuple[str, Cells, float, str, str]] = [
    (
        "unemployed",
        {"Plagwitz": 1_300, "Leutzsch": 1, "Lindenau": 40},
        30_000,
        "Im Jahr 2024 betrug die Zahl der Arbeitslosen in Leipzig 30.000; von den drei Ortsteilen gab es die "
        "meisten in Plagwitz (1.300), die wenigsten in Leutzsch (1).",
        "In 2024 the number of unemployed people in Leipzig was 30,000; of its three districts, Plagwitz "
        "(1,300) had the most, Leutzsch (1) the fewest.",
    ),
    (
        "unemployed",
        {"Plagwitz": 1, "Leutzsch": 0},
        nan,
        "Im Jahr 2024 gibt es keinen Wert für Leipzig; von den zwei Ortsteilen gab es die meisten in Plagwitz "
        "(1~Arbeitsloser), die wenigsten in Leutzsch (0).",
        "There is no figure for Leipzig in 2024; of its two districts, Plagwitz (1~unemployed "
        "person) had the most, Leutzsch (0) the fewest.",
    ),
    (
        "unemployed",
        {"Plagwitz": 120, "Leutzsch": -40},
        80,
        "Im Jahr 2024 betrug die Zahl der Arbeitslosen in Leipzig 80; von den zwei Ortsteilen war sie am "
        "höchsten in Plagwitz (120), am niedrigsten in Leutzsch (−40).",
        "In 2024 the number of unemployed people in Leipzig was 80; of its two districts it was highest in "
        "Plagwitz (120), lowest in Leutzsch (−40).",
    ),
    (
        "base_rent",
        {"Plagwitz": 7.62, "Leutzsch": 5.91},
        nan,
        "Im Jahr 2024 gibt es keinen Wert für Leipzig; von den zwei Ortsteilen war die Grundmiete am höchsten in "
        "Plagwitz "
        "(7,62~€ je m²), am niedrigsten in Leutzsch (5,91).",
        "There is no figure for Leipzig in 2024; of its two districts the base rent was highest in Plagwitz (€7.62~per "
        "m²), lowest in Leutzsch (€5.91).",
    ),
    (
        "population_change",
        {"Plagwitz": -0.44, "Leutzsch": -2.06},
        -1.0,
        "Im Jahr 2024 betrug das Bevölkerungswachstum gegenüber dem Vorjahr in Leipzig −1,0~%; von den zwei "
        "Ortsteilen war es am höchsten in Plagwitz (−0,4~%), am niedrigsten in Leutzsch (−2,1~%).",
        "In 2024 the year-on-year population growth in Leipzig was −1.0%; of its two districts it was "
        "highest in Plagwitz (−0.4%), lowest in Leutzsch (−2.1%).",
    ),
    (
        "life_satisfaction",
        {"Plagwitz": 1.9, "Leutzsch": 2.6},
        2.2,
        "Im Jahr 2024 betrug die Durchschnittsnote für das eigene Leben (1 = beste) in Leipzig 2,2; von den zwei "
        "Ortsteilen war sie am besten in Plagwitz (1,9), am schlechtesten in Leutzsch (2,6).",
        "In 2024 the mean grade for life satisfaction (1 = best) in Leipzig was 2.2; of its two districts it was "
        "best in Plagwitz (1.9), worst in Leutzsch (2.6).",
    ),
    (
        "population",
        {"Plagwitz": 17_209, "Leutzsch": 11_047},
        632_562,
        "Im Jahr 2024 hatte Leipzig 632.562 Einwohner; von den zwei Ortsteilen lebten die meisten in Plagwitz "
        "(17.209), die wenigsten in Leutzsch (11.047).",
        "In 2024 Leipzig had 632,562 residents; of its two districts, most lived in Plagwitz (17,209), fewest in "
        "Leutzsch (11,047).",
    ),
    (
        "population",
        {"Plagwitz": 17_209, "Leutzsch": 11_047, "Lindenau": 11_047},
        nan,
        "Im Jahr 2024 gibt es keinen Wert für Leipzig; von den drei Ortsteilen lebten die meisten in Plagwitz "
        "(17.209~Einwohner), die wenigsten in Leutzsch und Lindenau (je 11.047).",
        "There is no figure for Leipzig in 2024; of its three districts, most lived in Plagwitz (17,209~people), "
        "fewest in Leutzsch and Lindenau (11,047 each).",
    ),
]


@pytest.mark.parametrize(("id", "cells", "city", "german", "english"), OTHERS)
def test_counts_rents_and_grades(id: str, cells: Cells, city: float, german: str, english: str) -> None:
    assert said("de", id, cells, city) == german
    assert said("en", id, cells, city) == english


def test_amounts_without_a_noun_of_numbers_have_their_unit() -> None:
    rows = districts("de", "living_space", {"Plagwitz": 3, "Leutzsch": 2})
    told = plain(value_sentence("de", CATALOGUE["living_space"], "2024", rows, 1, PARTS["de"]))
    assert "Leipzig 1~Tausend m²; von den zwei Ortsteilen war sie am größten in Plagwitz (3)," in told


@pytest.mark.parametrize(
    ("lang", "period", "expected"),
    [
        ("de", "2011-05-09", "Am 9. Mai 2011 betrug die Einwohnerdichte in Leipzig 1.700~Einwohner je km²."),
        ("en", "2011-05-09", "On 9 May 2011 the population density in Leipzig was 1,700~residents per km²."),
        ("de", "2024-Q1", "Im 1. Quartal 2024 betrug die Einwohnerdichte in Leipzig 1.700~Einwohner je km²."),
        ("en", "2024-Q1", "In quarter 1 of 2024 the population density in Leipzig was 1,700~residents per km²."),
    ],
)
def test_days_and_quarters(lang: Language, period: str, expected: str) -> None:
    none = districts(lang, "population_density", {}, period)
    sentence = value_sentence(lang, CATALOGUE["population_density"], period, none, 1_700, PARTS[lang])
    assert plain(sentence) == expected


def test_the_census_day_of_the_population() -> None:
    none = districts("de", "population", {})
    sentence = value_sentence("de", CATALOGUE["population"], "2011-05-09", none, 502_979, PARTS["de"])
    assert sentence == "Am 9. Mai 2011 hatte Leipzig 502.979 Einwohner."


DOUBTS: dict[Language, str] = {
    "de": " Mindestens einer dieser Werte ist unsicher.",
    "en": " At least one of these figures is doubtful.",
}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_doubts_are_told_of_the_figures_that_are_named(lang: Language) -> None:
    def cells(highest: str, middle: str) -> Cells:
        return {"Plagwitz": (9.0, highest), "Leutzsch": (5.0, middle), "Lindenau": 1.0}

    sure = said(lang, "unemployment_share", cells("A", "U"), 5.1)
    assert not sure.endswith(DOUBTS[lang])
    assert said(lang, "unemployment_share", cells("U", "A"), 5.1) == sure + DOUBTS[lang]
    assert said(lang, "unemployment_share", cells("A", "A"), 5.1, doubtful=True) == sure + DOUBTS[lang]


@pytest.mark.parametrize(
    ("title", "kind", "german"),
    [
        ("Raumwärme", "modelled", "Raumwärme (modelliert)"),
        ("Raumwärme (Endenergie)", "modelled", "Raumwärme (Endenergie; modelliert)"),
        ("Modellierter Wärmebedarf", "modelled", "Modellierter Wärmebedarf"),
        ("Einwohner", "forecast", "Einwohner (Prognose)"),
        ("Bevölkerungsprognose", "forecast", "Bevölkerungsprognose"),
        ("Raumwärme", "derived", "Raumwärme"),
    ],
)
def test_what_nobody_counted_says_so(title: str, kind: str, german: str) -> None:
    density = CATALOGUE["population_density"]
    named: Indicator = replace(density, title={"de": title, "en": title}, kind=kind)  # type: ignore[arg-type]
    sentence = value_sentence("de", named, "2024", districts("de", density.id, {}), nan, PARTS["de"])
    assert plain(sentence) == f"{german} im Jahr 2024: kein Wert für Leipzig."
