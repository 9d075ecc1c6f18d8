"""Places in sentences: in German with their articles, in every case and in lists."""

from math import nan

import pytest

from indicators import catalogue
from tests.words.sentences_pictures import moved, plain, value
from words.change_sentence import change_sentence
from words.places import as_dative, as_object, as_subject, as_subjects, in_place, in_places

CATALOGUE = catalogue.load()
SPAN = ("2012", "2024")


def test_german_draws_preposition_and_article_together() -> None:
    told = [
        in_place("de", place)
        for place in ("Plagwitz", "der Stadt", "dem Stadtbezirk Ost", "Zentrum-Ost", "Südvorstadt")
    ]
    assert told == ["in Plagwitz", "in der Stadt", "im Stadtbezirk Ost", "im Zentrum-Ost", "in der Südvorstadt"]
    assert in_place("de", "Stadtbezirk Alt-West") == "im Stadtbezirk Alt-West"
    assert in_place("en", "Ost borough") == "in Ost borough"


@pytest.mark.parametrize(
    ("name", "subject", "object", "dative"),
    [
        ("Südvorstadt", "die Südvorstadt", "die Südvorstadt", "der Südvorstadt"),
        ("Zentrum", "das Zentrum", "das Zentrum", "dem Zentrum"),
        ("Zentrum-Ost", "das Zentrum-Ost", "das Zentrum-Ost", "dem Zentrum-Ost"),
        ("Stadtbezirk Alt-West", "der Stadtbezirk Alt-West", "den Stadtbezirk Alt-West", "dem Stadtbezirk Alt-West"),
        ("Neustadt-Neuschönefeld", *["Neustadt-Neuschönefeld"] * 3),
        ("Grünau-Mitte", *["Grünau-Mitte"] * 3),
        ("die Stadt", *["die Stadt"] * 3),
    ],
)
def test_german_declines_the_article_of_a_place(name: str, subject: str, object: str, dative: str) -> None:
    assert as_subject("de", name) == subject
    assert as_object("de", name) == object
    assert as_dative("de", name) == dative
    assert as_subject("en", name) == as_object("en", name) == as_dative("en", name) == name


def test_articles_stand_in_lists_and_in_sentences() -> None:
    assert as_subjects("de", ["Plagwitz", "Südvorstadt"]) == "Plagwitz und die Südvorstadt"
    grew = moved("Südvorstadt", 23_570, 26_708, 13.314)
    told = change_sentence("de", CATALOGUE["population"], SPAN, grew, moved("Zentrum", 100, 90, -10.0), [], "")
    assert plain(told) == (
        "Von 2012 bis 2024 wuchs die Südvorstadt um 13,3~% auf 26.708~Einwohner, während das Zentrum um 10,0~% "
        "schrumpfte."
    )
    parts = [moved("Zentrum-Ost", 100, 150, 50.0), moved("Plagwitz", 100, 130, 30.0)]
    told = change_sentence("de", CATALOGUE["population"], SPAN, grew, None, parts, "Ortsteilen")
    assert told.endswith("; von den zwei Ortsteilen wuchs das Zentrum-Ost am stärksten, um 50,0\u00a0%.")
    absent = change_sentence(
        "de", CATALOGUE["mean_age"], SPAN, moved("Stadtbezirk Ost", nan, 40.0, nan), None, [], "Ortsteilen"
    )
    assert absent.startswith("Für 2012 gibt es keinen Wert für den Stadtbezirk Ost")


def test_german_says_where_the_most_are_as_it_says_where_anything_is() -> None:
    cells = {"Südvorstadt": 900.0, "Zentrum": 10.0, "Plagwitz": 50.0}
    assert value("de", "unemployed", cells, 3_000.0).endswith(
        "; von den drei Ortsteilen gab es die meisten in der Südvorstadt (900), die wenigsten im Zentrum (10)."
    )


def test_german_repeats_the_preposition_in_a_list_where_one_place_has_an_article() -> None:
    cells = {"Zentrum": 5.0, "Plagwitz": 5.0, "Südvorstadt": 1.0, "Leutzsch": 2.0}
    assert value("de", "unemployment_share", cells, 3.0) == (
        "Im Jahr 2024 betrug der Arbeitslosenanteil in Leipzig 3,0~%; von den vier Ortsteilen war er am höchsten "
        "in Plagwitz und im Zentrum (je 5,0~%), am niedrigsten in der Südvorstadt (1,0~%)."
    )
    assert value("en", "unemployment_share", cells, 3.0) == (
        "In 2024 the unemployment share in Leipzig was 3.0%; of its four districts it was highest in Plagwitz and "
        "Zentrum (5.0% each), lowest in Südvorstadt (1.0%)."
    )
    assert in_places("de", ["Plagwitz", "Leutzsch"]) == "in Plagwitz und Leutzsch"
