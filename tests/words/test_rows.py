"""Changes as rows to draw: their order, their words, and why one is missing."""

import pandas as pd

from indicators import catalogue
from indicators.figures import measures
from indicators.figures.grid import VALUES, Grid
from words.rows import all_moved, moved, rows

SPAN = ("2012", "2024")
CHANGES = [("1", 100.0, 80.0), ("2", 100.0, 105.0), ("3", 10_000.0, 9_796.0), ("4", 10_000.0, 9_804.0)]
"""Lindenau and Schleußig fell by what looks the same, 2.0 percent."""
NAMES = {"1": "Plagwitz", "2": "Leutzsch", "3": "Lindenau", "4": "Schleußig"}


def drawn(id: str = "population", names: dict[str, str] = NAMES) -> pd.DataFrame:
    given = [
        ("1", "2012", 100.0, "A"),
        ("1", "2024", 105.0, "A"),
        ("2", "2012", 200.0, "A"),
        ("2", "2022", 220.0, "B"),
        ("2", "2024", 250.0, "A"),
        ("3", "2012", 50.0, "A"),
        ("3", "2024", float("nan"), "Q"),
        ("4", "2012", 80.0, "A"),
        ("4", "2024", 60.0, "A"),
    ]
    values = pd.DataFrame(given, columns=VALUES)
    return rows("de", catalogue.load()[id], measures.change(Grid.of(values), "2012", "2024"), names)


def test_the_largest_change_comes_first_and_what_is_missing_last() -> None:
    assert drawn()["name"].tolist() == ["Leutzsch", "Plagwitz", "Schleußig", "Lindenau"]
    assert drawn("mean_age")["name"].tolist() == ["Leutzsch", "Plagwitz", "Schleußig", "Lindenau"]


def test_the_strongest_fall_comes_first_where_sentences_speak_of_falling() -> None:
    """The subject fell; without one, nothing rose."""
    given = [(area, period, value, "A") for area, *two in CHANGES for period, value in zip(SPAN, two, strict=True)]
    changes = measures.change(Grid.of(pd.DataFrame(given, columns=VALUES)), *SPAN)
    indicator = catalogue.load()["population"]

    def order(subject: str, *areas: str) -> list[str]:
        return rows("de", indicator, changes, {area: NAMES[area] for area in areas}, subject)["name"].tolist()

    assert order("3", "1", "2", "3", "4") == ["Plagwitz", "Lindenau", "Schleußig", "Leutzsch"]
    assert order("2", "1", "2", "3", "4") == ["Leutzsch", "Lindenau", "Schleußig", "Plagwitz"]
    assert order("", "1", "2", "3") == ["Leutzsch", "Lindenau", "Plagwitz"]
    assert order("", "1", "3", "4") == ["Plagwitz", "Lindenau", "Schleußig"]


def test_changes_are_stated_as_the_indicator_states_them() -> None:
    assert drawn()["label"].tolist() == ["+25,0\u00a0%", "+5,0\u00a0%", "−25,0\u00a0%", "kein Wert"]
    assert drawn("mean_age")["label"].tolist()[:3] == ["+50,0\u00a0Jahre", "+5,0\u00a0Jahre", "−20,0\u00a0Jahre"]


def test_breaks_and_missing_figures_are_explained() -> None:
    notes = dict(zip(drawn()["name"], drawn()["note"], strict=True))
    assert notes == {
        "Leutzsch": "Zeitreihe unterbrochen (2022)",
        "Plagwitz": "",
        "Schleußig": "",
        "Lindenau": "vertraulich oder zu wenige Fälle",
    }


def test_a_doubt_is_told_beside_a_break() -> None:
    values = pd.DataFrame([("1", "2012", 9.0, "U"), ("1", "2022", 8.0, "B"), ("1", "2024", 7.0, "A")], columns=VALUES)
    changes = measures.change(Grid.of(values), "2012", "2024")
    found = rows("de", catalogue.load()["population"], changes, NAMES)
    assert found["note"].tolist() == ["Zeitreihe unterbrochen (2022); mindestens ein Wert ist unsicher"]
    assert all_moved(found)[0].doubtful


def test_one_place_for_the_sentence() -> None:
    found = moved(drawn(), "2", "die Stadt", "der Stadt")
    assert (found.name, found.place, found.start, found.end, found.difference) == (
        "die Stadt",
        "der Stadt",
        200,
        250,
        25,
    )
    assert found.breaks == ("2022",)
    absent = moved(drawn(), "9", "die Stadt", "der Stadt")
    assert absent.difference != absent.difference


def test_all_places_under_their_own_names() -> None:
    assert [(place.name, place.place) for place in all_moved(drawn())][:2] == [("Leutzsch",) * 2, ("Plagwitz",) * 2]


def test_no_place_no_row() -> None:
    none = measures.change(Grid.of(pd.DataFrame(columns=VALUES).astype({"value": "float64"})), "2012", "2024")
    assert rows("de", catalogue.load()["population"], none, NAMES).empty


def test_changes_that_need_care_have_a_sign() -> None:
    given = [
        ("1", "2012", 100.0, "U"),
        ("1", "2024", 105.0, "A"),
        ("2", "2012", 200.0, "A"),
        ("2", "2024", 250.0, "B"),
        ("3", "2012", 50.0, "A"),
        ("3", "2024", 60.0, "A"),
    ]
    changes = measures.change(Grid.of(pd.DataFrame(given, columns=VALUES)), "2012", "2024")
    found = rows("de", catalogue.load()["population"], changes, NAMES).set_index("area")
    assert found["short"].to_dict() == {
        "2": "+25,0\u00a0%\u2009†",
        "3": "+20,0\u00a0%",
        "1": "+5,0\u00a0%\u2009‡",
    }
    assert found["note"]["1"] == "mindestens ein Wert ist unsicher"
    assert {one.name: one.doubtful for one in all_moved(found.reset_index())} == {
        "Leutzsch": False,
        "Lindenau": False,
        "Plagwitz": True,
    }
