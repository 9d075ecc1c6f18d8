"""All districts in words: on one scale, and in all years."""

from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import Language, number
from tests.words.sentences_pictures import CATALOGUE, PARTS, Cells, districts, frame, plain
from words.districts import distribution_sentence, heat_sentence

DISTRIBUTIONS: list[tuple[str, Cells, list[str], str, str]] = [
    (
        "mean_age",
        {"Plagwitz": 36.0, "Leutzsch": 42.0, "Lindenau": 44.0, "Wahren": 46.0, "Thekla": 50.0},
        ["Wahren", "Plagwitz"],
        "Durchschnittsalter (Jahre) im Jahr 2024: Median von fünf Ortsteilen 44,0, die mittlere Hälfte zwischen 42,0 "
        "und 46,0; Wahren 46,0 (Rang 2 von 5), Plagwitz 36,0 (Rang 5 von 5).",
        "Mean age (years) in 2024: median of five districts 44.0, middle half 42.0 to 46.0; "
        "Wahren 46.0 (2nd highest of 5), Plagwitz 36.0 (lowest of 5).",
    ),
    (
        "mean_age",
        {"Plagwitz": 40.0, "Leutzsch": 40.04, "Lindenau": 44.0, "Wahren": 50.0, "Thekla": nan},
        ["Plagwitz", "Thekla"],
        "Durchschnittsalter (Jahre) im Jahr 2024: Median von vier Ortsteilen 42,0, die mittlere Hälfte zwischen 40,0 "
        "und 45,5; Plagwitz 40,0 (Rang 3 von 4, geteilt); ein Wert fehlt (vertraulich oder zu wenige Fälle).",
        "Mean age (years) in 2024: median of four districts 42.0, middle half 40.0 to 45.5; "
        "Plagwitz 40.0 (lowest of 4, shared); one figure is missing (confidential or too few cases).",
    ),
    (
        "base_rent",
        {"Plagwitz": 5.0, "Leutzsch": 6.0, "Lindenau": 7.0, "Wahren": 8.0},
        [],
        "Grundmiete (€ je m²) im Jahr 2024: Median von vier Ortsteilen 6,50, die mittlere Hälfte zwischen 5,75 und "
        "7,25.",
        "Base rent (€ per m²) in 2024: median of four districts €6.50, middle half €5.75 to €7.25.",
    ),
    (
        "unemployment_share",
        {"Plagwitz": 5.0, "Leutzsch": 7.0},
        [],
        "Arbeitslosenanteil im Jahr 2024: Median von zwei Ortsteilen 6,0~%.",
        "Unemployment share in 2024: median of two districts 6.0%.",
    ),
    (
        "life_satisfaction",
        {"Plagwitz": 2.5, "Leutzsch": 2.0, "Lindenau": 2.2},
        ["Leutzsch"],
        "Lebenszufriedenheit (Schulnote, 1 = beste) im Jahr 2024: Median von drei Ortsteilen 2,2; "
        "Leutzsch 2,0 (Rang 1 von 3).",
        "Life satisfaction (school grade, 1 = best) in 2024: median of three districts 2.2; Leutzsch 2.0 (best of 3).",
    ),
    (
        "mean_age",
        {"Plagwitz": 36.0, "Leutzsch": nan},
        ["Plagwitz"],
        "Durchschnittsalter (Jahre) im Jahr 2024: Plagwitz 36,0; ein Wert fehlt (vertraulich oder zu wenige Fälle).",
        "Mean age (years) in 2024: Plagwitz 36.0; one figure is missing (confidential or too few cases).",
    ),
    (
        "mean_age",
        {"Plagwitz": nan, "Leutzsch": nan},
        ["Plagwitz"],
        "Durchschnittsalter im Jahr 2024: in den zwei Ortsteilen gibt es keine Werte.",
        "Mean age in 2024: there are no figures for its two districts.",
    ),
    (
        "mean_age",
        {"Plagwitz": (36.0, "U"), "Leutzsch": 38.0},
        [],
        "Durchschnittsalter (Jahre) im Jahr 2024: Median von zwei Ortsteilen 37,0. "
        "Mindestens einer dieser Werte ist unsicher.",
        "Mean age (years) in 2024: median of two districts 37.0. At least one of these figures is doubtful.",
    ),
]


@pytest.mark.parametrize(("id", "cells", "chosen", "german", "english"), DISTRIBUTIONS)
def test_distributions(id: str, cells: Cells, chosen: list[str], german: str, english: str) -> None:
    def said(lang: Language) -> str:
        rows = districts(lang, id, cells)
        return plain(distribution_sentence(lang, CATALOGUE[id], "2024", rows, chosen, PARTS[lang]))

    assert said("de") == german
    assert said("en") == english


@given(st.lists(st.integers(200, 900), min_size=4, max_size=63))
def test_the_middle_half_is_that_of_numpy(tenths: list[int]) -> None:
    values = [tenth / 10 for tenth in tenths]
    rows = districts("en", "mean_age", {str(n): value for n, value in enumerate(values)})
    said = distribution_sentence("en", CATALOGUE["mean_age"], "2024", rows, [], PARTS["en"])
    median, low, high = (number("en", float(np.percentile(values, share)), 1) for share in (50, 25, 75))
    assert f" {median}, middle half {low} to {high}." in said


HEATS: list[tuple[dict[str, Cells], str, str]] = [
    (
        {"2022": {"Plagwitz": 5.0, "Leutzsch": 9.0}, "2024": {"Plagwitz": 4.0, "Leutzsch": 8.0}},
        "höchster Wert 9,0~% in Leutzsch (2022), niedrigster 4,0~% in Plagwitz (2024).",
        "highest at 9.0% in Leutzsch (2022), lowest at 4.0% in Plagwitz (2024).",
    ),
    (
        {"2022": {"Plagwitz": 4.04, "Leutzsch": 9.0}, "2024": {"Plagwitz": 4.0}},
        "höchster Wert 9,0~% in Leutzsch (2022), niedrigster 4,0~% in Plagwitz (2022 und 2024); 1 von 4 Werten fehlt.",
        "highest at 9.0% in Leutzsch (2022), lowest at 4.0% in Plagwitz (2022 and 2024); 1 of 4 figures is missing.",
    ),
    (
        {
            "2022": {"Plagwitz": 0.0, "Leutzsch": 0.0},
            "2023": {"Plagwitz": 0.0, "Leutzsch": 0.0},
            "2024": {"Plagwitz": 9.0},
        },
        "höchster Wert 9,0~% in Plagwitz (2024), niedrigster 0,0~% (4-mal); 1 von 6 Werten fehlt.",
        "highest at 9.0% in Plagwitz (2024), lowest at 0.0% (4 times); 1 of 6 figures is missing.",
    ),
    (
        {"2022": {"Plagwitz": 5.0, "Leutzsch": 9.0}, "2024": {"Plagwitz": (4.0, "U"), "Leutzsch": nan}},
        "höchster Wert 9,0~% in Leutzsch (2022), niedrigster 4,0~% in Plagwitz (2024); 1 von 4 Werten fehlt. "
        "Mindestens einer dieser Werte ist unsicher.",
        "highest at 9.0% in Leutzsch (2022), lowest at 4.0% in Plagwitz (2024); 1 of 4 figures is missing. "
        "At least one of these figures is doubtful.",
    ),
    (
        {"2022": {"Plagwitz": 5.0, "Leutzsch": 5.0}, "2024": {"Plagwitz": 5.0, "Leutzsch": 5.0}},
        "überall gleich (5,0~%).",
        "the same everywhere (5.0%).",
    ),
]


@pytest.mark.parametrize(("periods", "german", "english"), HEATS)
def test_all_years(periods: dict[str, Cells], german: str, english: str) -> None:
    values = frame(periods)
    rows = values.assign(name=values["area"])

    def said(lang: Language) -> str:
        share = CATALOGUE["unemployment_share"]
        return plain(heat_sentence(lang, share, rows, list(periods), ["Plagwitz", "Leutzsch"]))

    assert said("de") == f"Arbeitslosenanteil, 2022 bis 2024: {german}"
    assert said("en") == f"Unemployment share, 2022 to 2024: {english}"


def test_all_years_of_grades_and_of_nothing() -> None:
    values = frame({"2022": {"Plagwitz": 2.5, "Leutzsch": 1.9}})
    rows = values.assign(name=values["area"])
    grades = CATALOGUE["life_satisfaction"]
    assert plain(heat_sentence("de", grades, rows, ["2022"], ["Plagwitz", "Leutzsch"])) == (
        "Lebenszufriedenheit (Schulnote, 1 = beste), 2022: bester Wert Note 1,9 in Leutzsch, "
        "schlechtester 2,5 in Plagwitz."
    )
    none = heat_sentence("de", grades, rows, ["2024"], ["Plagwitz"])
    assert none == "Für diese Auswahl gibt es keine Werte."
