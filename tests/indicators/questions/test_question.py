"""What the words of a question are taken for, and what is left of them."""

import pytest

from data.store import Dataset
from indicators import catalogue
from indicators import cities as of_cities
from indicators.catalogue import groups, topics
from indicators.places import known
from indicators.questions.question import question
from indicators.questions.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("written", "areas"),
    [
        ("Schleußig", ["50"]),
        ("schleussig", ["50"]),
        ("SCHLEUSSIG", ["50"]),
        ("Moelkau", ["26"]),
        ("Molkau", ["26"]),
        ("Böhlitz Ehrenberg", ["74"]),
        ("Thonberg", ["30"]),
        ("Stadtbezirk West", ["6"]),
        ("West borough", ["6"]),
        ("der Leipziger Westen", ["leipzig-west"]),
        ("Süden", ["4"]),
        ("Südvorstadt und Connewitz", ["40", "41"]),
        ("Grünau", ["gruenau"]),
        ("Grünau-Mitte", ["62"]),
        ("Leipzigs Zentrum", ["00"]),
    ],
)
def test_places_are_known_in_their_spellings(written: str, areas: list[str], snapshot: Dataset) -> None:
    found = question(snapshot, written)
    assert (list(found.areas), found.unknown, found.guessed) == (areas, [], [])


@pytest.mark.parametrize(
    ("written", "years", "change"),
    [
        ("Miete 2015", ("2015",), False),
        ("Miete seit 2015", ("2015",), True),
        ("mehr Miete als 2015", ("2015",), True),
        ("Miete 2015-2020", ("2015", "2020"), True),
        ("rent from 2020 back to 2015", ("2015", "2020"), True),
        ("Miete 2015 und heute", ("2015",), True),
        ("Miete heute", (), False),
        ("Miete in den letzten zehn Jahren", (), True),
        ("rent 5 years ago", (), True),
    ],
)
def test_years_are_points_or_spans(written: str, years: tuple[str, ...], change: bool, snapshot: Dataset) -> None:
    found = question(snapshot, written)
    assert (found.years, found.change) == (years, change)


def test_typing_errors_come_last_and_are_said(snapshot: Dataset) -> None:
    found = question(snapshot, "Arbeitslosigkiet Plagwtiz")
    assert [part.meant for part in found.guessed] == ["Arbeitslosigkeit", "Plagwitz"]
    # A word that differs by a letter from one that is known, but is known to be another.
    assert question(snapshot, "Schulden").unknown == ["Schulden"]
    assert question(snapshot, "Mieter in Plagwitz").unknown == ["Mieter"]


def test_a_word_of_many_errors_is_not_guessed_at(snapshot: Dataset) -> None:
    assert question(snapshot, "Plakwitsch").unknown == ["Plakwitsch"]
    assert question(snapshot, "Mite").unknown == ["Mite"]


def test_implied_subjects_give_way_to_named_ones(snapshot: Dataset) -> None:
    assert question(snapshot, "wo leben die meisten Kinder").subjects[0][0] == "residents_under_15"
    assert question(snapshot, "wo leben die ältesten").subjects == (("mean_age",),)
    assert question(snapshot, "wo leben viele").subjects == (("population",),)


def test_what_is_declared_is_there(snapshot: Dataset) -> None:
    """No word leads to an indicator, a place or a page that there is not."""
    every = [meaning for kinds in vocabulary(snapshot).phrases.values() for meaning in kinds]
    ids = {kind: {id for one in every if one.kind == kind for id in one.ids} for kind in {one.kind for one in every}}
    assert ids["indicator"] == set(catalogue.load())
    assert ids["implied"] < ids["indicator"]
    assert ids["of_cities"] < set(of_cities.indicators())
    assert ids["place"] == {*snapshot.all_names, *groups.load()}
    topical = {page.removeprefix("explore/") for page in ids["page"] if "/" in page}
    assert topical == set(topics.load())


def test_names_of_several_districts_mean_them_all() -> None:
    """A part of the city with figures of its own is a group that is declared, not a list of districts."""
    assert {name: areas for name, areas in known.declared().items() if len(areas) > 1} == {
        "Karl-Heine-Straße": ("51", "70"),
        "KarLi": ("03", "40", "41"),
        "Karl-Liebknecht-Straße": ("03", "40", "41"),
        "Eisenbahnstraße": ("20", "21"),
    }
