"""A picture of a set is changed while it is presented: by year, span, indicator and areas, and never with old words."""

from dataclasses import replace

import pytest

from data.store import Dataset
from pictures.picture import Picture
from pictures.workshop.changing import Change, NotPossible, changed, periods
from pictures.workshop.drawing import drawn_one
from pictures.workshop.entry import Entry
from tests.pictures.workshop.test_drawing import reader

LEVELS = ("ortsteil", "city")
VALUES = Entry("value map", ("mean_age",), levels=LEVELS, start="2020", end="2020", period="2020", remark="So old!")
CHANGES = Entry("change map", ("population",), levels=LEVELS, start="2012", end="2024")
RELATION = Entry("relation", ("population", "mean_age"), levels=LEVELS, start="2012", end="2024")
LISTED = Entry("lines", ("population",), areas=("51", "52"), start="2012", end="2024")


def test_another_year_is_drawn_without_what_was_said_of_the_old_one(snapshot: Dataset) -> None:
    entry = changed(VALUES, Change(period="2015"), snapshot, "en")
    assert (entry.start, entry.end, entry.period, entry.remark) == ("2015", "2015", "2015", "")
    drawn = drawn_one(entry, reader())
    assert isinstance(drawn, Picture)
    assert "2015" in drawn.sentence


def test_nothing_changed_is_the_picture_itself(snapshot: Dataset) -> None:
    assert changed(VALUES, Change(), snapshot, "en") is VALUES


def test_a_span_keeps_the_end_that_was_not_chosen(snapshot: Dataset) -> None:
    entry = changed(CHANGES, Change(start="2018"), snapshot, "en")
    assert (entry.start, entry.end) == ("2018", "2024")


def test_an_indicator_without_the_year_moves_to_the_nearest_before(snapshot: Dataset) -> None:
    entry = changed(
        replace(VALUES, start="2024", end="2024", period="2024"), Change("unemployment_share"), snapshot, "en"
    )
    assert entry.indicators == ("unemployment_share",)
    assert entry.period == entry.end == max(periods(entry, snapshot))


def test_areas_are_set_off_in_a_picture_of_all_and_listed_in_one_of_some(snapshot: Dataset) -> None:
    assert changed(CHANGES, Change(areas=("51",)), snapshot, "en").lit == ("51",)
    assert changed(LISTED, Change(areas=("51", "00")), snapshot, "en").areas == ("51", "00")


def test_a_listed_area_that_is_added_has_a_colour_and_one_that_is_taken_away_is_no_reference(snapshot: Dataset) -> None:
    compared = replace(LISTED, lit=("51", "52"), reference="52")
    assert changed(compared, Change(areas=("51", "53", "52")), snapshot, "en").lit == ("51", "53", "52")
    alone = changed(compared, Change(areas=("51",)), snapshot, "en")
    assert (alone.lit, alone.reference) == (("51",), "")


@pytest.mark.parametrize(
    ("entry", "change", "named"),
    [
        (VALUES, Change(period="1850"), "1850"),
        (VALUES, Change(start="2012"), "year"),
        (CHANGES, Change(period="2020"), "from and to"),
        (CHANGES, Change(start="2024", end="2012"), "2024"),
        (CHANGES, Change("gold"), "gold"),
        (RELATION, Change("mean_age"), "already"),
        (LISTED, Change(areas=()), "0 areas"),
        (CHANGES, Change(areas=tuple(f"{n:02}" for n in range(9))), "9 areas"),
    ],
)
def test_what_is_not_possible_is_named(entry: Entry, change: Change, named: str, snapshot: Dataset) -> None:
    with pytest.raises(NotPossible, match=named):
        changed(entry, change, snapshot, "en")


def test_what_is_not_possible_is_said_in_the_readers_language(snapshot: Dataset) -> None:
    with pytest.raises(NotPossible, match="„Von“ ist 2024, „bis“ ist 2012: Das erste Jahr muss vor"):
        changed(CHANGES, Change(start="2024", end="2012"), snapshot, "de")
