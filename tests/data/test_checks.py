"""What tells an error from a true development."""

import pandas as pd
import pytest

from data.checks import Check, Implausible, kept, no_leaps
from data.observations import COLUMNS

NOTHING_HELD = pd.DataFrame(columns=COLUMNS)


def figures(*values: float | None, series: str = "kd2-1/Männer", area: str = "51") -> pd.DataFrame:
    """One series in one area from 2010 on; None is missing."""
    rows = [(series, area, str(2010 + n), value, "M" if value is None else "A") for n, value in enumerate(values)]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"value": "float64"})


@pytest.mark.parametrize(
    "values",
    [
        (100, 150, 300, 700),
        (100, 90, 40, 10),
        (1, 3, 180),
        (0, 0, 15, 4),
        (700,),
        (None, None),
        (5, None, 90),
    ],
)
def test_true_developments_pass(values: tuple[float | None, ...]) -> None:
    no_leaps(figures(*values))


def test_a_leap_is_refused() -> None:
    with pytest.raises(Implausible, match=r"kd2-1/Männer, area 51 leaps to 110,000 in 2012"):
        no_leaps(figures(100, 110, 110_000, 120))


def test_a_fall_is_refused() -> None:
    with pytest.raises(Implausible, match=r"kd2-1/Männer, area 51 falls to 0 in 2011"):
        no_leaps(figures(100, 0, 120))


@pytest.mark.parametrize(
    ("values", "times"),
    [((100, 150, 700, 300), "2.3"), ((100, 90, 10), "9.0"), ((3, 180, 1), "18.0"), ((1, 1, 3), "1.0")],
    ids=["leap", "fall", "small figures", "small figures alone"],
)
def test_the_largest_leap_is_told(values: tuple[float, ...], times: str) -> None:
    what = "no figure more than 20 times away from all others of its series and area"
    assert no_leaps(figures(*values)) == (Check(what, f"at most {times} times"),)


@pytest.mark.parametrize("values", [(700,), (None, 5)])
def test_where_nothing_can_leap_no_check_is_told(values: tuple[float | None, ...]) -> None:
    assert no_leaps(figures(*values)) == ()


def test_areas_are_judged_by_themselves() -> None:
    no_leaps(pd.concat([figures(100, 120), figures(50_000, 51_000, area="14713000")]))


def test_a_lost_period_is_refused() -> None:
    with pytest.raises(Implausible, match="kd2-1: the periods 2012 are gone"):
        kept(figures(100, 110), figures(100, 110, 120))


def test_a_new_period_and_corrected_figures_pass() -> None:
    what = "no period and at most 1% of the figures held already are gone"
    found = kept(figures(100, 112, 120, 130), figures(100, 110, 120))
    assert found == (Check(what, "3 of 3 still there, 1 changed"),)


def test_where_nothing_is_held_no_comparison_is_told() -> None:
    assert kept(figures(100, 112), NOTHING_HELD) == ()


def test_vanished_figures_are_refused() -> None:
    with pytest.raises(Implausible, match="2 of 3 figures held already are gone, expected at most 1%"):
        kept(figures(None, None, 120), figures(100, 110, 120))


def test_a_single_withdrawn_figure_among_many_passes() -> None:
    held = figures(*range(100, 200))
    assert kept(figures(None, *range(101, 200)), held)[0].found == "99 of 100 still there, 0 changed"


def test_a_series_that_ended_is_no_loss_of_the_others() -> None:
    held = pd.concat([figures(100, 110), figures(1, 2, series="kd2-1/Frauen")])
    kept(figures(100, 110), held)
