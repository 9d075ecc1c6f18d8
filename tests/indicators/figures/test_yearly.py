"""Change from year to year: by hand, and never across a break."""

from math import nan

import pandas as pd
import pytest

from indicators.figures.grid import VALUES
from indicators.figures.yearly import change_a_year


def values(*rows: tuple[str, float, str], area: str = "1") -> pd.DataFrame:
    return pd.DataFrame([(area, *row) for row in rows], columns=VALUES)


def told(frame: pd.DataFrame) -> list[tuple[str, float, str]]:
    return [(period, round(value, 6), status) for _, period, value, status in frame.fillna(-99).to_numpy().tolist()]


def test_percent_of_the_year_before() -> None:
    frame = values(("2020", 200, "A"), ("2021", 210, "A"), ("2022", 189, "P"))
    assert told(change_a_year(frame, "percent")) == [("2021", 5, "A"), ("2022", -10, "P")]


@pytest.mark.parametrize("stated", ["points", "absolute"])
def test_the_difference_of_everything_else(stated: str) -> None:
    frame = values(("2020", 5.5, "A"), ("2021", 7, "U"), ("2022", 6, "A"))
    assert told(change_a_year(frame, stated)) == [("2021", 1.5, "U"), ("2022", -1, "U")]


@pytest.mark.parametrize("stated", ["percent", "points"])
def test_no_change_across_a_break(stated: str) -> None:
    """The change to 2021 would cross the break, the one to 2022 lies behind it."""
    frame = values(("2020", 100, "A"), ("2021", 200, "B"), ("2022", 202, "A"))
    after = 1 if stated == "percent" else 2
    assert told(change_a_year(frame, stated)) == [("2021", -99, "N"), ("2022", after, "A")]


@pytest.mark.parametrize("stated", ["percent", "points"])
def test_a_missing_year_leaves_two_changes_out(stated: str) -> None:
    frame = values(("2020", 100, "A"), ("2021", nan, "Q"), ("2022", 100, "A"), ("2024", 100, "A"))
    assert told(change_a_year(frame, stated)) == [("2021", -99, "Q"), ("2022", -99, "Q")]


def test_surveys_of_every_second_year_have_none() -> None:
    frame = values(("2019", 100, "A"), ("2021", 110, "A"))
    assert change_a_year(frame, "percent").empty
    assert change_a_year(frame, "absolute").empty


def test_areas_are_kept_apart() -> None:
    both = pd.concat([values(("2020", 1, "A"), ("2021", 3, "A")), values(("2021", 9, "A"), area="2")])
    found = change_a_year(both, "absolute")
    assert found.to_numpy().tolist() == [["1", "2021", 2, "A"]]
