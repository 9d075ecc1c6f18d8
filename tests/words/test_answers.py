"""What is said of questions, whole and in both languages; `~` is a space that does not break."""

from math import nan

import pytest

from indicators import catalogue
from locales import Language
from words.answers import no_year, not_understood, places_sentence
from words.change import Moved


def place(name: str, value: float, *, doubtful: bool = False) -> Moved:
    return Moved(name, name, nan, value, nan, doubtful=doubtful)


@pytest.mark.parametrize(
    ("lang", "id", "places", "said"),
    [
        (
            "de",
            "base_rent",
            [place("Lindenau", 6.789), place("Leipzig", 6.47)],
            "Im Jahr 2021 betrug die Grundmiete in Lindenau 6,79~€ je m², in Leipzig 6,47~€ je m².",
        ),
        ("de", "population", [place("Plagwitz", 17_209)], "Im Jahr 2021 hatte Plagwitz 17.209~Einwohner."),
        (
            "en",
            "mean_age",
            [place("Plagwitz", 38.14), place("Althen", nan), place("Leipzig", 42.3)],
            "In 2021 the mean age in Plagwitz was 38.1~years, in Leipzig 42.3~years; there is no figure for Althen.",
        ),
    ],
)
def test_the_figures_of_places_stand_in_one_sentence(lang: Language, id: str, places: list[Moved], said: str) -> None:
    assert places_sentence(lang, catalogue.load()[id], "2021", places).replace("\u00a0", "~") == said


def test_doubtful_figures_are_said_to_be() -> None:
    told = places_sentence("en", catalogue.load()["mean_age"], "2021", [place("Plagwitz", 38.1, doubtful=True)])
    assert told.endswith("doubtful.")


def test_what_is_missing_is_named() -> None:
    rent = catalogue.load()["base_rent"]
    assert no_year("de", rent, "2024", ["2011", "2021"]) == (
        "„Grundmiete“ hat keinen Wert für 2024; Werte gibt es von 2011 bis 2021."
    )
    assert not_understood("en", ["foo", "bar"]) == "Nothing here is known of “foo” and “bar”."
