"""Figures as one grid: there and back, cut, stacked, asked cell by cell."""

import math

import numpy as np
import pandas as pd
import pytest

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.figures.grid import CAUTION, EMPTY, VALUES, Grid, stacked
from indicators.figures.values import grid, values
from tests.indicators.figures.test_measures import frame

FIGURES = """
    50 2022 100 A
    50 2023 .   Q
    51 2021 7   U
    51 2023 9   B
    """


def test_a_frame_comes_back_as_it_was() -> None:
    given = frame(FIGURES)
    before = given.copy(deep=True)
    pd.testing.assert_frame_equal(Grid.of(given).frame, before)
    stored = given.astype({"area": "category", "period": "category", "status": "category"})
    pd.testing.assert_frame_equal(Grid.of(stored).frame, before)
    pd.testing.assert_frame_equal(Grid.of(given[::-1]).among(["51"]).frame, before[2:].reset_index(drop=True))
    assert EMPTY.frame.empty
    assert list(EMPTY.frame.columns) == VALUES


def test_what_no_grid_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="an area and period stand twice"):
        Grid.of(frame("1 2012 1 A\n 1 2012 2 A"))
    with pytest.raises(ValueError, match="unknown status 'X', expected one of"):
        Grid.of(frame("1 2012 1 X"))


def test_nobody_changes_a_grid_that_others_read() -> None:
    with pytest.raises(ValueError, match="read-only"):
        Grid.of(frame(FIGURES)).values[0, 0] = 1


def test_cells_and_series() -> None:
    figures = Grid.of(frame(FIGURES))
    assert figures.cell("51", "2023") == (9, "B")
    assert math.isnan(figures.cell("50", "2023")[0])
    assert figures.cell("50", "2023")[1] == "Q"
    assert figures.cell("50", "2021")[1] == figures.cell("nowhere", "2021")[1] == "M"
    own = figures.history("50")
    assert (own.periods, own.status) == (("2022", "2023"), ("A", "Q"))
    assert [tuple(each) for each in own.known] == [("2022", 100, "A")]
    assert (own.since("2023").periods, own.since("2023").status) == (("2023",), ("Q",))
    assert figures.history("nowhere").periods == ()
    assert dict(figures.statuses) == {"A": 1, "Q": 1, "U": 1, "B": 1}


def test_periods_with_figures() -> None:
    figures = Grid.of(frame(FIGURES))
    assert figures.with_figures() == ["2021", "2022", "2023"]
    assert figures.with_figures(["50", "nowhere"]) == ["2022"]
    assert figures.with_figures([]) == []


def test_rows_below_each_other_have_the_periods_of_all() -> None:
    both = stacked([Grid.of(frame("50 2022 1 A")), Grid.of(frame("9 2021 2 P\n 9 2022 . M"))])
    pd.testing.assert_frame_equal(both.frame, frame("50 2022 1 A\n 9 2021 2 P\n 9 2022 . M"))


@pytest.mark.parametrize("id", ["population", "long_term_unemployed", "base_rent", "electric_car_share"])
def test_an_indicator_has_its_figures_by_cell_and_by_row(snapshot: Dataset, id: str) -> None:
    indicator = catalogue.load()[id]
    figures, rows = grid(snapshot, indicator), values(snapshot, indicator)
    assert sum(figures.statuses.values()) == len(rows)
    for area, period, value, status in rows.to_numpy().tolist()[::97]:
        np.testing.assert_equal(figures.cell(area, period), (value, status))
    known = rows[rows["value"].notna()]
    assert figures.with_figures() == sorted(known["period"].unique())
    assert figures.with_figures([CITY]) == sorted(known.loc[known["area"] == CITY, "period"])


def test_every_status_has_its_place() -> None:
    """A missing part makes a missing whole: Q before N before M; otherwise B, then U, E, P."""
    assert "".join(CAUTION) == "APEUBMNQ"
