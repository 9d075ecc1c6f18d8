"""What tells an error from a true development."""

import pandas as pd
import pytest

from data.checks import Implausible, check
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
    check(figures(*values), NOTHING_HELD)


def test_a_leap_is_refused() -> None:
    with pytest.raises(Implausible, match=r"kd2-1/Männer, area 51 leaps to 110,000 in 2012"):
        check(figures(100, 110, 110_000, 120), NOTHING_HELD)


def test_a_fall_is_refused() -> None:
    with pytest.raises(Implausible, match=r"kd2-1/Männer, area 51 falls to 0 in 2011"):
        check(figures(100, 0, 120), NOTHING_HELD)


def test_events_may_leap_and_balances_may_be_negative() -> None:
    check(figures(0, 3, 400, -120), NOTHING_HELD, leaps=True)
    with pytest.raises(Implausible, match="2012 are gone"):
        check(figures(3, 400), figures(3, 400, 5), leaps=True)


def test_areas_are_judged_by_themselves() -> None:
    check(pd.concat([figures(100, 120), figures(50_000, 51_000, area="14713000")]), NOTHING_HELD)


def test_a_lost_period_is_refused() -> None:
    with pytest.raises(Implausible, match="kd2-1: the periods 2012 are gone"):
        check(figures(100, 110), figures(100, 110, 120))


def test_a_new_period_and_corrected_figures_pass() -> None:
    check(figures(100, 112, 120, 130), figures(100, 110, 120))


def test_vanished_figures_are_refused() -> None:
    with pytest.raises(Implausible, match="2 of 3 figures held already are gone, expected at most 1%"):
        check(figures(None, None, 120), figures(100, 110, 120))


def test_a_single_withdrawn_figure_among_many_passes() -> None:
    held = figures(*range(100, 200))
    check(figures(None, *range(101, 200)), held)


def test_a_series_that_ended_is_no_loss_of_the_others() -> None:
    held = pd.concat([figures(100, 110), figures(1, 2, series="kd2-1/Frauen")])
    check(figures(100, 110), held)
