"""Nouns in sentences, by gender, number and kind, in both languages; `~` is a space that does not break."""

import pytest

from indicators import catalogue
from locales import Language
from words.noun import beside_noun, by_itself, highest, lowest, noun, pronoun

CATALOGUE = catalogue.load()


@pytest.mark.parametrize(
    ("id", "german", "it", "high", "low"),
    [
        ("foreign_share", "der Ausländeranteil", "er", "den höchsten Ausländeranteil", "den niedrigsten"),
        ("base_rent", "die Grundmiete", "sie", "die höchste Grundmiete", "die niedrigste"),
        ("mean_age", "das Durchschnittsalter", "es", "das höchste Durchschnittsalter", "das niedrigste"),
        ("unemployed", "die Zahl der Arbeitslosen", "sie", "die meisten Arbeitslosen", "die wenigsten"),
        ("population", "die Einwohnerzahl", "sie", "die meisten Einwohner", "die wenigsten"),
        ("life_satisfaction", "die Durchschnittsnote für das eigene Leben (1 = beste)", "sie", None, None),
    ],
)
def test_german_agrees_with_the_noun(id: str, german: str, it: str, high: str | None, low: str | None) -> None:
    indicator = CATALOGUE[id]
    assert (noun("de", indicator), pronoun("de", indicator)) == (german, it)
    if high is not None:
        assert (highest("de", indicator), lowest("de", indicator)) == (high, low)


@pytest.mark.parametrize(
    ("id", "english", "high", "low"),
    [
        ("foreign_share", "the share of foreign nationals", "the highest share of foreign nationals", "the lowest"),
        ("unemployed", "the number of unemployed people", "the most unemployed people", "the fewest"),
        ("population", "the population", "the most residents", "the fewest"),
    ],
)
def test_english_nouns(id: str, english: str, high: str, low: str) -> None:
    indicator = CATALOGUE[id]
    assert (noun("en", indicator), pronoun("en", indicator)) == (english, "it")
    assert (highest("en", indicator), lowest("en", indicator)) == (high, low)


@pytest.mark.parametrize(
    ("lang", "id", "shown", "beside", "alone"),
    [
        ("de", "unemployed", "812", "812", "812~Arbeitslose"),
        ("de", "unemployed", "1", "1", "1~Arbeitsloser"),
        ("en", "unemployed", "1", "1", "1~unemployed person"),
        ("de", "population", "1.000", "1.000", "1.000~Einwohner"),
        ("en", "population", "1,000", "1,000", "1,000~people"),
        ("de", "cars_per_1000", "281", *["281~private Pkw je 1.000 Einwohner"] * 2),
        ("de", "cars_per_1000", "1", *["1~privater Pkw je 1.000 Einwohner"] * 2),
        ("de", "births_per_1000", "1,0", *["1,0~Geburten je 1.000 Einwohner"] * 2),
        ("de", "mean_age", "43,6", *["43,6~Jahre"] * 2),
        ("de", "foreign_share", "15,3", *["15,3~%"] * 2),
        ("en", "foreign_share", "15.3", *["15.3%"] * 2),
        ("de", "life_satisfaction", "2,2", "2,2", "Note 2,2"),
        ("en", "life_satisfaction", "2.2", "2.2", "grade 2.2"),
    ],
)
def test_figures_say_once_what_they_count(lang: Language, id: str, shown: str, beside: str, alone: str) -> None:
    indicator = CATALOGUE[id]
    assert beside_noun(lang, indicator, shown).replace("\u00a0", "~") == beside
    assert by_itself(lang, indicator, shown).replace("\u00a0", "~") == alone
