"""Classes by hand and against mapclassify; one scale for all years; colours that run from end to end."""

from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.classes import change_breaks, change_classes, continuous_classes, even_breaks, nice_ticks, value_classes
from charts.theme import DARK, LIGHT, Theme

TICKS = ("−5", "−1", "+1", "+5")
STEPS = (1.0, 5.0)


def test_breaks_mirror_each_other() -> None:
    assert change_breaks((1, 5)) == (-5, -1, 1, 5)


@pytest.mark.parametrize(
    ("change", "expected"),
    [(-500, 0), (-5, 0), (-4.99, 1), (-1, 1), (-0.99, 2), (0, 2), (0.99, 2), (1, 3), (4.99, 3), (5, 4), (500, 4)],
)
def test_a_change_on_a_break_belongs_to_the_class_away_from_zero(change: float, expected: int) -> None:
    assert change_classes(STEPS, TICKS, 2, LIGHT).of([change]) == [expected]


def test_a_change_is_in_the_class_that_it_is_shown_in() -> None:
    """4.96 is written 5.0, −0.94 is written −0.9."""
    assert change_classes(STEPS, TICKS, 1, LIGHT).of([4.96, 4.94, -0.94, -0.96]) == [4, 3, 2, 1]


def test_no_change_has_no_class() -> None:
    found = change_classes(STEPS, TICKS, 2, LIGHT).of([nan, 0.0])
    assert found == [None, 2]


def test_classes_at_the_ends_that_nothing_reaches_are_not_drawn() -> None:
    """None fell, and none rose by 5 or more; what lies between is kept."""
    whole = change_classes(STEPS, TICKS, 1, LIGHT)
    drawn = whole.reached([0.5, nan, 3.0])
    assert (drawn.breaks, list(drawn.labels.values())) == ((1.0,), ["+1"])
    assert drawn.colours == (LIGHT.steady, LIGHT.rising[0])
    assert drawn.of([0.5, 3.0]) == [0, 1]
    assert whole.reached([-9.0, 9.0]) == whole
    assert whole.reached([nan]) == whole


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("steps", [(1.0,), (1.0, 5.0), (1.0, 2.0, 3.0, 4.0, 5.0)])
def test_every_class_has_a_colour_of_its_own(steps: tuple[float, ...], theme: Theme) -> None:
    colours = change_classes(steps, (), 0, theme).colours
    assert len(colours) == 2 * len(steps) + 1 == len(change_breaks(steps)) + 1
    assert len({*colours, theme.no_value}) == len(colours) + 1
    assert colours[len(steps)] == theme.steady


def test_a_value_on_a_bound_belongs_to_the_class_below() -> None:
    classes = value_classes((10.0, 20.0), ("10", "20"), 1, LIGHT)
    assert classes.of([9.0, 10.0, 10.04, 10.5, 20.0, 21.0]) == [0, 0, 0, 1, 1, 2]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("count", range(1, 9))
def test_values_run_from_one_end_of_the_colours_to_the_other(count: int, theme: Theme) -> None:
    classes = value_classes(tuple(range(count)), (), 0, theme)
    assert len(set(classes.colours)) == count + 1
    assert (classes.colours[0], classes.colours[-1]) == (theme.values[0], theme.values[-1])


def test_a_continuous_scale_begins_and_ends_with_the_colours_of_the_theme() -> None:
    breaks, named = even_breaks(0.0, 36.0, [10.0, 20.0, 30.0])
    classes = continuous_classes(breaks, {n: f"{tick:g}" for n, tick in named.items()}, 1, LIGHT)
    assert classes.continuous
    assert len(classes.colours) == 36
    assert (classes.colours[0], classes.colours[-1]) == (LIGHT.values[0], LIGHT.values[-1])
    assert [classes.breaks[n] for n in classes.labels] == [10.0, 20.0, 30.0]
    assert classes.of([0.0, 0.5, 1.5, 35.9, 36.0]) == [0, 0, 1, 35, 35]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 10.0, [0, 2, 4, 6, 8, 10]),
        (3.2, 4.1, [3.2, 3.4, 3.6, 3.8, 4.0]),
        (-12.0, 31.0, [-10, 0, 10, 20, 30]),
        (5.0, 5.0, [5]),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, expected: list[float]) -> None:
    assert nice_ticks(low, high) == pytest.approx(expected)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_ticks_lie_inside(low: float, width: float) -> None:
    ticks = nice_ticks(low, low + width)
    assert 2 <= len(ticks) <= 7
    assert low - 1e-6 <= ticks[0]
    assert ticks[-1] <= low + width + 1e-6
    assert np.ptp(np.diff(ticks)) == pytest.approx(0, abs=1e-6 * max(1.0, abs(low), width))


def test_an_unknown_value_is_counted_nowhere() -> None:
    classes = value_classes((10.0,), ("10",), 0, LIGHT)
    assert classes.counts([nan, 9.0, 11.0, 12.0]) == [1, 2]
