"""Units by themselves, as captions say them, and beside figures."""

import pytest

from indicators import catalogue
from locales import Language
from tests.words.sentences_pictures import PARTS, changes, plain
from words.two_periods import slope_sentence
from words.units import captioned, in_unit, with_unit


@pytest.mark.parametrize(
    ("lang", "unit", "said"),
    [
        ("de", "%", "in %"),
        ("de", "€ je m²", "in € je m²"),
        ("de", "Jahre", "in Jahren"),
        ("en", "years", "in years"),
        ("de", "je 1.000 Einwohner", "je 1.000 Einwohner"),
        ("en", "per 1,000 residents", "per 1,000 residents"),
        ("de", "Einwohner je km²", "Einwohner je km²"),
        ("de", "Schulnote (1 = beste)", "Schulnote (1 = beste)"),
    ],
)
def test_only_measures_stand_behind_in(lang: Language, unit: str, said: str) -> None:
    assert in_unit(lang, unit) == said


def test_a_unit_that_the_title_names_does_not_stand_again() -> None:
    cars, per = "Private Pkw je 1.000 Einwohner", "je 1.000 Einwohner"
    assert captioned(cars, per, per) == cars
    assert captioned(cars, per, f"{per} · ohne die Stadt") == f"{cars} · ohne die Stadt"
    assert captioned("Grundmiete", "€ je m²", "in € je m²") == "Grundmiete, in € je m²"


def test_both_ends_of_a_price_have_their_currency_in_english() -> None:
    rows = changes("en", "base_rent", {"Plagwitz": 5.0}, {"Plagwitz": 6.5})
    told = plain(slope_sentence("en", catalogue.load()["base_rent"], ("2012", "2024"), rows, [], PARTS["en"]))
    assert told.startswith("Base rent (€ per m²): Plagwitz from €5.00 to €6.50")


@pytest.mark.parametrize(
    ("unit", "german", "english"),
    [
        ("€ per m²", "5,00~€ je m²", "€5.00~per m²"),
        ("€ million", "5,00~Mio. €", "€5.00~million"),
        ("€", "5,00~€", "€5.00"),
    ],
)
def test_a_currency_stands_where_each_language_has_it(unit: str, german: str, english: str) -> None:
    of_german = {"€ per m²": "€ je m²", "€ million": "Mio. €", "€": "€"}[unit]
    assert plain(with_unit("de", "5,00", of_german)) == german
    assert plain(with_unit("en", "5.00", unit)) == english
    assert plain(with_unit("en", "−5.00", "€")) == "−€5.00"
