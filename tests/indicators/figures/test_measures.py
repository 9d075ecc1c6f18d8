"""Measures: values worked out by hand, and laws that hold for any figures."""

import math
from collections.abc import Callable, Sequence
from io import StringIO

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from data.observations import MISSING
from indicators.figures import measures as grids
from indicators.figures.grid import VALUES, Grid
from tests.support import extent

TYPES = {"area": "str", "period": "str", "value": "float64", "status": "str"}

steadily = settings(
    derandomize=extent.either(True, False), database=None, deadline=None, max_examples=extent.examples(20)
)


def frame(text: str = "", columns: list[str] = VALUES) -> pd.DataFrame:
    """A frame of values from lines of area, period, value (a dot if missing) and status."""
    types = {column: TYPES[column] for column in columns}
    lines = StringIO(text)
    return pd.read_csv(lines, sep=r"\s+", names=columns, dtype=types, na_values={"value": ["."]}, keep_default_na=False)


def totals(text: str) -> pd.DataFrame:
    """The same of a group, from lines of period, value and status."""
    table = frame(text, VALUES[1:])
    table.insert(0, "area", pd.Series(grids.GROUP, table.index, dtype="str"))
    return table


class OnFrames:
    """The measures, which take grids and give some, for frames of values."""

    def __getattr__(self, name: str) -> Callable[..., pd.DataFrame]:
        def measured(*given: pd.DataFrame | str | float | Sequence[str]) -> pd.DataFrame:
            of_grids = [Grid.of(each) if isinstance(each, pd.DataFrame) else each for each in given]
            found: Grid | pd.DataFrame = getattr(grids, name)(*of_grids)
            return found.frame if isinstance(found, Grid) else found

        return measured


measures = OnFrames()


@st.composite
def frames(draw: st.DrawFn, least: float = -1e6) -> pd.DataFrame:
    """Four areas over five years, with values in tenths, breaks and gaps of every kind."""
    keys = pd.MultiIndex.from_product([list("1234"), [str(year) for year in range(2010, 2015)]])
    cell = st.tuples(st.integers(int(least * 10), 10_000_000), st.sampled_from("AAAABPEUMQN"))
    cells = draw(st.lists(cell, min_size=len(keys), max_size=len(keys)))
    return pd.DataFrame(
        [
            (area, period, math.nan if status in MISSING else tenths / 10, status)
            for (area, period), (tenths, status) in zip(keys, cells, strict=True)
        ],
        columns=VALUES,
    ).astype(TYPES)


class TestTotal:
    def test_adds_up_where_all_have_a_figure(self) -> None:
        one = frame("1 2020 3 A\n1 2021 4 A\n2 2020 5 U")
        other = frame("1 2020 10 E\n1 2021 . M\n2 2020 7 A\n3 2020 9 A")
        expected = frame("1 2020 13 E\n1 2021 . M\n2 2020 12 U")
        assert_frame_equal(measures.total(one, other), expected)

    def test_needs_a_part(self) -> None:
        with pytest.raises(ValueError, match="nothing to add up"):
            measures.total()

    @steadily
    @given(frames(), frames(), frames())
    def test_does_not_depend_on_the_order(self, a: pd.DataFrame, b: pd.DataFrame, c: pd.DataFrame) -> None:
        assert_frame_equal(measures.total(a, b, c), measures.total(c, a, b))


class TestProduct:
    def test_multiplies_what_both_have(self) -> None:
        product = measures.product(frame("1 2020 3 A\n2 2020 4 A"), frame("1 2020 10 B\n3 2020 7 A"))
        assert_frame_equal(product, frame("1 2020 30 B"))


class TestAtMost:
    def test_more_becomes_the_most_and_doubtful(self) -> None:
        found = measures.at_most(frame("1 2020 100.5 A\n2 2020 100 A\n3 2020 101 B\n4 2020 . Q"), 100)
        assert_frame_equal(found, frame("1 2020 100 U\n2 2020 100 A\n3 2020 100 B\n4 2020 . Q"))


class TestRatio:
    def test_divides_where_both_frames_have_a_row(self) -> None:
        unemployed = frame("50 2023 30 A\n 50 2024 45 P\n 51 2024 8 A")
        residents = frame("50 2024 600 A\n 50 2023 500 E\n 52 2024 9 A")
        share = measures.ratio(unemployed, residents)
        assert_frame_equal(share, frame("50 2023 6 E\n 50 2024 7.5 P"))
        assert measures.ratio(unemployed, residents, 1000)["value"].tolist() == [60.0, 75.0]

    @pytest.mark.parametrize(
        ("numerator", "denominator", "expected"),
        [
            ("3 A", "0 A", ". N"),
            ("0 A", "0 A", ". N"),
            ("0 A", "5 A", "0 A"),
            (". Q", ". M", ". Q"),
            (". M", "5 A", ". M"),
            (". Q", "0 A", ". Q"),
        ],
    )
    def test_zeros_and_gaps(self, numerator: str, denominator: str, expected: str) -> None:
        divided = measures.ratio(frame(f"50 2024 {numerator}"), frame(f"50 2024 {denominator}"))
        assert_frame_equal(divided, frame(f"50 2024 {expected}"))


class TestImpliedDenominator:
    @pytest.mark.parametrize(
        ("count", "rate", "expected"),
        [
            ("450 A", "4.5 P", "10000 P"),
            ("5 A", "0 A", ". N"),
            ("0 A", "2.5 A", ". N"),
            ("0 A", "0 A", ". N"),
            ("5 A", ". M", ". M"),
            (". Q", "2.5 A", ". Q"),
        ],
    )
    def test_count_and_rate_imply_the_denominator(self, count: str, rate: str, expected: str) -> None:
        implied = measures.implied_denominator(frame(f"50 2024 {count}"), frame(f"50 2024 {rate}"))
        assert_frame_equal(implied, frame(f"50 2024 {expected}"))

    @steadily
    @given(frames(least=0), frames(least=0))
    def test_ratio_over_one_member_gives_the_rate_back(self, count: pd.DataFrame, rate: pd.DataFrame) -> None:
        back = measures.ratio_over(count, measures.implied_denominator(count, rate), ["2"])
        counted = count.loc[count["area"] == "2", "value"].to_numpy()
        published = rate.loc[rate["area"] == "2", "value"].to_numpy()
        expected = np.where((counted > 0) & (published > 0), published, np.nan)
        np.testing.assert_allclose(back["value"], expected, rtol=1e-12)


class TestGroups:
    people = frame("""
        50 2022 100 A
        50 2023 110 B
        50 2024 120 A
        51 2022 300 P
        51 2023 310 A
        51 2024 .   Q
        52 2021 999 A
        99 2020 1   A
        """)

    def test_sum_needs_every_member(self) -> None:
        total = measures.sum_over(self.people, ["51", "50"])
        assert_frame_equal(total, totals("2022 400 P\n 2023 420 B\n 2024 . Q"))

    def test_absent_row_is_a_missing_one(self) -> None:
        total = measures.sum_over(self.people, ["50", "51", "52"])
        assert_frame_equal(total, totals("2021 . M\n 2022 . M\n 2023 . M\n 2024 . Q"))

    def test_member_counts_once(self) -> None:
        assert measures.sum_over(self.people, ["50", "50"])["value"].tolist() == [100.0, 110.0, 120.0]

    @pytest.mark.parametrize("members", [[], ["77"]])
    def test_group_without_rows_has_no_periods(self, members: list[str]) -> None:
        assert_frame_equal(measures.sum_over(self.people, members), totals(""))

    def test_rate_comes_from_sums_and_not_from_rates(self) -> None:
        moved = frame("50 2022 10 A\n 51 2022 10 A\n 50 2023 11 A")
        share = measures.ratio_over(moved, self.people, ["50", "51"])
        assert_frame_equal(share, totals("2022 5 P\n 2023 . M"))

    def test_rate_over_zeros_is_not_meaningful(self) -> None:
        nobody = frame("50 2022 0 A\n 51 2022 0 A")
        assert_frame_equal(measures.ratio_over(self.people, nobody, ["50", "51"]), totals("2022 . N"))

    def test_mean_is_weighted(self) -> None:
        age = frame("50 2022 40 A\n 51 2022 44 A\n 50 2023 41 A")
        mean = measures.mean_over(age, self.people, ["50", "51"])
        assert_frame_equal(mean, totals("2022 43 P\n 2023 . M"))

    def test_mean_needs_every_weight(self) -> None:
        age = frame("50 2024 40 A\n 51 2024 44 A")
        assert_frame_equal(measures.mean_over(age, self.people, ["50", "51"]), totals("2024 . Q"))

    @steadily
    @given(frames(), frames(least=1))
    def test_ratio_over_a_partition_is_ratio_of_totals(self, above: pd.DataFrame, below: pd.DataFrame) -> None:
        def halves(table: pd.DataFrame) -> pd.DataFrame:
            west = measures.sum_over(table, ["1", "2"]).assign(area="west")
            east = measures.sum_over(table, ["3", "4"]).assign(area="east")
            return pd.concat([west, east])

        whole = measures.ratio_over(above, below, "1234")
        parts = measures.ratio_over(halves(above), halves(below), ["west", "east"])
        assert_frame_equal(whole, parts, rtol=1e-9, atol=1e-6)

    @steadily
    @given(frames(), frames(least=1))
    def test_mean_lies_between_its_members(self, values: pd.DataFrame, weights: pd.DataFrame) -> None:
        mean = measures.mean_over(values, weights, "12").set_index("period")["value"].dropna()
        members = values[values["area"].isin(["1", "2"])].groupby("period")["value"]
        assert (mean >= members.min()[mean.index] - 1e-6).all()
        assert (mean <= members.max()[mean.index] + 1e-6).all()


class TestChange:
    rents = frame("""
        50 2010 5.0 B
        50 2012 6.0 A
        50 2014 7.5 P
        51 2010 8.0 A
        51 2011 4.0 B
        51 2013 4.0 B
        51 2014 6.0 E
        52 2010 5.0 A
        53 2010 .   Q
        53 2014 3.0 B
        54 2012 9.0 A
        """)

    def test_hand_values(self) -> None:
        changes = measures.change(self.rents, "2010", "2014")
        nan = math.nan
        expected = pd.DataFrame(
            [
                ("50", "2010", "2014", 5.0, 7.5, 2.5, 50.0, 0.625, "P", ()),
                ("51", "2010", "2014", 8.0, 6.0, -2.0, -25.0, -0.5, "B", ("2011", "2013")),
                ("52", "2010", "2014", 5.0, nan, nan, nan, nan, "M", ()),
                ("53", "2010", "2014", nan, 3.0, nan, nan, nan, "Q", ("2014",)),
            ],
            columns=grids.CHANGES,
        )
        assert_frame_equal(changes, expected)

    def test_break_at_the_start_does_not_matter_and_at_the_end_does(self) -> None:
        changes = measures.change(self.rents, "2011", "2013").set_index("area")
        assert changes["status"].to_dict() == {"51": "B"}
        assert changes["breaks"].to_dict() == {"51": ("2013",)}

    def test_a_break_does_not_hide_a_doubt(self) -> None:
        values = frame("51 2004 9 U\n 51 2011 8 B\n 51 2012 7 A")
        changes = measures.change(values, "2004", "2012").iloc[0]
        assert (changes["status"], changes["breaks"]) == ("U", ("2011",))

    def test_nothing_happens_within_one_period(self) -> None:
        changes = measures.change(self.rents, "2011", "2011").iloc[0]
        assert (changes["absolute"], changes["status"], changes["breaks"]) == (0.0, "A", ())
        assert math.isnan(changes["per_year"])

    def test_percent_is_of_the_amount_at_the_start(self) -> None:
        values = frame("50 2010 0 A\n 50 2011 3 A\n 51 2010 -4 A\n 51 2011 -2 A")
        changes = measures.change(values, "2010", "2011")
        assert changes["percent"].tolist() == pytest.approx([math.nan, 50.0], nan_ok=True)
        assert changes["status"].tolist() == ["A", "A"]

    def test_days_count_as_their_years(self) -> None:
        census = frame("50 2011-05-09 10 A\n 50 2022-05-15 32 A")
        assert measures.change(census, "2011-05-09", "2022-05-15")["per_year"].tolist() == [2.0]

    @steadily
    @given(frames())
    def test_is_antisymmetric(self, values: pd.DataFrame) -> None:
        there = measures.change(values, "2011", "2014")
        back = measures.change(values, "2014", "2011")
        np.testing.assert_array_equal(there["absolute"], -back["absolute"])
        np.testing.assert_array_equal(there["per_year"], back["per_year"])
        assert there[["area", "status", "breaks"]].equals(back[["area", "status", "breaks"]])


class TestYearOnYear:
    def test_hand_values(self) -> None:
        values = frame("""
            50 2020 200 B
            50 2021 210 A
            50 2022 105 B
            50 2024 0   A
            50 2025 4   P
            51 2020 -4  A
            51 2021 -2  E
            52 2020 .   Q
            52 2021 4   A
            52 2022 .   M
            """)
        expected = frame("""
            50 2021 5   A
            50 2022 -50 B
            50 2025 .   N
            51 2021 50  E
            52 2021 .   Q
            52 2022 .   M
            """)
        assert_frame_equal(measures.year_on_year(values), expected)

    def test_quarters_meet_their_like(self) -> None:
        values = frame("50 2023-Q1 10 A\n 50 2023-Q4 40 A\n 50 2024-Q1 11 A")
        assert_frame_equal(measures.year_on_year(values), frame("50 2024-Q1 10 A"))


class TestChangeAYear:
    def test_percent_of_the_year_before(self) -> None:
        values = frame("1 2020 200 A\n 1 2021 210 A\n 1 2022 189 P")
        assert_frame_equal(measures.change_a_year(values, "percent"), frame("1 2021 5 A\n 1 2022 -10 P"))

    @pytest.mark.parametrize("stated", ["points", "absolute"])
    def test_the_difference_of_everything_else(self, stated: str) -> None:
        values = frame("1 2020 5.5 A\n 1 2021 7 U\n 1 2022 6 A\n 2 2021 9 A")
        assert_frame_equal(measures.change_a_year(values, stated), frame("1 2021 1.5 U\n 1 2022 -1 U"))

    @pytest.mark.parametrize(("stated", "after"), [("percent", 1), ("points", 2)])
    def test_no_change_across_a_break(self, stated: str, after: int) -> None:
        """The change to 2021 would cross the break, the one to 2022 lies behind it."""
        values = frame("1 2020 100 A\n 1 2021 200 B\n 1 2022 202 A")
        assert_frame_equal(measures.change_a_year(values, stated), frame(f"1 2021 . N\n 1 2022 {after} A"))

    @pytest.mark.parametrize("stated", ["percent", "points"])
    def test_a_missing_year_leaves_two_changes_out(self, stated: str) -> None:
        values = frame("1 2020 100 A\n 1 2021 . Q\n 1 2022 100 A\n 1 2024 100 A")
        assert_frame_equal(measures.change_a_year(values, stated), frame("1 2021 . Q\n 1 2022 . Q"))

    def test_surveys_of_every_second_year_have_none(self) -> None:
        assert measures.change_a_year(frame("1 2019 100 A\n 1 2021 110 A"), "percent").empty


class TestIndex:
    def test_hand_values(self) -> None:
        values = frame("""
            50 2019 30 A
            50 2020 40 B
            50 2021 50 P
            51 2020 0  A
            51 2021 5  A
            52 2021 5  A
            53 2020 .  M
            53 2021 5  A
            53 2022 .  Q
            """)
        expected = frame("""
            50 2019 75  A
            50 2020 100 B
            50 2021 125 P
            51 2020 .   N
            51 2021 .   N
            52 2021 .   M
            53 2020 .   M
            53 2021 .   M
            53 2022 .   M
            """)
        assert_frame_equal(measures.index_to(values, "2020"), expected)

    @steadily
    @given(frames(least=0.1))
    def test_base_is_exactly_a_hundred(self, values: pd.DataFrame) -> None:
        indexed = measures.index_to(values, "2012")
        assert set(indexed.loc[indexed["period"] == "2012", "value"].dropna()) <= {100.0}


class TestGap:
    def test_hand_values(self) -> None:
        values = frame("""
            city 2023 6 P
            city 2024 . M
            50   2022 9 A
            50   2023 9 B
            50   2024 9 A
            51   2023 . Q
            """)
        expected = frame("""
            city 2023 0 P
            city 2024 . M
            50   2022 . M
            50   2023 3 B
            50   2024 . M
            51   2023 . Q
            """)
        assert_frame_equal(measures.gap(values, "city"), expected)


class TestAgainst:
    def test_percent_above_and_below(self) -> None:
        values = frame("1 2020 50 A\n 1 2021 90 A\n 1 2022 1 A\n city 2020 40 P\n city 2021 100 A")
        expected = frame("1 2020 25 P\n 1 2021 -10 A\n city 2020 0 P\n city 2021 0 A")
        assert_frame_equal(measures.against(values, "city"), expected)


class TestWithoutDoubt:
    def test_what_is_doubtful_is_missing(self) -> None:
        found = measures.without_doubt(frame("1 2020 50 A\n 1 2021 90 U\n 2 2020 7 B"))
        assert_frame_equal(found, frame("1 2020 50 A\n 1 2021 . M\n 2 2020 7 B"))


Measure = Callable[[pd.DataFrame], pd.DataFrame]
TO_VALUES: dict[str, Measure] = {
    "ratio": lambda table: measures.ratio(table, table),
    "implied_denominator": lambda table: measures.implied_denominator(table, table),
    "sum_over": lambda table: measures.sum_over(table, ["1", "2"]),
    "ratio_over": lambda table: measures.ratio_over(table, table, ["1", "2"]),
    "mean_over": lambda table: measures.mean_over(table, table, ["1", "2"]),
    "year_on_year": measures.year_on_year,
    "index_to": lambda table: measures.index_to(table, "2012"),
    "gap": lambda table: measures.gap(table, "2"),
}
ALL = TO_VALUES | {"change": lambda table: measures.change(table, "2011", "2014")}


class TestEveryMeasure:
    @pytest.mark.parametrize("name", TO_VALUES)
    @settings(steadily, max_examples=extent.examples(10))
    @given(table=frames())
    def test_value_is_missing_exactly_where_the_status_says_so(self, name: str, table: pd.DataFrame) -> None:
        result = TO_VALUES[name](table)
        assert (result["value"].isna() == result["status"].isin(list(MISSING))).all()
        assert not np.isinf(result["value"]).any()

    @pytest.mark.parametrize("name", ALL)
    def test_nothing_in_nothing_out(self, name: str) -> None:
        full = frame("1 2011 1 A\n 2 2012 1 A")
        result = ALL[name](frame())
        assert result.empty
        assert list(result.columns) == list(ALL[name](full).columns)
