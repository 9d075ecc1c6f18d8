"""Every rule of a valid observation table, broken on its own."""

from typing import Any

import pandas as pd
import pytest

from data.observations import COLUMNS, InvalidObservations, validate

AREAS = frozenset({"51", "5"})


def table(**changes: Any) -> pd.DataFrame:
    """Two good rows; changes replace a column of the second."""
    good = {"series": "kd2-1/Männer", "area": "51", "period": "2022", "value": 7.0, "status": "A"}
    other = {**good, "area": "5", **changes}
    return pd.DataFrame([good, other], columns=COLUMNS)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"value": 0.0},
        {"period": "2022-05-15"},
        {"period": "2024-Q1"},
        {"value": float("nan"), "status": "M"},
        {"value": float("nan"), "status": "Q"},
        {"value": float("nan"), "status": "N"},
        {"status": "B"},
    ],
)
def test_a_table_that_keeps_the_rules_comes_back(changes: dict[str, Any]) -> None:
    given = table(**changes)
    assert validate(given, AREAS) is given


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"area": "99"}, "unknown area: 1 rows"),
        ({"status": "Z"}, "unknown status: 1 rows"),
        ({"period": "22"}, "neither a year, a quarter nor a day"),
        ({"period": "2024-Q5"}, "neither a year, a quarter nor a day"),
        ({"series": " "}, "empty name of a series"),
        ({"status": "M"}, "value beside a status that says it is missing"),
        ({"value": float("nan")}, "no value, but the status does not say why"),
        ({"value": float("inf")}, "value is not finite"),
        ({"area": "51"}, "series, area and period stand twice"),
    ],
)
def test_a_broken_rule_is_named_with_an_example(changes: dict[str, Any], rule: str) -> None:
    with pytest.raises(InvalidObservations, match=rule) as caught:
        validate(table(**changes), AREAS)
    assert "kd2-1/Männer" in str(caught.value) or "'series': ' '" in str(caught.value)


def test_columns_and_rows_are_needed() -> None:
    with pytest.raises(InvalidObservations, match="columns are"):
        validate(table().drop(columns="status"), AREAS)
    with pytest.raises(InvalidObservations, match="no rows"):
        validate(table().iloc[:0], AREAS)
