"""Units by themselves, as captions say them."""

import pytest

from locales import Language
from words.units import captioned, in_unit


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
