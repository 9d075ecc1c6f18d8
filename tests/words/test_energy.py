"""The sentences of the energy page, in both languages."""

import pandas as pd
import pytest

from data.areas import CITY
from indicators.catalogue import load
from indicators.energy.scenario import Measures
from locales import Language
from words.energy import district_heat, followed, rough, scenario, where

PER_M2 = load()["residential_heat_per_m2"]
TOTAL = load()["residential_heat"]
ROWS = pd.DataFrame(
    [
        ("33", "Marienbrunn", 132.3),
        (CITY, "Leipzig", 119.324),
        ("25", "Heiterblick", 87.5),
        ("70", "Lindenau", float("nan")),
    ],
    columns=["area", "name", "shade"],
)
OUTCOME = {
    "heat": 2_000e3,
    "heat_then": 1_900e3,
    "heat_percent": -5.0,
    "emissions": 400_400.0,
    "emissions_then": 300_300.0,
    "emissions_percent": -25.0,
}


PARTS: dict[Language, str] = {"de": "Ortsteilen", "en": "districts"}


def plain(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "de",
            "Im Jahr 2022 betrug die modellierte Heizenergie je m² Wohnfläche in Leipzig 119,3 kWh je m² im "
            "Jahr, Unsicherheitsbereich 105,7 bis 132,8; am höchsten in Marienbrunn (132,3), am niedrigsten in "
            "Heiterblick (87,5).",
        ),
        (
            "en",
            "In 2022 the modelled heating energy per m² of living space in Leipzig was 119.3 kWh per m² a year, "
            "uncertainty from 105.7 to 132.8; highest in Marienbrunn (132.3), lowest in Heiterblick (87.5).",
        ),
    ],
)
def test_where_heat_is_used(lang: Language, expected: str) -> None:
    assert plain(where(lang, PER_M2, "2022", ROWS, {CITY: (105.71, 132.76)}, PARTS[lang])) == expected


def test_the_city_takes_up_what_was_said_of_a_chosen_district() -> None:
    told = plain(where("de", PER_M2, "2022", ROWS, {CITY: (105.71, 132.76)}, PARTS["de"], taken_up=True))
    assert told.startswith("In Leipzig betrug sie 119,3 kWh je m² im Jahr, Unsicherheitsbereich 105,7 bis 132,8;")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "de",
            "Unsicherheitsbereich 105,7 bis 132,8; von zwei Ortsteilen 1 sicher darunter und 1 wegen der "
            "Unsicherheit nicht von der Stadt zu unterscheiden.",
        ),
        (
            "en",
            "uncertainty from 105.7 to 132.8; of two districts 1 is surely below and 1 cannot be told "
            "apart from the city, given the uncertainty.",
        ),
    ],
)
def test_no_highest_is_named_that_limits_cannot_tell_from_the_lowest(lang: Language, expected: str) -> None:
    limits = {CITY: (105.71, 132.76), "33": (99.9, 160.0), "25": (70.0, 99.9)}
    assert plain(where(lang, PER_M2, "2022", ROWS, limits, PARTS[lang])).endswith(expected)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "de",
            "in den vier Ortsteilen zwischen 87,5 und 132,3; welcher den höchsten und welcher den niedrigsten Wert "
            "hat, lässt die Unsicherheit offen.",
        ),
        (
            "en",
            "between 87.5 and 132.3 in the four districts; which is highest and which lowest can’t be told, given the "
            "uncertainty.",
        ),
    ],
)
def test_ends_that_limits_cannot_tell_from_others_are_not_named(lang: Language, expected: str) -> None:
    """Lindenau's limits reach those of Marienbrunn, the highest; Plagwitz's reach both ends."""
    more = [("70", "Lindenau", 120.0), ("51", "Plagwitz", 110.0)]
    rows = pd.concat([ROWS[:3], pd.DataFrame(more, columns=ROWS.columns)])
    limits = {"33": (115.0, 140.0), "25": (70.0, 99.9), "70": (110.0, 130.0), "51": (95.0, 116.0)}
    assert plain(where(lang, PER_M2, "2022", rows, limits, PARTS[lang])).endswith(expected)


def test_ends_that_limits_tell_from_all_others_are_named() -> None:
    rows = pd.concat([ROWS[:3], pd.DataFrame([("70", "Lindenau", 110.0)], columns=ROWS.columns)])
    limits = {"33": (125.0, 140.0), "25": (70.0, 99.9), "70": (100.0, 124.9)}
    told = where("en", PER_M2, "2022", rows, limits, "districts")
    assert told.endswith("highest in Marienbrunn (132.3), lowest in Heiterblick (87.5).")


def test_several_that_are_level_as_shown_are_named_together() -> None:
    rows = pd.concat([ROWS[:3], pd.DataFrame([("70", "Lindenau", 132.26)], columns=ROWS.columns)])
    assert "highest in Marienbrunn and Lindenau (132.3 each)" in where("en", PER_M2, "2022", rows, {}, "districts")


def test_heat_of_city_and_districts_is_told_in_the_same_unit() -> None:
    heat = ROWS.assign(shade=[130_735.0, 2_906e3, 9_400.0, float("nan")])
    assert plain(where("de", TOTAL, "2022", heat, {CITY: (2_575e3, 3_233e3)}, "Ortsteilen")) == (
        "Im Jahr 2022 betrug die modellierte Heizenergie der Wohnungen in Leipzig 2.906 GWh im Jahr, "
        "Unsicherheitsbereich 2.575 bis 3.233; am höchsten in Marienbrunn (131), am niedrigsten in Heiterblick (9)."
    )


def test_without_limits_none_are_told() -> None:
    assert "limits" not in where("en", PER_M2, "2022", ROWS, {}, "districts")


def test_without_a_figure_of_the_city_it_says_so() -> None:
    rows = ROWS.assign(shade=float("nan"))
    assert (
        where("de", PER_M2, "2022", rows, {}, "Ortsteilen")
        == "Für 2022 gibt es keinen modellierten Wert für die Stadt."
    )


def test_the_citys_heat_is_told_in_gigawatt_hours() -> None:
    assert rough("de", TOTAL, 2_869_308.3) == "2.869 GWh im Jahr"
    assert plain(rough("de", PER_M2, 119.34)) == "119,3 kWh je m² im Jahr"


def test_where_district_heat_ends() -> None:
    names = {"6": "West", "7": "Alt-West", "51": "Plagwitz", "70": "Lindenau"}
    shares = {"6": 83.76, "7": 5.69, "51": 27.49, "70": 3.03, CITY: 40.18}
    assert plain(district_heat("de", shares, names, 43.43)) == (
        "Zwischen Grünau und Lindenau endet die Fernwärme: 2011 hatten sie im Stadtbezirk West 83,8 % der "
        "Wohnungen, nebenan in Alt-West 5,7 %, in Plagwitz 27,5 %, in Lindenau 3,0 %. In der ganzen Stadt waren "
        "es 40,2 %, 2022 43,4 %."
    )


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "de",
            "Szenario: Wenn 10 % der Wohnfläche saniert wären, 30 % der Wohnungen ohne Fernwärme angeschlossen "
            "wären und die Fernwärme 0,077 statt 0,154 kg CO₂e je kWh ausstieße, läge die modellierte "
            "Heizenergie in Leipzig bei 1.900 statt 2.000 GWh im Jahr (−5,0 %) und der Ausstoß bei 300.000 statt "
            "400.000 Tonnen CO₂e (−25,0 %), verglichen mit dem Modell für 2022.",
        ),
        (
            "en",
            "Scenario: if 10% of the living space were renovated, 30% of the dwellings without district heat "
            "were connected and district heat emitted 0.077 instead of 0.154 kg CO₂e per kWh, modelled heat in "
            "Leipzig would be 1,900 instead of 2,000 GWh a year (−5.0%), and emissions 300,000 instead of "
            "400,000 tonnes of CO₂e (−25.0%), against the model for 2022.",
        ),
    ],
)
def test_a_scenario(lang: Language, expected: str) -> None:
    assert plain(scenario(lang, Measures(1.0, 10, 30.0, 0.077), 0.154, "2022", OUTCOME)) == expected


def test_a_scenario_says_where_its_percent_are_of_figures_with_more_digits() -> None:
    """400,400 to 350,600 is 12.4%, but 400,000 to 351,000 would be 12.3%; 2,000.4 to 1,900.4 is 5.0%."""
    outcome = {**OUTCOME, "emissions_then": 350_600.0, "emissions_percent": -12.4376}
    told = plain(scenario("en", Measures(1.0, 10, 30.0, 0.077), 0.154, "2022", outcome))
    assert "1,900 instead of 2,000 GWh a year (−5.0%)" in told
    assert "351,000 instead of 400,000 tonnes of CO₂e (−12.4%, from unrounded figures)" in told


def test_a_scenario_names_only_what_is_done() -> None:
    told = scenario("en", Measures(0.0, 10, 0.0, 0.1), 0.154, "2022", OUTCOME)
    assert told.startswith("Scenario: if district heat emitted 0.100 instead of 0.154 kg")


def test_a_scenario_without_a_measure() -> None:
    told = scenario("de", Measures(0.0, 10, 0.0, 0.154), 0.154, "2022", OUTCOME)
    assert told == "Szenario ohne Maßnahme: alles bleibt, wie es ist. Bewegen Sie einen Regler."


def test_emissions_say_what_they_follow_over_the_years_and_heat_does_not() -> None:
    for id in ("heating_emissions_per_resident", "heating_emissions_direct_per_resident"):
        assert "follow heat alone" in followed("en", load()[id])
        assert "allein der Heizenergie" in followed("de", load()[id])
    assert followed("en", TOTAL) == followed("de", PER_M2) == ""
