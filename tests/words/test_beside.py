"""Changes beside each other and the city's for comparison; `~` is a space that does not break, none before percent."""

from math import nan

import pytest

from indicators import catalogue
from locales import Language
from words.beside import changes_beside, city_beside
from words.change import Moved

CATALOGUE = catalogue.load()
SPAN = ("2012", "2022")


def plain(told: str) -> str:
    return told.replace("\u00a0%", "%").replace("\u00a0", "~")


def city(start: float, end: float, change: float) -> Moved:
    return Moved("Leipzig", "Leipzig", start, end, change)


def test_two_changes() -> None:
    places = [Moved("A", "A", 10, 6, -4), Moved("B", "B", 5, 5.5, 0.5, ("2017",))]
    told = plain(changes_beside("de", CATALOGUE["unemployment_share"], "2012", places))
    assert told.startswith("Veränderung seit 2012: A −4,0~Prozentpunkte, B +0,5~Prozentpunkte.")
    assert told.endswith("(2017); die Veränderung ist eingeschränkt vergleichbar.")


def test_percent_from_few_have_their_counts_beside_them() -> None:
    """From 4 to 10 people is 150 %."""
    told = plain(changes_beside("en", CATALOGUE["unemployed"], "2012", [Moved("A", "A", 4, 10, 150)]))
    assert told == "Change since 2012: A +150.0% (from 4 to 10)."


CASES: list[tuple[Language, str, Moved, tuple[str, str], str]] = [
    ("de", "unemployment_share", city(8.2, 5.1, -3.1), SPAN, "5,1% (2022), −3,1~Prozentpunkte seit 2012."),
    ("en", "unemployment_share", city(8.2, 5.1, -3.1), ("2022", "2022"), "5.1% (2022)."),
    ("en", "unemployment_share", city(nan, 5.1, nan), SPAN, "5.1% (2022)."),
    ("en", "population", city(500_000, 600_000, 20), SPAN, "+20.0% since 2012."),
]


@pytest.mark.parametrize(("lang", "id", "moved", "span", "told"), CASES)
def test_the_city_says_what_compares(lang: Language, id: str, moved: Moved, span: tuple[str, str], told: str) -> None:
    """Of a count of the whole city only the change compares with that of its parts."""
    begins = "Zum Vergleich Leipzig: " if lang == "de" else "For comparison, Leipzig: "
    assert plain(city_beside(lang, CATALOGUE[id], span, moved)) == begins + told


def test_nothing_is_said_of_a_city_without_what_compares() -> None:
    assert not city_beside("en", CATALOGUE["population"], ("2022", "2022"), city(1, 2, 100))
    assert not city_beside("en", CATALOGUE["unemployment_share"], SPAN, city(8, nan, nan))
