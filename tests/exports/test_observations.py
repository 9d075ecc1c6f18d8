"""The flat table: which rows, in which order, with which words."""

import dataclasses
from typing import Any

import pytest

from data.store import Dataset
from exports.observations import COLUMNS, LEVELS, count, observations
from exports.tables.trends import trends
from indicators import catalogue
from indicators.catalogue import groups
from indicators.figures.reader_groups import OwnGroup
from indicators.selection import Selection
from tests.support import extent

CITY = "14713000"
POPULATION = catalogue.load()["population"]
BASE_RENT = catalogue.load()["base_rent"]


def test_each_row_explains_itself(snapshot: Dataset) -> None:
    unemployed = catalogue.load()["unemployed"]
    (row,) = observations(snapshot, Selection([unemployed], areas=["51"], start="2012", end="2012"), lang="de").to_dict(
        "records"
    )
    assert list(row) == COLUMNS
    assert (row["title"], row["unit"], row["name"], row["level"]) == ("Arbeitslose", "Personen", "Plagwitz", "ortsteil")
    assert (row["kind"], row["status"]) == ("official", "A")
    assert row["source"] == "Stadt Leipzig, Amt für Statistik und Wahlen (dl-de/by-2-0): kd7-3"


def test_several_sources_of_one_publisher_are_named_together(snapshot: Dataset) -> None:
    cars = catalogue.load()["cars_per_1000"]
    table = observations(snapshot, Selection([cars], areas=["51"]), lang="en")
    assert set(table["source"]) == {"Stadt Leipzig, Amt für Statistik und Wahlen (dl-de/by-2-0): kd10-1, kd2-1"}


def test_rows_stand_in_order_of_indicator_level_area_and_period(snapshot: Dataset) -> None:
    table = observations(snapshot, Selection([POPULATION, BASE_RENT], levels=LEVELS), lang="en")
    place = [
        (["population", "base_rent"].index(indicator), LEVELS.index(level), area, period)
        for indicator, level, area, period in zip(
            table["indicator"], table["level"], table["area"], table["period"], strict=True
        )
    ]
    assert place == sorted(place)


@pytest.mark.parametrize(
    ("areas", "levels", "expected"),
    [
        (None, ["city"], [CITY]),
        (None, ["group", "city"], [CITY, *sorted(groups.load())]),
        (["leipzig-west", "51", "0"], None, ["0", "51", "leipzig-west"]),
        (["51", "0"], ["ortsteil"], ["51"]),
        ([], None, []),
        (["no such area"], None, []),
    ],
)
def test_areas_and_levels_narrow_the_choice(
    snapshot: Dataset, areas: list[str] | None, levels: list[str] | None, expected: list[str]
) -> None:
    table = observations(snapshot, Selection([POPULATION], areas=areas, levels=levels), lang="en")
    assert table["area"].unique().tolist() == expected


def test_official_areas_unless_said_otherwise(snapshot: Dataset) -> None:
    assert set(observations(snapshot, Selection([POPULATION]), lang="en")["level"]) == {
        "city",
        "stadtbezirk",
        "ortsteil",
    }


def test_first_and_last_year_are_included(snapshot: Dataset) -> None:
    table = observations(snapshot, Selection([POPULATION], areas=[CITY], start="2010", end="2012"), lang="en")
    assert table["period"].tolist() == ["2010", "2011", "2012"]
    assert observations(snapshot, Selection([POPULATION], areas=[CITY], start="2024"), lang="en")[
        "period"
    ].tolist() == ["2024"]


def test_a_group_without_parts_has_no_rows(snapshot: Dataset) -> None:
    assert observations(snapshot, Selection([BASE_RENT], levels=["group"]), lang="en").empty
    assert trends(snapshot, Selection([BASE_RENT], levels=["group"]), lang="en").empty


def test_a_version_that_lacks_the_sources_has_no_rows(snapshot: Dataset) -> None:
    bare = dataclasses.replace(snapshot, observations=snapshot.observations.iloc[:0], sources={})
    every = [catalogue.load()[id] for id in extent.of_each_kind(catalogue.load())]
    assert observations(bare, Selection(every, levels=LEVELS), lang="en").empty
    assert trends(bare, Selection(every, levels=LEVELS), lang="en").empty


def test_no_indicator_no_row(snapshot: Dataset) -> None:
    assert observations(snapshot, Selection([]), lang="en").columns.tolist() == COLUMNS


def test_trends_of_areas_and_groups(snapshot: Dataset) -> None:
    table = trends(snapshot, Selection([POPULATION], areas=["leipzig-west", CITY], start="2010", end="2019"), lang="de")
    assert table[["area", "level", "from", "to", "n"]].to_numpy().tolist() == [
        [CITY, "city", "2010", "2019", 10],
        ["leipzig-west", "group", "2010", "2019", 10],
    ]
    assert (table["slope"] > 0).all()


@pytest.mark.parametrize(
    "choice",
    [
        {},
        {"areas": ["51", "leipzig-west"], "start": "2012", "end": "2015"},
        {"levels": ["city", "group"], "own": (OwnGroup("own-1", "A", ("50", "51")),)},
        {"own": (OwnGroup("own-1", "A", ("50", "51")),), "start": "2020"},
    ],
)
def test_rows_are_counted_as_they_are_written(snapshot: Dataset, choice: dict[str, Any]) -> None:
    indicators = [POPULATION, BASE_RENT]
    assert (
        count(snapshot, Selection(indicators, **choice))
        == len(observations(snapshot, Selection(indicators, **choice), lang="en"))
        > 0
    )


def test_a_group_of_ones_own_is_named_with_its_districts(snapshot: Dataset) -> None:
    own = (OwnGroup("own-1", "Süden", ("40", "41")),)
    table = observations(snapshot, Selection([POPULATION], areas=["40", "41"], own=own, start="2024"), lang="de")
    assert table["name"].iloc[-1] == "„Süden“ (40, 41)"
    assert table["area"].tolist() == ["40", "41", "own-1"]
    assert table["value"].iloc[2] == table["value"].iloc[:2].sum()
