"""When series turned: the last of their lowest years, edges, breaks, gaps."""

from math import isnan, nan

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import CITY
from data.store import Dataset
from indicators.analysis.turning_points import TURNS, turning
from indicators.catalogue import load
from indicators.figures.grid import VALUES, Grid
from indicators.figures.values import grid


def frame(*series: float, area: str = "1", **status: str) -> pd.DataFrame:
    """Values from 2000 on; status: by year with a `y` before it."""
    rows = [
        (area, str(2000 + n), value, status.get(f"y{2000 + n}", "M" if isnan(value) else "A"))
        for n, value in enumerate(series)
    ]
    return pd.DataFrame(rows, columns=VALUES)


def turn(*series: float, start: str = "2000", end: str = "2024", **status: str) -> dict[str, object]:
    table = turning(Grid.of(frame(*series, **status)), start, end)
    assert list(table.columns) == TURNS
    (row,) = table.to_dict("records")
    return {str(key): value for key, value in row.items()}


def test_a_turn_by_hand() -> None:
    """From 100 down to 80 are −20 %, from there to 100 are +25 %."""
    assert turn(100, 90, 80, 85, 100) == {
        "area": "1",
        "first": "2000",
        "last": "2004",
        "low": "2002",
        "value": 80,
        "before": -20,
        "after": 25,
        "state": "turned",
        "status": "A",
    }


@pytest.mark.parametrize(
    ("series", "low", "state"),
    [
        ((100, 110, 120), "2000", "first"),
        ((120, 110, 100), "2002", "last"),
        ((100, 90, 90, 95), "2002", "turned"),
        ((90, 100, 90, 95), "2002", "turned"),
        ((90, 100, 90), "2002", "last"),
        ((90, 80, 120, 85), "2001", "turned"),
        ((100, 100, 100), "2002", "level"),
        ((0, 5, 3), "2000", "first"),
    ],
)
def test_edges_and_ties(series: tuple[float, ...], low: str, state: str) -> None:
    found = turn(*series)
    assert (found["low"], found["state"]) == (low, state)


def test_only_the_years_asked_for() -> None:
    found = turn(50, 100, 90, 95, 10, start="2001", end="2003")
    assert (found["first"], found["last"], found["low"], found["state"]) == ("2001", "2003", "2002", "turned")


def test_only_what_follows_the_last_break() -> None:
    found = turn(10, 20, 100, 90, 95, y2002="B")
    assert (found["first"], found["low"], found["state"], found["before"]) == ("2002", "2003", "turned", -10)
    assert found["status"] == "A"


def test_a_break_with_years_that_nobody_asked_for_cuts_nothing() -> None:
    found = turn(10, 100, 90, 95, start="2001", y2001="B")
    assert (found["first"], found["low"]) == ("2001", "2002")


def test_missing_years_are_passed_over() -> None:
    found = turn(nan, 100, nan, 80, 90, nan)
    assert (found["first"], found["last"], found["low"], found["state"]) == ("2001", "2004", "2003", "turned")


@pytest.mark.parametrize("series", [(nan, nan, nan), (1, 2), (1, nan, 2)])
def test_too_few_values(series: tuple[float, ...]) -> None:
    found = turn(*series)
    assert (found["state"], found["low"], found["status"]) == ("too few", "", "M")
    assert all(isnan(float(str(found[key]))) for key in ("value", "before", "after"))


def test_a_break_may_leave_too_few() -> None:
    assert turn(5, 4, 3, 4, 5, y2003="B")["state"] == "too few"


def test_a_doubtful_low_says_so() -> None:
    assert turn(100, 80, 90, y2001="U")["status"] == "U"


@given(st.lists(st.integers(1, 50), min_size=3, max_size=25))
def test_nothing_lies_below_the_low_and_all_after_it_lies_above(series: list[int]) -> None:
    found = turn(*series)
    place = int(str(found["low"])) - 2000
    assert series[place] == found["value"] == min(series)
    assert all(value > min(series) for value in series[place + 1 :])


def test_areas_are_kept_apart() -> None:
    both = pd.concat([frame(3, 2, 1, area="b"), frame(1, 2, 3, area="a")])
    found = turning(Grid.of(both), "2000", "2024")[["area", "state"]]
    assert found.to_numpy().tolist() == [
        ["a", "first"],
        ["b", "last"],
    ]


def test_nothing_to_look_at() -> None:
    assert turning(Grid.of(frame(1, 2, 3)), "2010", "2024").empty


def test_leipzig(snapshot: Dataset) -> None:
    """The city had 479,996 residents in 2000, 479,457 in 2001 and more ever since; West went on to fall until 2011."""
    found = turning(grid(snapshot, load()["population"]), "2000", "2024")
    by_area = {row["area"]: (row["low"], row["value"], row["state"]) for row in found.to_dict("records")}
    assert by_area[CITY] == ("2001", 479_457, "turned")
    assert by_area["6"] == ("2011", 48_655, "turned")
