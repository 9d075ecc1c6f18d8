"""Trends: hand values, and a second opinion from pymannkendall and numpy."""

import math
from typing import Any

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.analysis import trends
from indicators.figures.grid import Grid
from tests.support import extent

NAN = math.nan
YEARS = list(range(2000, 2025))

steadily = settings(
    derandomize=extent.either(True, False), database=None, deadline=None, max_examples=extent.examples(40)
)
series = st.lists(st.integers(-1000, 1000).map(float), min_size=trends.MINIMUM, max_size=25)


def area(code: str, values: dict[str, float], breaks: tuple[str, ...] = ()) -> pd.DataFrame:
    status = ["M" if math.isnan(value) else "B" if year in breaks else "A" for year, value in values.items()]
    return pd.DataFrame({"area": code, "period": list(values), "value": list(values.values()), "status": status})


def yearly(first: int, *values: float) -> dict[str, float]:
    return {str(first + offset): value for offset, value in enumerate(values)}


def noisy(slope: float, seed: int) -> list[float]:
    noise = np.random.default_rng(seed).normal(0, 2, len(YEARS))
    return [100 + slope * (year - YEARS[0]) + float(extra) for year, extra in zip(YEARS, noise, strict=True)]


def row_of(table: pd.DataFrame, place: int) -> dict[str, Any]:
    return {str(column): table[column].iloc[place] for column in table.columns}


def trend(table: pd.DataFrame, start: str = "2000", end: str = "2024") -> dict[str, Any]:
    result = trends.trends(Grid.of(table), start, end)
    assert len(result) == 1
    return row_of(result, 0)


class TestTheilSen:
    def test_hand_value_with_an_outlier(self) -> None:
        # Six of the ten slopes are 1, those to the outlier 49/4, 48/3, 47/2 and 46; with only
        # five values the interval takes in all of them.
        fit = trends.theil_sen([2020, 2021, 2022, 2023, 2024], [1, 2, 3, 4, 50])
        assert fit.slope == 1.0
        assert (fit.low, fit.high) == (1.0, 46.0)

    def test_gap_keeps_its_place_in_time(self) -> None:
        assert trends.theil_sen([2000, 2001, 2002, 2010, 2011, 2012], [0, 2, NAN, 20, 22, 24]).slope == 2.0

    @steadily
    @given(series)
    def test_agrees_with_pymannkendall(self, values: list[float]) -> None:
        fit = trends.theil_sen(range(len(values)), values)
        assert fit.slope == pytest.approx(pymannkendall.sens_slope(values).slope)
        assert fit.low <= fit.slope <= fit.high

    @steadily
    @given(series, st.integers(-5, 5))
    def test_line_added_is_slope_added(self, values: list[float], more: int) -> None:
        years = np.arange(len(values))
        tilted = trends.theil_sen(years, np.array(values) + more * years)
        assert tilted.slope == pytest.approx(trends.theil_sen(years, values).slope + more)


class TestMannKendall:
    def test_strict_rise_has_the_exact_p(self) -> None:
        # One of 5! orders rises throughout and one falls throughout.
        assert trends.mann_kendall(range(5), [1, 2, 3, 4, 5]) == pytest.approx(2 / 120)
        assert trends.mann_kendall(range(6), [6, 5, 4, 3, 2, 1]) == pytest.approx(2 / 720)

    def test_ties_take_the_normal_approximation(self) -> None:
        # S = 9 of 10 pairs; Var S = (5·4·15 − 2·1·9) / 18.
        z = 9 / math.sqrt((300 - 18) / 18)
        assert trends.mann_kendall(range(5), [1, 2, 2, 3, 4]) == pytest.approx(math.erfc(z / math.sqrt(2)))

    def test_equal_values_show_no_trend(self) -> None:
        assert trends.mann_kendall(range(8), [3.3] * 8) == 1.0

    def test_gaps_are_left_out(self) -> None:
        assert trends.mann_kendall(range(7), [1, NAN, 2, 3, NAN, 4, 5]) == pytest.approx(2 / 120)

    @steadily
    @given(series)
    def test_is_the_same_upside_down_and_backwards(self, values: list[float]) -> None:
        p = trends.mann_kendall(range(len(values)), values)
        assert 0 <= p <= 1
        assert trends.mann_kendall(range(len(values)), -np.array(values)) == pytest.approx(p)
        assert trends.mann_kendall(range(len(values)), values[::-1]) == pytest.approx(p)

    @steadily
    @given(st.lists(st.integers(0, 12).map(float), min_size=20, max_size=40))
    def test_is_close_to_pymannkendall(self, values: list[float]) -> None:
        # Its p is corrected for continuity, which moves p by a few hundredths at this length.
        theirs = pymannkendall.original_test(values).p if len(set(values)) > 1 else 1.0
        assert trends.mann_kendall(range(len(values)), values) == pytest.approx(theirs, abs=0.035)


class TestAllEstimators:
    @pytest.mark.parametrize("years", [range(4), [2022] * 6])
    def test_unknown_with_few_values_or_one_year(self, years: list[int]) -> None:
        values = [float(number) for number in range(len(years))]
        assert math.isnan(trends.mann_kendall(years, values))
        assert math.isnan(trends.theil_sen(years, values).slope)

    def test_refuse_different_lengths(self) -> None:
        for estimate in (trends.theil_sen, trends.mann_kendall):
            with pytest.raises(ValueError, match="3 years stand beside 2 values"):
                estimate([1, 2, 3], [1, 2])


class TestTrends:
    def test_hand_values(self) -> None:
        assert trend(area("50", yearly(2016, 10, 12, 14, NAN, 18, 20))) == {
            "area": "50",
            "from": "2016",
            "to": "2021",
            "n": 5,
            "slope": 2.0,
            "slope_low": 2.0,
            "slope_high": 2.0,
            "p": pytest.approx(2 / 120),
            "method": "theil-sen, mann-kendall",
            "verdict": "rising",
        }

    @pytest.mark.parametrize(
        ("values", "verdict"),
        [
            ((5, 4, 3, 2, 1), "falling"),
            ((3, 3, 3, 3, 3), "no clear trend"),
            ((1, 5, 2, 4, 3), "no clear trend"),
            ((1, 2, 3, 4), "too few values"),
        ],
    )
    def test_verdict(self, values: tuple[float, ...], verdict: str) -> None:
        assert trend(area("50", yearly(2010, *values)))["verdict"] == verdict

    def test_low_p_without_a_slope_is_no_clear_trend(self) -> None:
        found = trend(area("50", yearly(2005, *[0] * 11, *[1] * 4)))
        assert found["p"] < 0.05
        assert found["slope"] == 0
        assert found["verdict"] == "no clear trend"

    @pytest.mark.parametrize(
        ("breaks", "words"),
        [
            ((), ""),
            (("2005",), ""),
            (("2014",), ""),
            (("2011",), ", across break 2011"),
            (("2012",), ", across break 2012"),
            (("2005", "2006", "2011"), ", across breaks 2006, 2011"),
        ],
    )
    def test_names_the_breaks_inside(self, breaks: tuple[str, ...], words: str) -> None:
        found = trend(area("50", yearly(2005, *range(10)), breaks), end="2012")
        assert found["method"] == "theil-sen, mann-kendall" + words

    def test_window_counts_from_its_first_value(self) -> None:
        found = trend(area("50", yearly(2003, NAN, 9, 8, 7, 6, 5, 4, NAN), ("2004",)), "2003", "2008")
        assert (found["from"], found["to"], found["n"]) == ("2004", "2008", 5)
        assert found["method"] == "theil-sen, mann-kendall"

    def test_area_without_values_says_so(self) -> None:
        table = pd.concat([area("51", yearly(2001, 1, 2, 3, 4, 5)), area("50", yearly(1990, 1, NAN))])
        found = trends.trends(Grid.of(table), "2000", "2024")
        assert found["area"].tolist() == ["50", "51"]
        nothing = row_of(found, 0)
        assert [nothing[column] for column in ("from", "to", "n")] == ["", "", 0]
        assert nothing["verdict"] == "too few values"
        assert all(math.isnan(nothing[column]) for column in ("slope", "slope_low", "slope_high", "p"))

    def test_days_count_as_their_years(self) -> None:
        days = {"2004-06-30": 1, "2006-12-31": 3, "2008-01-01": 5, "2010-01-01": 7, "2024-12-31": 21}
        found = trend(area("50", {day: float(value) for day, value in days.items()}))
        assert found["slope"] == 1.0
        assert found["to"] == "2024-12-31"

    @pytest.mark.parametrize(("slope", "verdict"), [(1.5, "rising"), (-1.5, "falling")])
    def test_verdict_agrees_with_pymannkendall(self, slope: float, verdict: str) -> None:
        theirs = {"increasing": "rising", "decreasing": "falling"}
        for seed in range(20):
            values = noisy(slope, seed)
            assert trend(area("50", yearly(2000, *values)))["verdict"] == verdict
            assert theirs[pymannkendall.original_test(values).trend] == verdict

    def test_order_and_dictionaries_do_not_matter(self) -> None:
        table = pd.concat([area(str(code), yearly(2000, *noisy(0.2, code)), ("2011",)) for code in range(3)])
        before = table.copy(deep=True)
        stored = table[::-1].astype({"area": "category", "period": "category", "status": "category"})
        pd.testing.assert_frame_equal(
            trends.trends(Grid.of(table), "2000", "2024"), trends.trends(Grid.of(stored), "2000", "2024")
        )
        pd.testing.assert_frame_equal(table, before)

    def test_nothing_in_nothing_out(self) -> None:
        nothing = trends.trends(Grid.of(area("50", yearly(2000, 1.0)).iloc[:0]), "2000", "2024")
        assert nothing.empty
        assert list(nothing.columns) == trends.TRENDS
