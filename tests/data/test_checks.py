"""What tells an error from a true development."""

import pandas as pd
import pytest

from data.checks import Check, Implausible, no_leaps
from data.observations import COLUMNS


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
