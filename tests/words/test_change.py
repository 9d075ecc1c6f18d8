"""The reading sentence, whole and in both languages, and the words that it is made of."""

from functools import partial
from math import nan

import pytest

from locales import Language
from tests.words.sentences import (
    CATALOGUE,
    CHOSEN,
    CITY,
    GREW,
    NO_END,
    NO_START,
    POPULATION,
    VALUES,
    Figures,
    sentence,
)
from words.change import Moved, difference
from words.change_sentence import change_sentence
from words.counts import counted


@pytest.mark.parametrize(("subject", "reference", "german", "english"), POPULATION)
def test_population(subject: Figures, reference: Figures | None, german: str, english: str) -> None:
    assert sentence("de", "population", subject, reference) == f"Von 2012 bis 2024 {german}."
    assert sentence("en", "population", subject, reference) == f"From 2012 to 2024 {english}."


@pytest.mark.parametrize(("id", "subject", "reference", "german", "english"), VALUES)
def test_values(id: str, subject: Figures, reference: Figures | None, german: str, english: str) -> None:
    assert sentence("de", id, subject, reference) == f"Von 2012 bis 2024 {german}."
    assert sentence("en", id, subject, reference) == f"From 2012 to 2024 {english}."


def test_a_single_period_has_figures_and_no_change() -> None:
    """Nobody can say that a census of one day shows a figure that did not change."""
    heat, day = CATALOGUE["district_heating_share"], "2011-05-09"
    west, city = Moved("West", "West", 13.94, 13.94, 0.0), Moved("die Stadt", "der Stadt", 40.18, 40.18, 0.0)
    told = change_sentence("de", heat, (day, day), west, city, [west], "Ortsteilen")
    assert told.replace("\u00a0", " ") == (
        "Am 9. Mai 2011 betrug der Anteil der Wohnungen mit Fernwärme in West 13,9 %, in der Stadt 40,2 %."
    )
    alone = change_sentence("en", heat, (day, day), west, Moved("the city", "the city", nan, nan, nan), [], "")
    assert alone == "On 9 May 2011 the share of dwellings with district heating in West was 13.9%."


def test_a_single_period_without_a_figure_says_so() -> None:
    heat, day = CATALOGUE["district_heating_share"], "2011-05-09"
    west = Moved("West", "West", nan, nan, nan)
    told = change_sentence("de", heat, (day, day), west, None, [], "")
    assert told == "Am 9. Mai 2011 gibt es keinen Wert für West."


MISSING: list[tuple[str, Figures, str, str]] = [
    (
        "base_rent",
        NO_START,
        "Für 2012 gibt es keinen Wert für die Stadt; eine Veränderung lässt sich daher nicht angeben; von den zwei "
        "Ortsteilen stieg die Grundmiete in Plagwitz am stärksten, um 40,0~%.",
        "For 2012 there is no figure for the city, so no change can be stated; of its two districts the base rent rose "
        "most in Plagwitz, by 40.0%.",
    ),
    (
        "life_satisfaction",
        NO_END,
        "Für 2024 gibt es keinen Wert für die Stadt; eine Veränderung lässt sich daher nicht angeben; von den zwei "
        "Ortsteilen stieg die Durchschnittsnote für das eigene Leben (1 = beste) in Plagwitz am stärksten, um 40,0.",
        "For 2024 there is no figure for the city, so no change can be stated; of its two districts the mean grade for "
        "life satisfaction (1 = best) rose most in Plagwitz, by 40.0.",
    ),
    (
        "youth_unemployed",
        (0, 12, nan),
        "Für die Stadt lässt sich von 2012 bis 2024 keine Veränderung in Prozent angeben, weil der erste Wert "
        "null ist; von den zwei Ortsteilen stieg die Zahl der Arbeitslosen unter 25 Jahren in Plagwitz am stärksten, "
        "um 40,0~%.",
        "For the city no change in percent from 2012 to 2024 can be stated, because the first figure is zero; of its "
        "two districts the number of unemployed people under 25 rose most in Plagwitz, by 40.0%.",
    ),
]


@pytest.mark.parametrize(("id", "subject", "german", "english"), MISSING)
def test_what_is_missing_is_said_and_where_it_changed_most_all_the_same(
    id: str, subject: Figures, german: str, english: str
) -> None:
    parts = {"Plagwitz": 40.0, "Leutzsch": 12.0}
    assert sentence("de", id, subject, GREW, parts, CITY) == german
    assert sentence("en", id, subject, GREW, parts, CITY) == english
    assert sentence("en", id, subject, GREW, {}, CITY) == english.partition("; ")[0] + "."


def test_without_a_figure_of_the_city_the_furthest_is_named_as_most_districts_moved() -> None:
    parts = {"Plagwitz": 3.0, "Leutzsch": -12.0, "Lindenau": -1.0}
    said = sentence("en", "base_rent", NO_START, GREW, parts, CITY)
    assert said.endswith("; of its three districts the base rent fell most in Leutzsch, by 12.0%.")


def test_a_survey_speaks_of_the_city() -> None:
    said = sentence("de", "base_rent", (5.0, 7.0, 40.0), named=CITY)
    assert said == "Von 2012 bis 2024 stieg die Grundmiete in der Stadt um 40,0~%, von 5,00 auf 7,00~€ je m²."
    said = sentence("en", "base_rent", (5.0, 7.0, 40.0), named=CITY)
    assert said == "From 2012 to 2024 the base rent in the city rose by 40.0%, from €5.00 to €7.00~per m²."


def test_a_selection_of_ones_own() -> None:
    assert sentence("de", "population", GREW, named=CHOSEN).startswith("Von 2012 bis 2024 wuchs Ihre Auswahl um")
    assert sentence("en", "population", GREW, named=CHOSEN).startswith("From 2012 to 2024 your selection grew by")
    aged = sentence("de", "mean_age", (42, 41, -1), named=CHOSEN)
    assert aged.startswith("Von 2012 bis 2024 sank das Durchschnittsalter in Ihrer Auswahl um")


@pytest.mark.parametrize(
    ("breaks", "german", "english"),
    [
        ((), "", ""),
        (
            ("2022",),
            " Die Zeitreihe ist unterbrochen (2022); die Veränderung ist eingeschränkt vergleichbar.",
            " The change crosses a break in the series (2022).",
        ),
        (
            ("2015", "2022"),
            " Die Zeitreihe ist unterbrochen (2015 und 2022); die Veränderung ist eingeschränkt vergleichbar.",
            " The change crosses breaks in the series (2015 and 2022).",
        ),
    ],
)
def test_breaks_are_told(breaks: tuple[str, ...], german: str, english: str) -> None:
    plain = partial(sentence, id="dwellings", subject=GREW)
    broken = partial(plain, breaks=breaks)
    assert broken("de") == plain("de") + german
    assert broken("en") == plain("en") + english


@pytest.mark.parametrize(
    ("id", "value", "german", "english"),
    [
        ("population", 25.428, "+25,4~%", "+25.4%"),
        ("population", -0.04, "0,0~%", "0.0%"),
        ("foreign_share", 1.04, "+1,0~Prozentpunkt", "+1.0~percentage point"),
        ("foreign_share", -1.06, "−1,1~Prozentpunkte", "−1.1~percentage points"),
        ("electric_car_share", 1.04, "+1,04~Prozentpunkte", "+1.04~percentage points"),
        ("cars_per_1000", -12.4, "−12~je 1.000 Einwohner", "−12~per 1,000 residents"),
        ("base_rent", nan, "kein Wert", "no figure"),
    ],
)
def test_changes_carry_the_unit_of_the_indicator(id: str, value: float, german: str, english: str) -> None:
    assert difference("de", CATALOGUE[id], value).replace("\u00a0", "~") == german
    assert difference("en", CATALOGUE[id], value).replace("\u00a0", "~") == english


def test_days_are_written_out() -> None:
    census = ("2011-05-09", "2022-05-15")
    grew = Moved("Leipzig", "Leipzig", 502_979, 590_000, 17.3)
    population = CATALOGUE["population"]
    assert change_sentence("de", population, census, grew, None, [], "").replace("\u00a0", "~") == (
        "Zwischen dem 9. Mai 2011 und dem 15. Mai 2022 wuchs Leipzig um 17,3~% auf 590.000~Einwohner."
    )
    assert change_sentence("en", population, census, grew, None, [], "").replace("\u00a0", "~") == (
        "Between 9 May 2011 and 15 May 2022 Leipzig grew by 17.3% to 590,000~people."
    )


def test_of_one_period_there_is_no_change() -> None:
    day = ("2011-05-09", "2011-05-09")
    said = change_sentence("de", CATALOGUE["mean_age"], day, Moved("Leipzig", "Leipzig", 44, 44, 0), None, [], "")
    assert said.replace("\u00a0", "~") == "Am 9. Mai 2011 betrug das Durchschnittsalter in Leipzig 44,0~Jahre."


def test_a_rise_of_a_grade_says_that_lower_is_better() -> None:
    said = sentence("de", "life_satisfaction", (2.2, 2.3, 0.1), named=CITY)
    assert said == (
        "Von 2012 bis 2024 stieg die Durchschnittsnote für das eigene Leben (1 = beste) in der Stadt um 0,1, von "
        "2,2 auf 2,3."
    )


def test_a_rate_says_its_denominator_once() -> None:
    subject, reference = (312.0, 281.0, -31.0), (350.0, 330.0, -20.0)
    assert sentence("de", "cars_per_1000", subject, reference) == (
        "Von 2012 bis 2024 sank die Pkw-Dichte in Leipzig West um 31, von 312 auf 281~private Pkw je 1.000 "
        "Einwohner, in der Stadt um 20."
    )
    assert sentence("en", "cars_per_1000", subject, reference) == (
        "From 2012 to 2024 the rate of private car ownership in Leipzig West fell by 31, from 312 to 281~private cars "
        "per 1,000 residents, in the city by 20."
    )


def test_one_person_is_one_person() -> None:
    assert sentence("de", "youth_unemployed", (2, 1, -50)) == (
        "Von 2012 bis 2024 sank die Zahl der Arbeitslosen unter 25 Jahren in Leipzig West um 50,0~%, von 2 auf 1."
    )


def test_counts_are_words_up_to_twelve() -> None:
    assert [counted("de", n) for n in (2, 7, 12, 13, 1063)] == ["zwei", "sieben", "zwölf", "13", "1.063"]
    assert [counted("en", n) for n in (2, 7, 12, 13, 1063)] == ["two", "seven", "twelve", "13", "1,063"]


@pytest.mark.parametrize(
    ("lang", "across", "doubt"),
    [
        (
            "de",
            " Die Zeitreihe ist unterbrochen (2006 und 2011); die Veränderung ist eingeschränkt vergleichbar.",
            " Mindestens einer dieser Werte ist unsicher.",
        ),
        (
            "en",
            " The change crosses breaks in the series (2006 and 2011).",
            " At least one of these figures is doubtful.",
        ),
    ],
)
def test_care_is_asked_for_every_place_that_is_named(lang: Language, across: str, doubt: str) -> None:
    """Also for the part that moved most, but not for those that the sentence passes over."""
    subject = Moved("Leipzig", "Leipzig", 100, 110, 10, ("2011",))
    most = Moved("Plagwitz", "Plagwitz", 100, 140, 40, ("2006", "2011"))
    other = Moved("Leutzsch", "Leutzsch", 100, 105, 5, ("2009",), doubtful=True)
    reference = Moved("the city", "the city", 100, 101, 1, doubtful=True)

    def said(reference: Moved | None) -> str:
        span = ("2005", "2012")
        return change_sentence(lang, CATALOGUE["population"], span, subject, reference, [most, other], "Ortsteilen")

    assert said(None).endswith(f".{across}")
    assert said(reference).endswith(f".{across}{doubt}")


@pytest.mark.parametrize(
    ("lang", "told", "untold"),
    [
        (
            "de",
            "; von den zwei Ortsteilen stieg sie in Plagwitz am stärksten, um 4,0~%.",
            "; in welchem von zwei Ortsteilen sie am stärksten stieg, lässt sich nicht sagen, weil sich die "
            "Unsicherheitsbereiche überschneiden.",
        ),
        (
            "en",
            "; of its two districts it rose most in Plagwitz, by 4.0%.",
            "; in which of its two districts it rose most can't be told, as ranges of uncertainty overlap.",
        ),
    ],
)
def test_of_a_model_the_furthest_is_named_where_limits_carry_it(lang: Language, told: str, untold: str) -> None:
    subject, parts = Moved("Leipzig", "Leipzig", 100, 103, 3), "districts" if lang == "en" else "Ortsteilen"

    def said(limits: tuple[float, float]) -> str:
        most = Moved("Plagwitz", "Plagwitz", 100, 104, 4, limits=(3.5, 4.5))
        other = Moved("Leutzsch", "Leutzsch", 100, 102, 2, limits=limits)
        heat = CATALOGUE["residential_heat"]
        return change_sentence(lang, heat, ("2011", "2022"), subject, None, [most, other], parts).replace("\u00a0", "~")

    assert said((1.0, 3.4)).endswith(told)
    assert said((1.0, 3.5)).endswith(untold)
