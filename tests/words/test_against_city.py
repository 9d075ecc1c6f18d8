"""Places beside the city in words: all its parts in one period, and a group from the first to the last."""

from collections.abc import Mapping
from math import nan

import pytest

from indicators.analysis.limits import Limits
from locales import Language
from tests.words.sentences_pictures import CATALOGUE, PARTS, Cells, districts, plain
from words.against_city import against_city_sentence
from words.limits import NONE


def against(
    lang: Language,
    id: str,
    cells: Cells,
    value: float,
    *,
    doubtful: bool = False,
    limits: Mapping[str, Limits] = NONE,
) -> str:
    rows = districts(lang, id, cells)
    said = against_city_sentence(
        lang, CATALOGUE[id], "2024", rows, value, PARTS[lang], doubtful=doubtful, limits=limits
    )
    return plain(said)


AGAINST: list[tuple[str, Cells, float, str, str]] = [
    (
        "unemployment_share",
        {"Plagwitz": 5.4, "Leutzsch": 12.1, "Lindenau": 1.2, "Wahren": 5.14},
        5.1,
        "Im Jahr 2024 betrug der Arbeitslosenanteil in Leipzig 5,1~%; höher in zwei von vier Ortsteilen, "
        "niedriger in einem, gleich in einem; am weitesten darüber in Leutzsch (+7,0~Prozentpunkte), am "
        "weitesten darunter in Lindenau (−3,9~Prozentpunkte).",
        "In 2024 the unemployment share in Leipzig was 5.1%; two of four districts above, one below, one level; "
        "furthest above in Leutzsch (+7.0~percentage points), furthest below in Lindenau (−3.9~percentage points).",
    ),
    (
        "unemployment_share",
        {"Plagwitz": 6.1, "Leutzsch": 6.12},
        5.1,
        "Im Jahr 2024 betrug der Arbeitslosenanteil in Leipzig 5,1~%; höher in beiden Ortsteilen; am "
        "weitesten darüber in Leutzsch und Plagwitz (je +1,0~Prozentpunkt).",
        "In 2024 the unemployment share in Leipzig was 5.1%; both districts above; furthest above in "
        "Leutzsch and Plagwitz (+1.0~percentage point each).",
    ),
    (
        "net_income_person",
        {"Plagwitz": 1_200, "Leutzsch": 2_000, "Lindenau": nan},
        1_600,
        "Im Jahr 2024 betrug das persönliche Nettoeinkommen in Leipzig 1.600~€ im Monat; höher in einem von zwei "
        "Ortsteilen mit Werten, niedriger in einem; am weitesten darüber in Leutzsch (+25,0~%), am "
        "weitesten darunter in Plagwitz (−25,0~%); ein Wert fehlt (vertraulich oder zu wenige Fälle).",
        "In 2024 the net income per person in Leipzig was €1,600~a month; one of two districts with figures above, "
        "one below; "
        "furthest above in Leutzsch (+25.0%), furthest below in Plagwitz (−25.0%); one figure is missing "
        "(confidential or too few cases).",
    ),
    (
        "mean_age",
        {"Plagwitz": 42.0, "Leutzsch": 42.04},
        42.0,
        "Im Jahr 2024 betrug das Durchschnittsalter in Leipzig 42,0~Jahre; gleich in beiden Ortsteilen.",
        "In 2024 the mean age in Leipzig was 42.0~years; both districts level.",
    ),
    (
        "population_change",
        {"Plagwitz": -3.0, "Leutzsch": 0.5},
        -1.0,
        "Im Jahr 2024 betrug das Bevölkerungswachstum gegenüber dem Vorjahr in Leipzig −1,0~%; höher in einem "
        "von zwei Ortsteilen, niedriger in einem; am weitesten darüber in Leutzsch (+1,5~Prozentpunkte), am weitesten "
        "darunter in Plagwitz (−2,0~Prozentpunkte).",
        "In 2024 the year-on-year population growth in Leipzig was −1.0%; one of two districts above, one "
        "below; furthest above in Leutzsch (+1.5~percentage points), furthest below in Plagwitz (−2.0~percentage "
        "points).",
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
        "base_rent",
        {"Plagwitz": nan, "Leutzsch": nan},
        6.0,
        "Im Jahr 2024 betrug die Grundmiete in Leipzig 6,00~€ je m²; in den zwei Ortsteilen gibt es keine Werte.",
        "In 2024 the base rent in Leipzig was €6.00~per m²; there are no figures for its two districts.",
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


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "de",
            "von drei Ortsteilen 2 sicher darüber und 1 sicher darunter; am weitesten darunter in Lindenau (−20,0~%).",
        ),
        (
            "en",
            "of three districts 2 are surely above and 1 is surely below; furthest below in Lindenau (−20.0%).",
        ),
    ],
)
def test_of_a_model_only_what_limits_tell_apart_is_named(lang: Language, expected: str) -> None:
    cells: Cells = {"Plagwitz": 130.0, "Leutzsch": 120.0, "Lindenau": 80.0}
    limits = {"Plagwitz": (119.0, 141.0), "Leutzsch": (109.0, 131.0), "Lindenau": (71.0, 89.0)}
    assert against(lang, "residential_heat_per_m2", cells, 100.0, limits=limits).endswith(expected)
    above = {"Plagwitz": 130.0, "Leutzsch": 105.0}
    sure = limits | {"Leutzsch": (95.0, 115.0)}
    told = against(lang, "residential_heat_per_m2", above, 100.0, limits=sure)
    assert told.endswith("(+30,0~%)." if lang == "de" else "(+30.0%).")
