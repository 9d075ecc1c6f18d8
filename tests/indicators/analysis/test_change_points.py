"""The city's turns: against all divisions tried by hand, another algorithm, and series that have none."""

from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt
import pytest
from ruptures import Pelt

from data.store import Dataset
from indicators.analysis.change_points import (
    SHORTEST,
    bic,
    by_chance,
    changes,
    clearness,
    inert,
    inertia,
    resampled,
    result,
)
from tests.support.extent import either

STEP = np.array([1.0, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8])


@pytest.fixture(scope="module")
def growth() -> npt.NDArray[np.float64]:
    """The city's residents on 31 December 2000 to 2024 by its register, as published; growth in percent."""
    residents = np.array(
        [
            *(479996, 479457, 481390, 484121, 485643, 489335, 494771, 497791, 502401, 505559, 508775, 517838, 528540),
            *(539348, 551871, 567846, 579530, 590337, 596517, 601668, 605407, 609869, 624689, 628718, 632562),
        ],
        float,
    )
    return np.asarray(np.diff(residents) / residents[:-1] * 100, float)


def squares(series: npt.NDArray[np.float64], cut: tuple[int, ...]) -> float:
    ends = pairwise([0, *cut, len(series)])
    return sum(sum((x - sum(own) / len(own)) ** 2 for x in own) for own in (series[a:b].tolist() for a, b in ends))


def best_by_hand(series: npt.NDArray[np.float64], n: int) -> tuple[int, ...]:
    """Bai and Perron's global minimum: the least squares of every division that there is."""
    every = combinations(range(SHORTEST, len(series) - SHORTEST + 1), n)
    long = (cut for cut in every if all(b - a >= SHORTEST for a, b in pairwise([0, *cut, len(series)])))
    return min(long, key=lambda cut: squares(series, cut))


def test_a_step_is_found_where_it_is() -> None:
    assert changes(STEP) == [6]


def test_the_criterion_by_hand() -> None:
    # Around 1.5 and 8.5 each of the twelve is half a step away: RSS 3; one change takes a year and two means.
    assert bic(STEP, [6]) == pytest.approx(12 * np.log(3 / 12) + 3 * np.log(12))


def test_the_city_turned_in_2011_and_2018(growth: npt.NDArray[np.float64], snapshot: Dataset) -> None:
    """Computed independently: −24.8 with two changes, −13.8 with one."""
    rows = result(snapshot)
    assert rows["growth"].to_numpy() == pytest.approx(growth)
    assert rows.loc[rows["turn"], "period"].tolist() == ["2011", "2018"]
    assert [round(bic(growth, cut), 1) for cut in ([10, 17], [10])] == [-24.8, -13.8]
    assert best_by_hand(growth, 2) == (10, 17)
    assert best_by_hand(growth, 1) == (10,)


def test_a_penalty_instead_of_the_criterion_finds_the_same_years(growth: npt.NDArray[np.float64]) -> None:
    """PELT with 2 · σ² · ln n, σ from the differences of the years, and levels of two years."""
    penalty = 2 * np.var(np.diff(growth)) / 2 * np.log(len(growth))
    assert Pelt(model="l2", min_size=2, jump=1).fit(growth).predict(pen=penalty) == [10, 17, 24]


def test_so_does_the_city_without_the_year_of_refugees(growth: npt.NDArray[np.float64], snapshot: Dataset) -> None:
    rows = result(snapshot).set_index("period")
    assert rows.index[rows["apart"]].tolist() == ["2022"]
    assert changes(np.delete(growth, 21)) == [10, 17]


def test_the_search_finds_what_trying_all_finds() -> None:
    draw = np.random.default_rng(3)
    for _ in range(either(5, 100)):
        series = draw.normal(size=20)
        found = changes(series)
        assert squares(series, tuple(found)) == pytest.approx(squares(series, best_by_hand(series, len(found))))
        others = (bic(series, best_by_hand(series, n)) for n in range(4))
        assert bic(series, found) == pytest.approx(min(others))


def test_steps_far_above_the_noise_stay_where_they_are() -> None:
    assert (resampled(STEP, [6]) == 6).all()


def test_years_are_told_with_their_range(snapshot: Dataset) -> None:
    turns = result(snapshot).query("turn")
    assert (turns["early"] <= turns["period"]).all()
    assert (turns["period"] <= turns["late"]).all()
    assert turns["found"].between(50, 100).all()


def test_inertia_of_made_up_series_is_what_was_asked_for() -> None:
    assert np.mean([inertia(series) for series in inert(0.6, 500, 40)]) == pytest.approx(0.6, abs=0.03)


def test_of_inert_series_without_a_change_seven_of_ten_seem_to_have_one() -> None:
    """Computed independently: 71 % at φ = 0.6, why districts get no change points."""
    n, near = either((400, 0.06), (10_000, 0.015))
    assert np.mean([clearness(series) > 0 for series in inert(0.6, 24, n)]) == pytest.approx(0.71, abs=near)


@pytest.mark.parametrize("column", ["false_alarms", "as_clear"])
def test_the_more_inert_the_more_chance_finds(snapshot: Dataset, column: str) -> None:
    shares = by_chance(snapshot).query("whose == ''").sort_values("inertia")[column].tolist()
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]
