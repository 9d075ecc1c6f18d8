"""What is said of the districts of a group that has no figure itself; `~` is a space that does not break."""

from math import nan

import pytest

from indicators import catalogue
from locales import Language
from words.change import Moved
from words.members import members_sentence

CATALOGUE = catalogue.load()
PARTS: dict[Language, str] = {"de": "Ortsteilen", "en": "districts"}
INCOME = "net_income_person"


def change(name: str, start: float, end: float, breaks: tuple[str, ...] = ()) -> Moved:
    return Moved(name, name, start, end, 100 * (end - start) / start, breaks)


def sentence(lang: Language, members: list[Moved], city: Moved, span: tuple[str, str] = ("2011", "2021")) -> str:
    told = members_sentence(lang, CATALOGUE[INCOME], span, members, city, PARTS[lang])
    return told.replace("\u00a0%", "%").replace("\u00a0", "~")


CITY = change("city", 1000, 1400)
A, B, C = change("A", 1000, 1900), change("B", 800, 1200), change("C", 1000, 1300)


def test_all_rose_more_than_the_city() -> None:
    assert sentence("de", [A, B], CITY) == (
        "Von 2011 bis 2021 stieg das persönliche Nettoeinkommen in beiden Ortsteilen stärker als in der "
        "Stadt (+40,0%), am stärksten in A (+90,0%), am wenigsten in B (+50,0%)."
    )
    assert sentence("en", [A, B], CITY) == (
        "From 2011 to 2021 the net income per person rose more than in the city (+40.0%) in both districts, most in "
        "A (+90.0%), least in B (+50.0%)."
    )


def test_some_and_none_rose_more() -> None:
    assert "in two of the three districts, most in A (+90.0%), least in C (+30.0%)." in sentence("en", [A, B, C], CITY)
    assert "in none of the two districts" in sentence("en", [C, change("D", 1000, 1400)], CITY)
    assert "in keinem von zwei Ortsteilen" in sentence("de", [C, change("D", 1000, 1400)], CITY)


def test_as_much_as_the_city_is_not_more() -> None:
    """40.04 % looks like the city's 40.0 %."""
    assert "in one of the two districts" in sentence("en", [A, change("D", 10000, 14004)], CITY)


def test_where_the_city_fell_more_is_further_down() -> None:
    told = sentence("en", [change("A", 100, 70), change("B", 100, 95), C], change("city", 100, 90))
    assert "fell more than in the city (−10.0%) in one of the three districts, most in A (−30.0%), least in C" in told


def test_districts_that_are_level_are_named_together() -> None:
    assert "most in A and B (+50.0% each), least in C" in sentence(
        "en", [change("A", 2, 3), change("B", 4, 6), C], CITY
    )


def test_breaks_of_those_named_are_said_and_missing_districts_counted() -> None:
    told = sentence("en", [change("A", 1000, 1900, ("2021",)), B, Moved("C", "C", nan, 5, nan)], CITY)
    assert "in both districts with figures" in told
    assert told.endswith("(2021).")


def test_of_one_period_it_is_told_where_values_are_above() -> None:
    span = ("2021", "2021")
    assert sentence("de", [A, B, C], CITY, span) == (
        "Im Jahr 2021 lag das persönliche Nettoeinkommen in einem von drei Ortsteilen über dem Wert der Stadt "
        "(1.400~€ im Monat)."
    )


@pytest.mark.parametrize(
    ("members", "city"), [([A], CITY), ([], CITY), ([A, B], Moved("city", "city", nan, 1, nan)), ([A, C], A)]
)
def test_nothing_is_said_of_one_or_without_the_city(members: list[Moved], city: Moved) -> None:
    told = sentence("en", members, city)
    assert bool(told) == (city is A)
