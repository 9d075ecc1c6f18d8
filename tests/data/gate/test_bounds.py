"""Figures that can't be true by themselves, where little or nothing is declared."""

import pandas as pd
import pytest

from data.gate.bounds import fractions, out_of_bounds, years_to_come
from data.gate.constraints import NONE, Constraints
from data.observations import COLUMNS


def table(values: list[float], period: str = "2024") -> pd.DataFrame:
    cells = [("s/a", f"{n:02}", period, value, "A") for n, value in enumerate(values)]
    return pd.DataFrame(cells, columns=COLUMNS)


@pytest.mark.parametrize(("value", "refused"), [(0.0, 0), (-1.0, 1), (1e7, 0), (1.1e7, 1), (1e25, 1)])
def test_without_declared_bounds_nothing_is_negative_or_beyond_all_counts(value: float, refused: int) -> None:
    found = out_of_bounds(table([5.0, value]), NONE)
    assert [finding.severity for finding in found] == ["reject"] * refused


def test_a_figure_out_of_bounds_is_told_with_the_bounds() -> None:
    (finding,) = out_of_bounds(table([41.0, 423.0]), Constraints(bounds={"s/a": (25.0, 65.0)}))
    assert finding.sentence == "s/a: 1 of 2 figures are outside 25 to 65, such as 423 in area 01, 2024"


@pytest.mark.parametrize(
    ("period", "forecast", "refused"),
    [("2026", False, 0), ("2027", False, 1), ("2027-09-26", False, 1), ("2040", True, 0), ("2099", True, 1)],
)
def test_years_to_come(period: str, forecast: bool, refused: int) -> None:
    assert len(years_to_come(table([1.0], period), Constraints(forecast=forecast), 2026)) == refused


def test_fractions_of_what_is_counted_are_refused() -> None:
    (finding,) = fractions(table([1.0, 2.5, 3.5]), table([]), Constraints(counts=True))
    assert finding.severity == "reject"
    assert finding.sentence == "s/a: 2 figures are no whole numbers, such as 2.5 in area 01, 2024"


@pytest.mark.parametrize(("held", "asked"), [([3.0] * 20, 1), ([3.0] * 19, 0), ([3.0] * 20 + [0.5], 0)])
def test_fractions_where_all_figures_held_are_whole_are_asked_about(held: list[float], asked: int) -> None:
    found = fractions(table([2.5]), table(held), NONE)
    assert [(finding.check, finding.severity) for finding in found] == [("fractions", "ask")] * asked


@pytest.mark.parametrize(
    "declared", [Constraints(counts=True, fractions=frozenset({"s/a"})), Constraints(bounds={"s/a": (0.0, 9.0)})]
)
def test_what_is_declared_not_to_be_whole_may_be_none(declared: Constraints) -> None:
    assert fractions(table([2.5]), table([3.0] * 20), declared) == []
