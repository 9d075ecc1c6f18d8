"""What moved most as a table: the same order and figures as the page, with what they are measured by."""

import pytest

from data.areas import CITY
from data.store import Dataset
from exports.tables.moved_most import COLUMNS, movements
from indicators.figures.values import values
from indicators.places.moved_most import moved_most


def test_changes_are_those_of_the_published_figures(snapshot: Dataset) -> None:
    ranked = [pair for pair in moved_most(snapshot, CITY, "2012", "2024") if not pair[1].why]
    table = movements(snapshot, ranked, CITY, "Leipzig", "de")
    assert list(table.columns) == COLUMNS
    assert table["indicator"].tolist() == [indicator.id for indicator, _ in ranked]
    assert table["score"].abs().is_monotonic_decreasing
    assert table["score"].tolist() == pytest.approx((table["change"] / table["spread"]).tolist())
    row = table.set_index("indicator").loc["population"]
    # 528,540 residents became 632,562, which is 19.68 %.
    assert (row["start_value"], row["end_value"], row["change_in"]) == (528_540, 632_562, "percent")
    assert row["change"] == pytest.approx(19.68, abs=0.005)
    figures = values(snapshot, ranked[0][0])
    own = figures[(figures["area"] == CITY) & (figures["period"] == table["to"].iloc[0])]
    assert own["value"].tolist() == [table["end_value"].iloc[0]]
