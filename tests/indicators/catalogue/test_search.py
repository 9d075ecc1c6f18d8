"""Searching: typing errors, both languages, umlauts, and titles before descriptions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import catalogue
from indicators.catalogue.search import folded, found, index, search, words

TOPICS = {"labour": {"de": "Arbeit", "en": "Work"}, "housing": {"de": "Wohnen", "en": "Housing"}}


def declared(id: str, title: tuple[str, str], description: str = "–", topic: str = "labour") -> catalogue.Indicator:
    return catalogue.Indicator(
        id=id,
        topic=topic,
        title=dict(zip(("de", "en"), title, strict=True)),
        noun={"de": "das Wort", "en": "the word"},
        description={"de": description, "en": description},
        reading={"de": "–", "en": "–"},
        unit={"de": "%", "en": "%"},
        decimals=0,
        values={"as": "series", "series": "kd1-1/x"},
        groups={"by": "parts"},
        direction="neither",
        kind="official",
        change="percent",
    )


SMALL = index(
    [
        declared("rent", ("Grundmiete", "Base rent"), "Je Quadratmeter.", "housing"),
        declared("burden", ("Mietbelastung", "Burden"), "Anteil der Grundmiete am Einkommen.", "housing"),
        declared("space", ("Wohnfläche je Einwohner", "Living space per resident"), "Größe.", "housing"),
        declared("residents", ("Einwohner", "Residents"), "Personen."),
        declared("jobless_share", ("Arbeitslosenanteil", "Unemployment share"), "In Prozent."),
    ],
    TOPICS,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Arbeitslosigket", "unemployment_share"),
        ("Arbeitlose", "unemployed"),
        ("unemploiment", "unemployment_share"),
        ("Wohnflaeche", "living_space_per_dwelling"),
        ("wohnflache", "living_space_per_resident"),
        ("foriegners", "foreign_share"),
        ("Einkomen", "net_income_person"),
        ("life_satisfaction", "life_satisfaction"),
    ],
)
def test_typing_errors_find_what_was_meant(typed: str, meant: str) -> None:
    assert meant in search(typed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("Wohnungn", "dwellings"), ("populaton", "population"), ("Arbeitslosigket", "unemployed")]
)
def test_what_is_meant_most_comes_first(typed: str, meant: str) -> None:
    assert search(typed)[0] == meant


@pytest.mark.parametrize("indicator", catalogue.load().values(), ids=lambda indicator: indicator.id)
def test_every_indicator_is_found_by_its_titles_and_its_id(indicator: catalogue.Indicator) -> None:
    for written in (*indicator.title.values(), indicator.id):
        assert indicator.id in search(written)[:5]


def test_a_title_counts_more_than_a_description() -> None:
    assert found(SMALL, "Grundmiete") == ["rent", "burden"]


def test_of_equal_ones_the_shorter_title_is_first() -> None:
    assert found(SMALL, "Einwohner") == ["residents", "space"]


def test_parts_of_german_compounds_are_found() -> None:
    assert found(SMALL, "fläche") == ["space"]
    assert found(SMALL, "miete") == ["rent", "burden"]


def test_topics_and_ids_are_searched() -> None:
    assert found(SMALL, "housing") == ["rent", "burden", "space"]
    assert found(SMALL, "jobless") == ["jobless_share"]


def test_those_with_the_most_words_are_kept() -> None:
    assert found(SMALL, "Miete pro Quadratmeter") == ["rent"]


def test_what_is_written_somewhere_is_not_guessed_at() -> None:
    """`Burden` is a title; words like it are of no interest then."""
    assert found(SMALL, "Burden") == ["burden"]


@pytest.mark.parametrize("typed", ["", "  ", "xyzzy", "?!", "a", "()[]*"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert found(SMALL, typed) == []


def test_spellings_are_folded() -> None:
    assert folded("Wohnfläche") == folded("WOHNFLAECHE") == folded("wohnflache")
    assert folded("Straße") == folded("Strasse")
    assert words("rent_burden: Ö, 65 Jahre") == ["rent", "burden", "65", "jahre"]


@given(st.text(max_size=80))
def test_any_words_are_taken(typed: str) -> None:
    results = search(typed)
    assert len(set(results)) == len(results)
    assert set(results) <= set(catalogue.load())
