"""Changes on one scale: by hand, against `measures.change`, and what is left out."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import median_abs_deviation

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.figures import measures
from indicators.figures.grid import VALUES, Grid
from indicators.figures.values import grid
from indicators.places.moved_most import moved_most, movement

Cell = tuple[str, str, float | None, str]
NAMES = ("a", "b", "c", "d", "e")


def frame(*cells: Cell) -> pd.DataFrame:
    table = pd.DataFrame(list(cells), columns=VALUES)
    return table.astype({"area": "str", "period": "str", "value": "float64", "status": "str"})


def districts(*changes: float, start: str = "2010", end: str = "2020", base: float = 100.0) -> list[Cell]:
    """Districts a, b, … with a value at both ends."""
    cells: list[Cell] = []
    for name, change in zip(NAMES, changes, strict=False):
        cells += [(name, start, base, "A"), (name, end, base + change, "A")]
    return cells


CITY_ROWS: list[Cell] = [("city", "2010", 50.0, "A"), ("city", "2020", 40.0, "A")]


def test_a_change_is_divided_by_the_spread_of_the_districts() -> None:
    """Changes 1, 2, 4, 8, 20: median 4, deviations 3, 2, 0, 4, 16, their median 3; −10 ÷ (1.4826 × 3) = −2.248."""
    found = movement(
        Grid.of(frame(*CITY_ROWS, *districts(1, 2, 4, 8, 20))), "city", NAMES, "2010", "2020", percent=False
    )
    assert (found.start, found.end, found.start_value, found.end_value) == ("2010", "2020", 50.0, 40.0)
    assert (found.change, found.districts, found.why) == (-10.0, 5, "")
    assert found.spread == pytest.approx(4.4478)
    assert found.score == pytest.approx(-2.2483, abs=1e-4)


def test_percent_is_of_the_first_figure() -> None:
    """From 50 to 40 are −20 %; the districts, from 200, move 0.5, 1, 2, 4, 10 %: spread 1.4826 × 1.5."""
    table = frame(*CITY_ROWS, *districts(1, 2, 4, 8, 20, base=200.0))
    found = movement(Grid.of(table), "city", NAMES, "2010", "2020", percent=True)
    assert found.change == pytest.approx(-20.0)
    assert found.score == pytest.approx(-20 / (1.4826 * 1.5))


def test_percent_of_a_negative_figure_keeps_the_direction() -> None:
    table = frame(("city", "2010", -50.0, "A"), ("city", "2020", -40.0, "A"), *districts(1, 2, 4, 8, 20))
    assert movement(Grid.of(table), "city", NAMES, "2010", "2020", percent=True).change == pytest.approx(20.0)


def test_only_reliable_figures_inside_the_years_count() -> None:
    """2008 is outside, 2010 doubtful, 2011 missing: the change runs from 2012."""
    own: list[Cell] = [
        ("city", "2008", 1.0, "A"),
        ("city", "2010", 2.0, "U"),
        ("city", "2011", None, "M"),
        ("city", "2012", 5.0, "B"),
        ("city", "2020", 9.0, "A"),
    ]
    table = frame(*own, *districts(1, 2, 4, 8, 20, start="2012"))
    found = movement(Grid.of(table), "city", NAMES, "2010", "2020", percent=False)
    assert (found.start, found.end, found.change, found.why) == ("2012", "2020", 4.0, "")


def test_a_break_on_the_way_forbids_a_rank_and_a_break_before_does_not() -> None:
    own: list[Cell] = [("city", "2010", 1.0, "B"), ("city", "2015", 2.0, "B"), ("city", "2020", 3.0, "A")]
    drawn = Grid.of(frame(*own, *districts(1, 2, 4, 8, 20), *districts(1, 2, 4, 8, 20, start="2015", end="2016")))
    found = movement(drawn, "city", NAMES, "2010", "2020", percent=False)
    assert (found.change, found.why) == (2.0, "break")
    assert math.isnan(found.score)
    later = movement(drawn, "city", NAMES, "2015", "2020", percent=False)
    assert (later.start, later.change, later.why) == ("2015", 1.0, "")


def test_districts_with_a_break_or_a_doubt_do_not_make_the_spread() -> None:
    """Without d (break) and e (doubt): changes 1, 2, 4, deviations from 2 are 1, 0, 2, their median 1."""
    cells = districts(1, 2, 4, 1000, -1000)
    cells[7] = ("d", "2020", 1100.0, "B")
    cells[8] = ("e", "2010", 100.0, "U")
    found = movement(Grid.of(frame(*CITY_ROWS, *cells)), "city", NAMES, "2010", "2020", percent=False)
    assert found.districts == 3
    assert found.spread == pytest.approx(1.4826)


def test_areas_that_are_no_peers_do_not_make_the_spread() -> None:
    table = frame(*CITY_ROWS, *districts(1, 2, 4, 8, 20))
    found = movement(Grid.of(table), "city", ("a", "b", "c"), "2010", "2020", percent=False)
    assert found.districts == 3
    assert found.spread == pytest.approx(1.4826)


@pytest.mark.parametrize(
    ("own", "others", "percent", "why"),
    [
        ([], [], False, "absent"),
        ([], districts(1, 2, 4), False, "no figures"),
        ([("city", "2010", 1.0, "A"), ("city", "2020", None, "M")], districts(1, 2, 4), False, "no figures"),
        ([("city", "2010", 1.0, "A"), ("city", "2014", 2.0, "A")], districts(1, 2, 4, end="2014"), False, "short"),
        ([("city", "2010", 0.0, "A"), ("city", "2020", 2.0, "A")], districts(1, 2, 4), True, "zero"),
        (CITY_ROWS, districts(1, 2), False, "few districts"),
        (CITY_ROWS, districts(3, 3, 3, 3, 3), False, "few districts"),
        (CITY_ROWS, [], False, "few districts"),
    ],
)
def test_what_has_no_rank_says_why(own: list[Cell], others: list[Cell], percent: bool, why: str) -> None:
    found = movement(Grid.of(frame(*own, *others)), "city", NAMES, "2010", "2020", percent=percent)
    assert found.why == why
    assert math.isnan(found.score)


def test_half_of_the_years_are_enough() -> None:
    own: list[Cell] = [("city", "2010", 1.0, "A"), ("city", "2015", 2.0, "A")]
    table = frame(*own, *districts(1, 2, 4, 8, 20, end="2015"))
    assert movement(Grid.of(table), "city", NAMES, "2010", "2020", percent=False).why == ""


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=5, unique=True),
    st.floats(-1e6, 1e6),
    st.sampled_from([0.001, 7.0, 1e4]),
)
def test_the_unit_does_not_matter(changes: list[float], own: float, unit: float) -> None:
    """In thousandths or dozens of the unit, the score is the same."""
    cells = [*districts(*changes, base=0.0), ("city", "2010", 0.0, "A"), ("city", "2020", own, "A")]
    plain = frame(*cells)
    one, other = (
        movement(Grid.of(table), "city", NAMES, "2010", "2020", percent=False)
        for table in (plain, plain.assign(value=plain["value"] * unit))
    )
    assert one.why == other.why or abs(one.spread) < 1e-9
    if not one.why and not other.why:
        assert other.score == pytest.approx(one.score, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("area", [CITY, "51", "7"])
def test_changes_are_those_of_the_other_pages_and_the_spread_is_scipys(snapshot: Dataset, area: str) -> None:
    ranked = [(one, found) for one, found in moved_most(snapshot, area, "2012", "2024") if not found.why]
    assert len(ranked) > 10
    peers = snapshot.codes("ortsteil")
    for indicator, found in ranked:
        column = "percent" if indicator.change == "percent" else "absolute"
        table = measures.change(grid(snapshot, indicator), found.start, found.end).set_index("area")
        assert found.change == pytest.approx(table.loc[area, column])
        sound = table.loc[table.index.isin(peers) & ~table["status"].isin(["B", "U"]), column].dropna()
        assert found.districts == len(sound)
        assert found.spread == pytest.approx(median_abs_deviation(sound, scale="normal"), rel=1e-4)


def test_the_largest_is_first_and_what_has_no_score_is_last(snapshot: Dataset) -> None:
    every = moved_most(snapshot, CITY, "2012", "2024")
    assert {indicator.id for indicator, _ in every} == set(catalogue.load())
    scores = [abs(found.score) for _, found in every]
    known = [score for score in scores if not math.isnan(score)]
    assert known == sorted(known, reverse=True)
    assert all(math.isnan(score) for score in scores[len(known) :])
    assert {found.why for one, found in every if one.id == "population_density"} == {"repeats"}


def test_dwellings_are_not_ranked_across_the_census(snapshot: Dataset) -> None:
    """In 2011 the stock was counted anew."""
    found = {indicator.id: found for indicator, found in moved_most(snapshot, CITY, "2005", "2024")}
    assert found["dwellings"].why == "break"
    assert not np.isnan(found["dwellings"].change)
