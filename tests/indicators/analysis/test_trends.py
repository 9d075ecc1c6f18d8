"""Trends: hand values, and second opinions from pymannkendall and scipy."""

import math
from typing import Any

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

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
    result = trends.trends(Grid.of(table), start, end, tested=True)
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
    @given(st.lists(st.tuples(st.integers(2000, 2012), st.integers(-9, 9)), min_size=trends.MINIMUM, max_size=25))
    def test_agrees_with_scipy(self, pairs: list[tuple[int, int]]) -> None:
        """Years and values that repeat, in any order."""
        years, values = zip(*pairs, strict=True)
        if len(set(years)) > 2:
            theirs, fit = stats.theilslopes(values, years), trends.theil_sen(years, values)
            expected = (theirs.slope, theirs.low_slope, theirs.high_slope)
            assert (fit.slope, fit.low, fit.high) == pytest.approx(expected)

    @steadily
    @given(series, st.integers(-5, 5))
    def test_line_added_is_slope_added(self, values: list[float], more: int) -> None:
        years = np.arange(len(values))
        tilted = trends.theil_sen(years, np.array(values) + more * years)
        assert tilted.slope == pytest.approx(trends.theil_sen(years, values).slope + more)


class TestPreWhitened:
    def test_what_is_left_of_a_straight_line_rises(self) -> None:
        # Five values are left of six, S = 10 of 10 pairs, less 1 for continuity; Var S = 5·4·15 / 18.
        z = 9 / math.sqrt(300 / 18)
        assert trends.pre_whitened(range(6)) == pytest.approx(math.erfc(z / math.sqrt(2)))

    def test_unknown_with_few_values(self) -> None:
        assert math.isnan(trends.pre_whitened([1, 2, NAN, 3, 4, 5]))

    def test_equal_values_show_no_trend(self) -> None:
        assert trends.pre_whitened([3.3] * 8) == 1.0

    def test_gaps_are_left_out(self) -> None:
        assert trends.pre_whitened([1, NAN, 2, 7, NAN, 4, 5, 9]) == trends.pre_whitened([1, 2, 7, 4, 5, 9])

    @steadily
    @given(st.lists(st.integers(-1000, 1000).map(float), min_size=trends.TESTABLE, max_size=25))
    def test_agrees_with_pymannkendall(self, values: list[float]) -> None:
        theirs = pymannkendall.pre_whitening_modification_test(values).p if len(set(values)) > 1 else 1.0
        assert trends.pre_whitened(values) == pytest.approx(theirs, abs=1e-12)


class TestAdjusted:
    def test_hand_values(self) -> None:
        # 4 · 0.01, 4/2 · 0.02 and 4/3 · 0.03 are all 0.04.
        found = trends.adjusted([0.5, 0.03, NAN, 0.01, 0.02])
        assert found == pytest.approx([0.5, 0.04, NAN, 0.04, 0.04], nan_ok=True)

    @steadily
    @given(st.lists(st.floats(0, 1), min_size=1, max_size=25))
    def test_agrees_with_scipy(self, ps: list[float]) -> None:
        assert trends.adjusted(ps) == pytest.approx(stats.false_discovery_control(ps).tolist())

    def test_nothing_to_adjust(self) -> None:
        assert trends.adjusted([]) == []
        assert math.isnan(trends.adjusted([NAN])[0])


class TestTheilSenAtItsLimits:
    @pytest.mark.parametrize("years", [range(4), [2022] * 6])
    def test_unknown_with_few_values_or_one_year(self, years: list[int]) -> None:
        assert math.isnan(trends.theil_sen(years, [float(number) for number in range(len(years))]).slope)

    def test_refuses_different_lengths(self) -> None:
        with pytest.raises(ValueError, match="3 years stand beside 2 values"):
            trends.theil_sen([1, 2, 3], [1, 2])


class TestVerdicts:
    @staticmethod
    def found(p: float, low: float, high: float) -> trends.Trend:
        return trends.Trend("2000", "2012", 13, (), trends.Slope((low + high) / 2, low, high), p)

    @pytest.mark.parametrize(
        ("p", "low", "high", "verdict"),
        [
            (0.049, 0.1, 2, "rising"),
            (0.049, -2, -0.1, "falling"),
            (0.05, 0.1, 2, "no clear trend"),
            (0.001, 0, 2, "no clear trend"),
            (0.001, -0.1, 2, "no clear trend"),
            (NAN, NAN, NAN, "too few values"),
        ],
    )
    def test_neither_p_nor_slope_may_doubt_it(self, p: float, low: float, high: float, verdict: str) -> None:
        ((adjusted, found),) = trends.verdicts([self.found(p, low, high)], tested=True)
        assert adjusted == pytest.approx(p, nan_ok=True)
        assert found == verdict

    def test_what_is_shown_together_is_judged_together(self) -> None:
        alone = self.found(0.03, 0.1, 2)
        (_, one), (_, other) = trends.verdicts([alone, self.found(0.9, -1, 2)], tested=True)
        assert (one, other) == ("no clear trend", "no clear trend")
        assert trends.verdicts([alone], tested=True) == [(0.03, "rising")]

    def test_figures_that_nobody_counted_have_none(self) -> None:
        ((p, verdict),) = trends.verdicts([self.found(0.001, 1, 2)], tested=False)
        assert math.isnan(p)
        assert verdict == ""


class TestTrends:
    def test_hand_values(self) -> None:
        # The lag-1 autocorrelation is 60 / 112; of the ten pairs that are left one falls, S = 8.
        p = math.erfc(7 / math.sqrt(300 / 18) / math.sqrt(2))
        assert trend(area("50", yearly(2016, 10, 12, 14, NAN, 18, 20, 22))) == {
            "area": "50",
            "from": "2016",
            "to": "2022",
            "n": 6,
            "breaks": "",
            "slope": 2.0,
            "slope_low": 2.0,
            "slope_high": 2.0,
            "p": pytest.approx(p),
            "p_adjusted": pytest.approx(p),
            "method": "theil-sen; mann-kendall after pre-whitening; benjamini-hochberg",
            "verdict": "no clear trend",
        }

    @pytest.mark.parametrize(
        ("values", "verdict"),
        [
            ((1, 2, 3, 4, 5, 6), "rising"),
            ((6, 5, 4, 3, 2, 1), "falling"),
            ((3, 3, 3, 3, 3, 3), "no clear trend"),
            ((1, 5, 2, 4, 3, 6), "no clear trend"),
            ((1, 2, 3, 4, 5), "too few values"),
        ],
    )
    def test_verdict(self, values: tuple[float, ...], verdict: str) -> None:
        assert trend(area("50", yearly(2010, *values)))["verdict"] == verdict

    @pytest.mark.parametrize(
        ("breaks", "named", "first", "n"),
        [
            ((), "", "2005", 8),
            (("2005",), "", "2005", 8),
            (("2014",), "", "2005", 8),
            (("2011",), "2011", "2011", 2),
            (("2012",), "2012", "2012", 1),
            (("2005", "2006", "2011"), "2006;2011", "2011", 2),
        ],
    )
    def test_begins_at_the_last_break_and_names_all(
        self, breaks: tuple[str, ...], named: str, first: str, n: int
    ) -> None:
        found = trend(area("50", yearly(2005, *range(10)), breaks), end="2012")
        assert (found["breaks"], found["from"], found["to"], found["n"]) == (named, first, "2012", n)

    def test_what_lies_before_a_break_does_not_count(self) -> None:
        # Without the break the slope is that of the jump; after it, each year is one lower.
        series = yearly(2000, 1, 2, 3, 4, 5, 6, *range(107, 99, -1))
        found = trend(area("50", series, ("2006",)))
        assert (found["from"], found["n"], found["slope"], found["verdict"]) == ("2006", 8, -1.0, "falling")

    def test_window_counts_from_its_first_value(self) -> None:
        found = trend(area("50", yearly(2003, NAN, 9, 8, 7, 6, 5, 4, NAN), ("2004",)), "2003", "2008")
        assert (found["from"], found["to"], found["n"], found["breaks"]) == ("2004", "2008", 5, "")

    def test_without_a_test_the_slope_stays(self) -> None:
        table = Grid.of(area("50", yearly(2010, 1, 2, 3, 4, 5, 6, 7)))
        found = row_of(trends.trends(table, "2000", "2024", tested=False), 0)
        assert math.isnan(found["p"])
        assert math.isnan(found["p_adjusted"])
        assert (found["slope"], found["verdict"], found["method"]) == (1.0, "", "theil-sen")

    def test_area_without_values_says_so(self) -> None:
        table = pd.concat([area("51", yearly(2001, 1, 2, 3, 4, 5)), area("50", yearly(1990, 1, NAN))])
        found = trends.trends(Grid.of(table), "2000", "2024", tested=True)
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

    def test_order_and_dictionaries_do_not_matter(self) -> None:
        table = pd.concat([area(str(code), yearly(2000, *noisy(0.2, code)), ("2011",)) for code in range(3)])
        before = table.copy(deep=True)
        stored = table[::-1].astype({"area": "category", "period": "category", "status": "category"})
        pd.testing.assert_frame_equal(
            trends.trends(Grid.of(table), "2000", "2024", tested=True),
            trends.trends(Grid.of(stored), "2000", "2024", tested=True),
        )
        pd.testing.assert_frame_equal(table, before)

    def test_nothing_in_nothing_out(self) -> None:
        nothing = trends.trends(Grid.of(area("50", yearly(2000, 1.0)).iloc[:0]), "2000", "2024", tested=True)
        assert nothing.empty
        assert list(nothing.columns) == trends.TRENDS
