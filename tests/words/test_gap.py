"""How far a place is from the city, in both languages; `~` is a space that does not break, none before percent."""

from math import nan

import pytest

from indicators import catalogue
from locales import LANGUAGES, Language
from words.change import Moved
from words.gap import gap_sentence

CATALOGUE = catalogue.load()
SPAN = ("2001", "2022")


def sentence(lang: Language, id: str, place: Moved, city: Moved) -> str:
    return gap_sentence(lang, CATALOGUE[id], SPAN, place, city).replace("\u00a0%", "%").replace("\u00a0", "~")


def moved(start: float, end: float, breaks: tuple[str, ...] = ()) -> Moved:
    return Moved("X", "X", start, end, end - start, breaks)


def test_a_gap_that_closed() -> None:
    """5.17 − 5.14 = 0.03, which is 0.0 and needs the second decimals; 15.5 − 12.9 = 2.6."""
    place, city = moved(15.5, 5.17), moved(12.9, 5.14)
    assert sentence("de", "unemployment_share", place, city) == (
        "Im Jahr 2001 lag der Arbeitslosenanteil in X 2,6~Prozentpunkte über dem Wert der Stadt (15,5 gegenüber "
        "12,9%), im Jahr 2022 lag er gleichauf mit der Stadt (5,17 gegenüber 5,14%)."
    )
    assert sentence("en", "unemployment_share", place, city) == (
        "In 2001 the unemployment share in X was 2.6~percentage points above the city’s (15.5 against 12.9%), in 2022 "
        "it was level with the city’s (5.17 against 5.14%)."
    )


def test_a_gap_that_changed_its_side_over_a_break() -> None:
    told = sentence("en", "mean_age", moved(44, 41, ("2011",)), moved(43, 42.5))
    assert "In 2001 the mean age in X was 1.0~years above the city’s (44.0 against 43.0~years)" in told
    assert "in 2022 it was 1.5~years below the city’s (41.0 against 42.5~years)." in told
    assert "(2011)" in told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", [moved(nan, 5), moved(5, nan)])
def test_no_gap_without_all_four_figures(lang: Language, place: Moved) -> None:
    assert not sentence(lang, "unemployment_share", place, moved(6, 5))
    assert not sentence(lang, "unemployment_share", moved(6, 5), place)
