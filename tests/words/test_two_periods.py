"""Two periods in words: all districts on lines and on maps beside each other, and the course of chosen places."""

from math import nan

import pytest

from locales import LANGUAGES, Language
from tests.words.sentences_pictures import CATALOGUE, PARTS, SPAN, Cells, changes, city, frame, plain
from words.lines import lines_sentence
from words.two_periods import pair_sentence, slope_sentence

START = {"Plagwitz": 10.9, "Leutzsch": 22.0, "Lindenau": 3.1, "Wahren": 5.14}
END = {"Plagwitz": 5.0, "Leutzsch": 12.1, "Lindenau": 3.4, "Wahren": 5.16}

SLOPES: list[tuple[str, Cells, Cells, list[str], str, str]] = [
    (
        "unemployment_share",
        START,
        END,
        ["Wahren", "Plagwitz"],
        "Arbeitslosenanteil: im Jahr 2012 am höchsten in Leutzsch (22,0~%), am niedrigsten in Lindenau (3,1~%); "
        "im Jahr 2024 am höchsten in Leutzsch (12,1~%), am niedrigsten in Lindenau (3,4~%); "
        "Anstieg in einem von vier Ortsteilen, Rückgang in zwei, kaum oder gar keine Veränderung in einem; "
        "Wahren von 5,1 auf 5,2~%, Plagwitz von 10,9 auf 5,0~%.",
        "Unemployment share: in 2012 highest in Leutzsch (22.0%), lowest in Lindenau (3.1%); "
        "in 2024 highest in Leutzsch (12.1%), lowest in Lindenau (3.4%); "
        "a rise in one of four districts, a fall in two, hardly any change or none in one; "
        "Wahren from 5.1 to 5.2%, Plagwitz from 10.9 to 5.0%.",
    ),
    (
        "base_rent",
        {"Plagwitz": 5.0, "Leutzsch": 6.0, "Lindenau": nan},
        {"Plagwitz": 5.0, "Leutzsch": 7.0, "Lindenau": 6.5},
        ["Plagwitz"],
        "Grundmiete (€ je m²): im Jahr 2012 am höchsten in Leutzsch (6,00), am niedrigsten in Plagwitz (5,00); "
        "im Jahr 2024 am höchsten in Leutzsch (7,00), am niedrigsten in Plagwitz (5,00); "
        "Anstieg in einem von zwei Ortsteilen mit Werten, kaum oder gar keine Veränderung in einem; "
        "Plagwitz beide Male 5,00; "
        "1 ausgelassen, weil ein Wert fehlt.",
        "Base rent (€ per m²): in 2012 highest in Leutzsch (€6.00), lowest in Plagwitz (€5.00); "
        "in 2024 highest in Leutzsch (€7.00), lowest in Plagwitz (€5.00); "
        "a rise in one of two districts with figures, hardly any change or none in one; Plagwitz both times €5.00; "
        "1 left out because a figure is missing.",
    ),
    (
        "youth_unemployed",
        {"Plagwitz": 0, "Leutzsch": 0},
        {"Plagwitz": 4, "Leutzsch": 0},
        [],
        "Arbeitslose unter 25 Jahren: im Jahr 2012 überall gleich (0); "
        "im Jahr 2024 die meisten in Plagwitz (4), die wenigsten in Leutzsch (0); "
        "Anstieg in einem von zwei Ortsteilen, kaum oder gar keine Veränderung in einem.",
        "Unemployed under 25: in 2012 the same everywhere (0); "
        "in 2024 most in Plagwitz (4), fewest in Leutzsch (0); "
        "a rise in one of two districts, hardly any change or none in one.",
    ),
    (
        "life_satisfaction",
        {"Plagwitz": 2.2, "Leutzsch": 2.0, "Lindenau": 2.1},
        {"Plagwitz": 1.9, "Leutzsch": 2.4, "Lindenau": 2.1},
        [],
        "Lebenszufriedenheit (Schulnote, 1 = beste): im Jahr 2012 am besten in Leutzsch (2,0), "
        "am schlechtesten in Plagwitz (2,2); im Jahr 2024 am besten in Plagwitz (1,9), am schlechtesten in "
        "Leutzsch (2,4); bessere Note in einem von drei Ortsteilen, schlechtere Note in einem, "
        "kaum oder gar keine Veränderung in einem.",
        "Life satisfaction (school grade, 1 = best): in 2012 best in Leutzsch (2.0), worst in Plagwitz (2.2); "
        "in 2024 best in Plagwitz (1.9), worst in Leutzsch (2.4); a better grade in one of three districts, "
        "a worse grade in one, hardly any change or none in one.",
    ),
    (
        "mean_age",
        {"Plagwitz": 42.0, "Leutzsch": nan},
        {"Plagwitz": 41.0, "Leutzsch": 40.0},
        [],
        "Durchschnittsalter (Jahre): Plagwitz von 42,0 auf 41,0; 1 ausgelassen, weil ein Wert fehlt.",
        "Mean age (years): Plagwitz from 42.0 to 41.0; 1 left out because a figure is missing.",
    ),
    (
        "mean_age",
        {"Plagwitz": nan},
        {"Plagwitz": 41.0},
        ["Plagwitz"],
        "Für diese Auswahl gibt es keine Werte.",
        "There are no figures to draw for this choice.",
    ),
]


@pytest.mark.parametrize(("id", "start", "end", "chosen", "german", "english"), SLOPES)
def test_slopes(id: str, start: Cells, end: Cells, chosen: list[str], german: str, english: str) -> None:
    def said(lang: Language) -> str:
        rows = changes(lang, id, start, end)
        return plain(slope_sentence(lang, CATALOGUE[id], SPAN, rows, chosen, PARTS[lang]))

    assert said("de") == german
    assert said("en") == english


def test_slopes_across_a_break_say_so() -> None:
    rows = changes("de", "mean_age", {"Plagwitz": 42.0}, {"Plagwitz": 41.0}, {"2020": {"Plagwitz": (40.0, "B")}})
    said = slope_sentence("de", CATALOGUE["mean_age"], SPAN, rows, [], PARTS["de"])
    assert plain(said) == (
        "Durchschnittsalter (Jahre): Plagwitz von 42,0 auf 41,0. "
        "Die Zeitreihe ist unterbrochen (2020); die Veränderung ist eingeschränkt vergleichbar."
    )


@pytest.mark.parametrize(
    ("second", "german"),
    [
        ("B", "Die Zeitreihe ist unterbrochen (2020); die Veränderung ist eingeschränkt vergleichbar."),
        ("A", "Einzelne Zeitreihen sind unterbrochen (2020); ihre Veränderung ist eingeschränkt vergleichbar."),
    ],
)
def test_breaks_of_all_and_of_some(second: str, german: str) -> None:
    start = {"Plagwitz": 42.0, "Leutzsch": 42.0}
    between = {"2020": {"Plagwitz": (40.0, "B"), "Leutzsch": (40.0, second)}}
    rows = changes("de", "mean_age", start, start, between)
    slopes = slope_sentence("de", CATALOGUE["mean_age"], SPAN, rows, [], PARTS["de"])
    values = frame({"2012": start, **between, "2024": start})
    names = {name: name for name in start}
    assert slopes.endswith(f"Veränderung in beiden Ortsteilen. {german}")
    assert lines_sentence("de", CATALOGUE["mean_age"], SPAN, values, names, "value").endswith(f"42,0. {german}")


def test_a_break_of_the_districts_that_the_city_does_not_have() -> None:
    between = {"2013": {"Plagwitz": (40.0, "B")}, "2020": {"Plagwitz": (40.0, "B")}}
    rows = changes("en", "mean_age", {"Plagwitz": 42.0}, {"Plagwitz": (41.0, "A")}, between)
    said = pair_sentence("en", CATALOGUE["mean_age"], SPAN, rows, city(42.0, 41.0), PARTS["en"])
    assert said.endswith("Some changes cross breaks in the series (2013 and 2020).")


def test_breaks_of_all_and_of_some_are_one_sentence() -> None:
    """Both cross that of 2013, Plagwitz besides that of 2020."""
    start, end = {"Plagwitz": 42.0, "Leutzsch": 41.0}, {"Plagwitz": (41.0, "A"), "Leutzsch": (40.0, "U")}
    between = {"2013": {"Plagwitz": (40.0, "B"), "Leutzsch": (40.0, "B")}, "2020": {"Plagwitz": (40.0, "B")}}
    told = {
        lang: slope_sentence(lang, CATALOGUE["mean_age"], SPAN, changes(lang, "mean_age", start, end, between), [], "")
        for lang in LANGUAGES
    }
    assert told["en"].endswith(
        ". All changes cross a break in the series (2013), some others besides (2020). At least one of these "
        "figures is doubtful."
    )
    assert told["de"].endswith(
        ". Alle Zeitreihen sind unterbrochen (2013), einzelne auch in anderen Jahren (2020); die Veränderungen sind "
        "eingeschränkt vergleichbar. Mindestens einer dieser Werte ist unsicher."
    )


def test_where_all_moved_alike_it_is_said_of_all() -> None:
    rows = changes("en", "mean_age", {"A": 42.0, "B": 41.0, "C": 40.0}, {"A": 43.0, "B": 42.0, "C": 41.0})
    said = pair_sentence("en", CATALOGUE["mean_age"], SPAN, rows, city(42.0, 43.0), PARTS["en"])
    assert said.endswith("; a rise in all three districts.")
    said = slope_sentence("en", CATALOGUE["mean_age"], SPAN, rows[:2], [], PARTS["en"])
    assert said.endswith("; a rise in both districts.")


def test_one_period_beside_itself_is_told_once() -> None:
    rows = changes("en", "mean_age", {"A": 42.0, "B": 41.0}, {"A": 42.0, "B": 41.0})
    said = plain(pair_sentence("en", CATALOGUE["mean_age"], ("2024", "2024"), rows, city(42.5, 42.5), PARTS["en"]))
    assert said == "Mean age (years): in 2024 Leipzig 42.5, highest in A (42.0), lowest in B (41.0)."


PAIRS: list[tuple[str, Cells, Cells, tuple[float, float], str, str]] = [
    (
        "unemployment_share",
        START,
        END,
        (10.1, 5.1),
        "Arbeitslosenanteil: im Jahr 2012 Leipzig 10,1~%, am höchsten in Leutzsch (22,0~%), am niedrigsten in "
        "Lindenau (3,1~%); im Jahr 2024 Leipzig 5,1~%, am höchsten in Leutzsch (12,1~%), am niedrigsten in "
        "Lindenau (3,4~%); Anstieg in einem von vier Ortsteilen, Rückgang in zwei, kaum oder gar keine Veränderung "
        "in einem.",
        "Unemployment share: in 2012 Leipzig 10.1%, highest in Leutzsch (22.0%), lowest in Lindenau (3.1%); "
        "in 2024 Leipzig 5.1%, highest in Leutzsch (12.1%), lowest in Lindenau (3.4%); "
        "a rise in one of four districts, a fall in two, hardly any change or none in one.",
    ),
    (
        "base_rent",
        {"Plagwitz": 5.0, "Leutzsch": nan},
        {"Plagwitz": nan, "Leutzsch": nan},
        (nan, 6.5),
        "Grundmiete (€ je m²): im Jahr 2012 kein Wert für Leipzig, Plagwitz 5,00, ein Wert fehlt; "
        "im Jahr 2024 Leipzig 6,50, in den zwei Ortsteilen gibt es keine Werte.",
        "Base rent (€ per m²): in 2012 no figure for Leipzig, Plagwitz €5.00, one figure is missing; "
        "in 2024 Leipzig €6.50, there are no figures for its two districts.",
    ),
    (
        "population",
        {"Plagwitz": 12_000, "Leutzsch": 9_000},
        {"Plagwitz": 12_004, "Leutzsch": 11_000},
        (528_540, 632_562),
        "Einwohner: im Jahr 2012 Leipzig 528.540, die meisten in Plagwitz (12.000), die wenigsten in "
        "Leutzsch (9.000); im Jahr 2024 Leipzig 632.562, die meisten in Plagwitz (12.004), die wenigsten in "
        "Leutzsch (11.000); Anstieg in einem von zwei Ortsteilen, kaum oder gar keine Veränderung in einem.",
        "Population: in 2012 Leipzig 528,540, most in Plagwitz (12,000), fewest in Leutzsch (9,000); "
        "in 2024 Leipzig 632,562, most in Plagwitz (12,004), fewest in Leutzsch (11,000); "
        "a rise in one of two districts, hardly any change or none in one.",
    ),
]


@pytest.mark.parametrize(("id", "start", "end", "ends", "german", "english"), PAIRS)
def test_two_periods_beside_each_other(
    id: str, start: Cells, end: Cells, ends: tuple[float, float], german: str, english: str
) -> None:
    def said(lang: Language) -> str:
        rows = changes(lang, id, start, end)
        return plain(pair_sentence(lang, CATALOGUE[id], SPAN, rows, city(*ends), PARTS[lang]))

    assert said("de") == german
    assert said("en") == english
