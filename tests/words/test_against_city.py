"""Places beside the city in words: all its parts in one period, and a group from the first to the last."""

from math import nan

import pytest

from locales import Language
from tests.words.sentences_pictures import CATALOGUE, PARTS, SPAN, Cells, city, districts, plain
from words.against_city import Latest, against_city_sentence, gap_sentence, multiples_sentence
from words.change import Moved


def against(lang: Language, id: str, cells: Cells, value: float, *, doubtful: bool = False) -> str:
    rows = districts(lang, id, cells)
    return plain(against_city_sentence(lang, CATALOGUE[id], "2024", rows, value, PARTS[lang], doubtful=doubtful))


AGAINST: list[tuple[str, Cells, float, str, str]] = [
    (
        "unemployment_share",
        {"Plagwitz": 5.4, "Leutzsch": 12.1, "Lindenau": 1.2, "Wahren": 5.14},
        5.1,
        "Arbeitslosenanteil im Jahr 2024: Leipzig 5,1~%; von vier Ortsteilen 2 darüber, 1 darunter, 1 gleichauf; "
        "am weitesten darüber in Leutzsch (+7,0~Prozentpunkte), "
        "am weitesten darunter in Lindenau (−3,9~Prozentpunkte).",
        "Unemployment share in 2024: Leipzig 5.1~%; of four districts 2 above, 1 below, 1 level; "
        "furthest above in Leutzsch (+7.0~percentage points), furthest below in Lindenau (−3.9~percentage points).",
    ),
    (
        "unemployment_share",
        {"Plagwitz": 6.1, "Leutzsch": 6.12},
        5.1,
        "Arbeitslosenanteil im Jahr 2024: Leipzig 5,1~%; von zwei Ortsteilen 2 darüber; "
        "am weitesten darüber in Leutzsch und Plagwitz (je +1,0~Prozentpunkt).",
        "Unemployment share in 2024: Leipzig 5.1~%; of two districts 2 above; "
        "furthest above in Leutzsch and Plagwitz (+1.0~percentage point each).",
    ),
    (
        "net_income_person",
        {"Plagwitz": 1_200, "Leutzsch": 2_000, "Lindenau": nan},
        1_600,
        "Persönliches Nettoeinkommen im Jahr 2024: Leipzig 1.600~€ im Monat; von drei Ortsteilen 1 darüber, "
        "1 darunter; am weitesten darüber in Leutzsch (+25,0~%), am weitesten darunter in Plagwitz (−25,0~%); "
        "ein Wert fehlt (vertraulich oder zu wenige Fälle).",
        "Net income per person in 2024: Leipzig 1,600~€ a month; of three districts 1 above, 1 below; "
        "furthest above in Leutzsch (+25.0~%), furthest below in Plagwitz (−25.0~%); "
        "one figure is missing (confidential or too few cases).",
    ),
    (
        "mean_age",
        {"Plagwitz": 42.0, "Leutzsch": 42.04},
        42.0,
        "Durchschnittsalter im Jahr 2024: Leipzig 42,0~Jahre; von zwei Ortsteilen 2 gleichauf.",
        "Mean age in 2024: Leipzig 42.0~years; of two districts 2 level.",
    ),
    (
        "population_change",
        {"Plagwitz": -3.0, "Leutzsch": 0.5},
        -1.0,
        "Bevölkerungsentwicklung zum Vorjahr im Jahr 2024: Leipzig −1,0~%; von zwei Ortsteilen 1 darüber, "
        "1 darunter; am weitesten darüber in Leutzsch (+1,5~Prozentpunkte), "
        "am weitesten darunter in Plagwitz (−2,0~Prozentpunkte).",
        "Population change on the year before in 2024: Leipzig −1.0~%; of two districts 1 above, 1 below; "
        "furthest above in Leutzsch (+1.5~percentage points), furthest below in Plagwitz (−2.0~percentage points).",
    ),
    (
        "base_rent",
        {"Plagwitz": 7.62, "Leutzsch": 5.91},
        nan,
        "Grundmiete im Jahr 2024: kein Wert für Leipzig; im Vergleich von zwei Ortsteilen am höchsten in "
        "Plagwitz (7,62~€ je m²), am niedrigsten in Leutzsch (5,91).",
        "Base rent in 2024: no figure for Leipzig; of its two districts highest in Plagwitz (7.62~€ per m²), "
        "lowest in Leutzsch (5.91).",
    ),
    (
        "base_rent",
        {"Plagwitz": nan, "Leutzsch": nan},
        6.0,
        "Grundmiete im Jahr 2024: Leipzig 6,00~€ je m²; in den zwei Ortsteilen gibt es keine Werte.",
        "Base rent in 2024: Leipzig 6.00~€ per m²; there are no figures for its two districts.",
    ),
]


@pytest.mark.parametrize(("id", "cells", "value", "german", "english"), AGAINST)
def test_above_and_below_the_city(id: str, cells: Cells, value: float, german: str, english: str) -> None:
    assert against("de", id, cells, value) == german
    assert against("en", id, cells, value) == english


def test_doubts_of_the_furthest_and_of_the_city_are_told() -> None:
    sure = against("en", "mean_age", {"Plagwitz": 40.0, "Leutzsch": (41.0, "U")}, 42.0)
    doubt = " At least one of these figures is doubtful."
    assert not sure.endswith(doubt)
    assert against("en", "mean_age", {"Plagwitz": (40.0, "U"), "Leutzsch": 41.0}, 42.0) == sure + doubt
    assert against("en", "mean_age", {"Plagwitz": 40.0, "Leutzsch": 41.0}, 42.0, doubtful=True) == sure + doubt


WEST: dict[Language, tuple[str, str]] = {"de": ("Leipzig West", "Leipzig West"), "en": ("Leipzig West",) * 2}

GAPS: list[tuple[str, tuple[float, float], tuple[float, float], str, str]] = [
    (
        "unemployment_share",
        (15.5, 5.4),
        (13.0, 5.1),
        "lag der Wert im Jahr 2012 um 2,5~Prozentpunkte über dem der Stadt, im Jahr 2024 um 0,3~Prozentpunkte darüber; "
        "der Abstand ist kleiner geworden.",
        "the value lay 2.5~percentage points above the city’s in 2012, 0.3~percentage points above it in 2024; "
        "the gap has narrowed.",
    ),
    (
        "unemployment_share",
        (12.0, 2.1),
        (13.0, 5.1),
        "lag der Wert im Jahr 2012 um 1,0~Prozentpunkt unter dem der Stadt, im Jahr 2024 um 3,0~Prozentpunkte "
        "darunter; der Abstand ist größer geworden.",
        "the value lay 1.0~percentage point below the city’s in 2012, 3.0~percentage points below it in 2024; "
        "the gap has widened.",
    ),
    (
        "unemployment_share",
        (14.0, 4.0),
        (13.0, 5.1),
        "lag der Wert im Jahr 2012 um 1,0~Prozentpunkt über dem der Stadt, im Jahr 2024 um 1,1~Prozentpunkte "
        "darunter; der Abstand hat sich umgekehrt.",
        "the value lay 1.0~percentage point above the city’s in 2012, 1.1~percentage points below it in 2024; "
        "the gap has turned round.",
    ),
    (
        "unemployment_share",
        (14.0, 5.13),
        (13.0, 5.1),
        "lag der Wert im Jahr 2012 um 1,0~Prozentpunkt über dem der Stadt, im Jahr 2024 gleichauf; "
        "der Abstand hat sich geschlossen.",
        "the value lay 1.0~percentage point above the city’s in 2012, level with it in 2024; the gap has closed.",
    ),
    (
        "mean_age",
        (42.0, 40.0),
        (42.04, 42.5),
        "lag der Wert im Jahr 2012 gleichauf mit dem der Stadt, im Jahr 2024 um 2,5~Jahre darunter; "
        "ein Abstand ist entstanden.",
        "the value lay level with the city’s in 2012, 2.5~years below it in 2024; a gap has opened.",
    ),
    (
        "mean_age",
        (42.0, 42.5),
        (42.0, 42.46),
        "lag der Wert im Jahr 2012 gleichauf mit dem der Stadt, im Jahr 2024 gleichauf; "
        "zu beiden Zeitpunkten bestand kein Abstand.",
        "the value lay level with the city’s in 2012, level with it in 2024; there was no gap at either time.",
    ),
    (
        "mean_age",
        (40.0, 41.02),
        (42.0, 43.0),
        "lag der Wert im Jahr 2012 um 2,0~Jahre unter dem der Stadt, im Jahr 2024 um 2,0~Jahre darunter; "
        "der Abstand ist so groß wie zuvor.",
        "the value lay 2.0~years below the city’s in 2012, 2.0~years below it in 2024; the gap is as wide as before.",
    ),
    (
        "population_density",
        (3_000, 4_500),
        (1_500, 2_000),
        "lag der Wert im Jahr 2012 um 100,0~% über dem der Stadt, im Jahr 2024 um 125,0~% darüber; "
        "der Abstand ist größer geworden.",
        "the value lay 100.0~% above the city’s in 2012, 125.0~% above it in 2024; the gap has widened.",
    ),
]


def gap(lang: Language, id: str, group: tuple[float, float], ends: tuple[float, float], **care: object) -> str:
    subject = Moved(*WEST[lang], *group, group[1] - group[0], **care)  # type: ignore[arg-type]
    return plain(gap_sentence(lang, CATALOGUE[id], SPAN, subject, city(*ends)))


@pytest.mark.parametrize(("id", "group", "ends", "german", "english"), GAPS)
def test_gaps(id: str, group: tuple[float, float], ends: tuple[float, float], german: str, english: str) -> None:
    title = CATALOGUE[id].title
    assert gap("de", id, group, ends) == f"{title['de']}: In Leipzig West {german}"
    assert gap("en", id, group, ends) == f"{title['en']}: in Leipzig West {english}"


def test_a_gap_across_a_break_or_of_doubtful_figures_says_so() -> None:
    sure = gap("en", "mean_age", (40, 41), (42, 43))
    assert gap("en", "mean_age", (40, 41), (42, 43), breaks=("2022",)) == (
        f"{sure} The change crosses a break in the series (2022)."
    )
    assert gap("en", "mean_age", (40, 41), (42, 43), doubtful=True) == (
        f"{sure} At least one of these figures is doubtful."
    )


def test_a_gap_that_cannot_be_stated() -> None:
    assert gap("de", "mean_age", (nan, 41), (42, 43)) == (
        "Durchschnittsalter: Der Abstand zwischen Leipzig West und der Stadt lässt sich nicht für beide Zeitpunkte "
        "angeben."
    )
    assert gap("en", "population_density", (10, 41), (0, 43)) == (
        "Population density: the gap between Leipzig West and the city cannot be stated for both periods."
    )


def test_a_gap_in_a_single_year() -> None:
    chosen = Moved("Ihre Auswahl", "Ihrer Auswahl", 41.0, 41.0, 0.0)
    said = gap_sentence("de", CATALOGUE["mean_age"], ("2024", "2024"), chosen, city(42.0, 42.0))
    assert (
        plain(said)
        == "Durchschnittsalter: In Ihrer Auswahl lag der Wert im Jahr 2024 um 1,0~Jahre unter dem der Stadt."
    )


def test_multiples_tell_the_newest_values() -> None:
    latest = [
        Latest(CATALOGUE["population"], "2024", 88_047, 632_562),
        Latest(CATALOGUE["unemployment_share"], "2022", 5.12, 5.1),
        Latest(CATALOGUE["base_rent"], "2021", nan, 6.47),
        Latest(CATALOGUE["mean_age"], "2023", 38.7, nan),
    ]
    assert plain(multiples_sentence("de", "Leipzig West", latest)) == (
        "Leipzig West, in Klammern die Stadt: Einwohner 88.047~Personen (632.562) im Jahr 2024; "
        "Arbeitslosenanteil 5,1~% (5,1~%) im Jahr 2022; Grundmiete kein Wert (6,47~€ je m²) im Jahr 2021; "
        "Durchschnittsalter 38,7~Jahre (–) im Jahr 2023."
    )
    assert plain(multiples_sentence("en", "your selection", latest[:2])) == (
        "Your selection, in brackets the city: Population 88,047~persons (632,562) in 2024; "
        "Unemployment share 5.1~% (5.1~%) in 2022."
    )
