"""The sentence about lines: first and last figures, with periods once where all places share them."""

from math import nan

import pytest

from indicators.figures import measures
from indicators.figures.grid import Grid
from locales import Language
from tests.words.sentences_pictures import CATALOGUE, SPAN, frame, plain
from words.lines import Measure, lines_sentence

COURSE = {
    "2010": {"Plagwitz": 90.0, "Leutzsch": 80.0},
    "2012": {"Plagwitz": 100.0, "Leutzsch": nan, "Lindenau": nan},
    "2015": {"Plagwitz": 110.0, "Leutzsch": 70.0, "Lindenau": nan},
    "2024": {"Plagwitz": 130.0, "Leutzsch": 70.4, "Wahren": 5.0},
    "2025": {"Plagwitz": 140.0, "Leutzsch": 80.0},
}
NAMES = {name: name for name in ("Leutzsch", "Plagwitz", "Lindenau", "Wahren")}

LINES: list[tuple[str, Measure, str, str]] = [
    (
        "population",
        "value",
        "Einwohner: Leutzsch von 70,0 (2015) auf 70,4 (2024); Plagwitz von 100 (2012) auf 130 (2024); "
        "Wahren 5 (nur 2024); kein Wert für Lindenau.",
        "Population: Leutzsch from 70.0 (2015) to 70.4 (2024); Plagwitz from 100 (2012) to 130 (2024); "
        "Wahren 5 (2024 only); no figure for Lindenau.",
    ),
    (
        "population",
        "index",
        "Einwohner (Index, 2012 = 100): Leutzsch von 70,0 (2015) auf 70,4 (2024); "
        "Plagwitz von 100,0 (2012) auf 130,0 (2024); Wahren 5,0 (nur 2024); kein Wert für Lindenau.",
        "Population (index, 2012 = 100): Leutzsch from 70.0 (2015) to 70.4 (2024); "
        "Plagwitz from 100.0 (2012) to 130.0 (2024); Wahren 5.0 (2024 only); no figure for Lindenau.",
    ),
    (
        "unemployment_share",
        "change",
        "Arbeitslosenanteil (Veränderung zum Vorjahr, Prozentpunkte): Leutzsch von +70,0 (2015) auf +70,4 (2024); "
        "Plagwitz von +100,0 (2012) auf +130,0 (2024); Wahren +5,0 (nur 2024); kein Wert für Lindenau.",
        "Unemployment share (change on the year before, percentage points): Leutzsch from +70.0 (2015) to +70.4 "
        "(2024); Plagwitz from +100.0 (2012) to +130.0 (2024); Wahren +5.0 (2024 only); no figure for Lindenau.",
    ),
    (
        "unemployment_share",
        "value",
        "Arbeitslosenanteil: Leutzsch von 70,0~% (2015) auf 70,4~% (2024); Plagwitz von 100,0~% (2012) auf 130,0~% "
        "(2024); Wahren 5,0~% (nur 2024); kein Wert für Lindenau.",
        "Unemployment share: Leutzsch from 70.0% (2015) to 70.4% (2024); Plagwitz from 100.0% (2012) to 130.0% "
        "(2024); Wahren 5.0% (2024 only); no figure for Lindenau.",
    ),
]


@pytest.mark.parametrize(("id", "measure", "german", "english"), LINES)
def test_courses_within_the_span(id: str, measure: Measure, german: str, english: str) -> None:
    def said(lang: Language) -> str:
        return plain(lines_sentence(lang, CATALOGUE[id], SPAN, frame(COURSE), NAMES, measure))

    assert said("de") == german
    assert said("en") == english


def test_courses_that_need_care_and_those_that_are_not_there() -> None:
    def said(first: str, second: str, third: str) -> str:
        values = frame({"2012": {"a": (1.0, first)}, "2020": {"a": (2.0, second)}, "2024": {"a": (3.0, third)}})
        return lines_sentence("en", CATALOGUE["mean_age"], SPAN, values, {"a": "Plagwitz"}, "value")

    sure = "Mean age (years): Plagwitz from 1.0 (2012) to 3.0 (2024)."
    assert said("A", "U", "A") == sure
    assert said("B", "A", "A") == sure
    assert said("A", "B", "A") == f"{sure} The change crosses a break in the series (2020)."
    assert said("A", "A", "B") == f"{sure} The change crosses a break in the series (2024)."
    assert said("A", "A", "U") == f"{sure} At least one of these figures is doubtful."
    none = lines_sentence("en", CATALOGUE["mean_age"], SPAN, frame(COURSE), {"x": "Thekla"}, "value")
    assert none == "There are no figures to draw for this choice."


def test_a_course_to_a_day_of_the_last_year() -> None:
    values = frame({"2011-05-09": {"a": 1.0}, "2022-05-15": {"a": 3.0}})
    said = lines_sentence("de", CATALOGUE["mean_age"], ("2011", "2022"), values, {"a": "Plagwitz"}, "value")
    assert said == "Durchschnittsalter (Jahre): Plagwitz von 1,0 (9. Mai 2011) auf 3,0 (15. Mai 2022)."


def test_the_index_of_a_drawn_frame() -> None:
    index = measures.index_to(Grid.of(frame({"2012": {"a": 200.0}, "2024": {"a": 250.0}})), "2012").frame
    said = lines_sentence("de", CATALOGUE["population"], SPAN, index, {"a": "Plagwitz"}, "index")
    assert said == "Einwohner (Index, 2012 = 100): Plagwitz von 100,0 (2012) auf 125,0 (2024)."


def test_periods_that_all_places_share_are_said_once() -> None:
    values = frame({"2012": {"a": 1.0, "b": 2.0}, "2024": {"a": 3.0, "b": 2.0}})
    names = {"a": "Plagwitz", "b": "Leutzsch"}
    assert plain(lines_sentence("de", CATALOGUE["unemployment_share"], SPAN, values, names, "value")) == (
        "Arbeitslosenanteil, 2012 und 2024: Plagwitz von 1,0~% auf 3,0~%; Leutzsch beide Male 2,0~%."
    )
    assert plain(lines_sentence("en", CATALOGUE["unemployment_share"], SPAN, values, names, "value")) == (
        "Unemployment share, 2012 and 2024: Plagwitz from 1.0% to 3.0%; Leutzsch both times 2.0%."
    )


def test_the_only_period_of_all_places_is_said_once_and_no_year_twice() -> None:
    values = frame({"2011-05-09": {"a": 63.5, "b": 38.0}})
    names, span = {"a": "Plagwitz", "b": "Leutzsch", "c": "Südvorstadt"}, ("2011-05-09", "2011-05-09")
    assert plain(lines_sentence("de", CATALOGUE["district_heating_share"], span, values, names, "value")) == (
        "Anteil der Wohnungen mit Fernwärme, 9. Mai 2011: Plagwitz 63,5~%; Leutzsch 38,0~%; kein Wert für die "
        "Südvorstadt."
    )
