"""What a series did, counted by hand."""

import pytest

from indicators.analysis.course import Course, course
from indicators.figures.grid import Observed


def figures(*values: float, first: int = 2012, step: int = 1) -> list[Observed]:
    return [Observed(str(first + step * n), value, "A") for n, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1, 2, 3, 2, 4), Course(3, 1, 4, True, "highest")),
        ((5, 4, 4, 3), Course(0, 2, 3, True, "lowest")),
        ((1, 3, 2), Course(1, 1, 2, True, "")),
        ((4, 2, 4), Course(1, 1, 2, True, "")),
        ((2, 2, 2), Course(0, 0, 2, True, "")),
    ],
)
def test_steps_are_counted_and_the_last_is_set_against_all(values: tuple[float, ...], expected: Course) -> None:
    assert course(figures(*values), 0) == expected


def test_what_looks_the_same_neither_rises_nor_stands_out() -> None:
    assert course(figures(2.31, 2.28, 2.34), 1) == Course(0, 0, 2, True, "")


def test_steps_over_a_gap_are_no_years() -> None:
    found = course(figures(1, 2, 3, step=2), 0)
    assert found is not None
    assert not found.yearly


def test_days_are_no_years() -> None:
    found = course([Observed(day, n, "A") for n, day in enumerate(["2014-05-25", "2019-05-26", "2024-06-09"])], 0)
    assert found is not None
    assert not found.yearly


def test_two_figures_have_no_course() -> None:
    assert course(figures(1, 2), 0) is None
