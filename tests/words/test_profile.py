"""The sentence above a profile, word by word."""

import math

import pytest

from indicators import catalogue
from locales import Language
from words.change import Moved
from words.profile import Apart, Residents, profile_sentence

NAN = math.nan
POPULATION = catalogue.load()["population"]
SPAN = ("2012", "2024")
GREW = Moved("Plagwitz", "Plagwitz", 13_236, 17_209, 30.02)
"""17,209 ÷ 13,236 is 1.3002."""


def told(
    lang: Language,
    residents: Residents | None,
    apart: tuple[Apart, ...] = (),
    similar: tuple[str, ...] = (),
) -> str:
    return profile_sentence(lang, "Plagwitz", POPULATION, residents, apart, similar).replace("\u00a0", " ")


def moved(start: float, end: float, change: float, breaks: tuple[str, ...] = ()) -> Residents:
    return Residents(SPAN, Moved("Plagwitz", "Plagwitz", start, end, change, breaks), "A")


@pytest.mark.parametrize(
    ("residents", "german", "english"),
    [
        (
            Residents(SPAN, GREW, "A"),
            "Im Jahr 2024 hatte Plagwitz 17.209 Einwohner, 30,0 % mehr als 2012.",
            "In 2024 Plagwitz had 17,209 residents, 30.0% more than in 2012.",
        ),
        (
            moved(2, 1, -50),
            "Im Jahr 2024 hatte Plagwitz 1 Einwohner, 50,0 % weniger als 2012.",
            "In 2024 Plagwitz had 1 resident, 50.0% fewer than in 2012.",
        ),
        (
            moved(10_000, 10_004, 0.04),
            "Im Jahr 2024 hatte Plagwitz 10.004 Einwohner, etwa so viele wie 2012.",
            "In 2024 Plagwitz had 10,004 residents, about as many as in 2012.",
        ),
        (
            moved(NAN, 0, NAN),
            "Im Jahr 2024 hatte Plagwitz 0 Einwohner; eine Veränderung seit 2012 lässt sich nicht angeben.",
            "In 2024 Plagwitz had 0 residents; no change since 2012 can be stated.",
        ),
        (
            moved(100, 150, 50, ("2015", "2020")),
            "Im Jahr 2024 hatte Plagwitz 150 Einwohner, 50,0 % mehr als 2012 (über einen Bruch in der Reihe: 2015 und "
            "2020).",
            "In 2024 Plagwitz had 150 residents, 50.0% more than in 2012 (across a break in the series: "
            "2015 and 2020).",
        ),
        (
            Residents(SPAN, GREW, "U"),
            "Im Jahr 2024 hatte Plagwitz 17.209 Einwohner (unsicherer Wert), 30,0 % mehr als 2012.",
            "In 2024 Plagwitz had 17,209 residents (doubtful figure), 30.0% more than in 2012.",
        ),
        (
            Residents(SPAN, Moved("Plagwitz", "Plagwitz", 1, NAN, NAN), "Q"),
            "Plagwitz: keine Einwohnerzahl (vertraulich oder zu wenige Fälle).",
            "Plagwitz: no number of residents (confidential or too few cases).",
        ),
        (
            None,
            "Plagwitz: keine Einwohnerzahl (nicht erhoben oder nicht veröffentlicht).",
            "Plagwitz: no number of residents (not collected or not published).",
        ),
    ],
)
def test_how_many_live_there(residents: Residents | None, german: str, english: str) -> None:
    assert (told("de", residents), told("en", residents)) == (german, english)


def test_what_is_unlike_the_city() -> None:
    age, rent = (
        Apart("the mean age", "2023", "38.1", "42.3 years"),
        Apart("the total rent", "2021", "10.08", "8.67 € per m²"),
    )
    one, two = (told("en", None, things).split(". ", 1)[1] for things in ((age,), (age, rent)))
    assert one == "It differs most from the city in the mean age (2023: 38.1; city 42.3 years)."
    assert two == (
        "It differs most from the city in the mean age (2023: 38.1; city 42.3 years) and the total rent (2021: 10.08; "
        "city 8.67 € per m²)."
    )
    assert "Größte Unterschiede zur Stadt: the mean age (2023: 38.1; Stadt 42.3 years)." in told("de", None, (age,))


@pytest.mark.parametrize(
    ("similar", "german", "english"),
    [
        (("Lindenau",), "Am ähnlichsten ist Lindenau.", "Most similar is Lindenau."),
        (
            ("Lindenau", "Südvorstadt"),
            "Am ähnlichsten sind, gleichauf, Lindenau und die Südvorstadt.",
            "Most similar, and equally so, are Lindenau and Südvorstadt.",
        ),
    ],
)
def test_what_is_alike(similar: tuple[str, ...], german: str, english: str) -> None:
    assert told("de", None, (), similar).endswith(german)
    assert told("en", None, (), similar).endswith(english)
