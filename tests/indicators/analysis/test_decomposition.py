"""What made a rate change: against a published example, hand-made cases, and figures that others computed."""

from math import isnan, log

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.analysis.decomposition import by_nationality, kitagawa, longest, parts, sides
from indicators.analysis.store import result
from indicators.catalogue import groups
from indicators.figures.grid import VALUES, Grid
from indicators.figures.values import grid

HOUSEHOLDS = st.lists(
    st.tuples(*[st.floats(0, 100)] * 2, *[st.floats(1, 1000)] * 2),
    min_size=1,
    max_size=8,
)


def test_the_published_example_of_heads_of_households() -> None:
    """Das Gupta, Standardization and Decomposition of Rates (1993), example 5.1: headship rates in percent by age,
    United States 1970 and 1985. Of +2.9672 points he credits 1.7403 to rates, 1.2269 to age."""
    size_1970 = [12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9]
    size_1985 = [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5]
    rate_1970 = [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8]
    rate_1985 = [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2]
    within, between = kitagawa(np.array([rate_1970, rate_1985]).T, np.array([size_1970, size_1985]).T)
    assert round(float(within.sum()), 4) == 1.7403
    assert round(float(between.sum()), 4) == 1.2269


def test_who_only_grows_changes_nothing_within() -> None:
    """Two districts at 10 and 20 %, of which the second triples: the mean goes from 15 to 17.5."""
    within, between = kitagawa(np.array([[10.0, 10], [20, 20]]), np.array([[100.0, 100], [100, 300]]))
    assert within.tolist() == [0, 0]
    assert between.tolist() == [-2.5, 5.0]


@given(HOUSEHOLDS)
def test_both_parts_are_the_change(units: list[tuple[float, float, float, float]]) -> None:
    found = np.array(units)
    rates, sizes = found[:, :2], found[:, 2:]
    within, between = kitagawa(rates, sizes)
    first, last = (rates * sizes).sum(axis=0) / sizes.sum(axis=0)
    assert within.sum() + between.sum() == pytest.approx(last - first, abs=1e-9)


def test_unemployment_fell_within_the_districts(snapshot: Dataset) -> None:
    """Computed independently from the files."""
    found = parts(snapshot, catalogue.load()["unemployment_share"], "2012", "2022").set_index("area")
    city, districts = found.loc[CITY], found.drop(CITY)
    assert round(city["within"], 3) == -3.247
    assert round(city["between"], 3) == 0.162
    assert round(districts["both"].sum(), 3) == -3.085
    west = districts.loc[list(groups.load()["leipzig-west"].members), "both"].sum()
    assert round(100 * west / city["both"], 1) == 21.5
    assert round(100 * west / districts["both"].sum(), 1) == 21.5


def test_a_district_without_a_figure_is_left_out_of_the_shares(snapshot: Dataset) -> None:
    found = parts(snapshot, catalogue.load()["unemployment_share"], "2005", "2022").set_index("area").drop(CITY)
    assert found["within"].isna().sum() == 1
    assert found["end_share"].sum() == pytest.approx(100)
    assert ("2006",) in set(found["breaks"])


def test_a_third_of_wests_fall_is_more_residents(snapshot: Dataset) -> None:
    """Computed independently from the files: 32 %."""
    rate, members = catalogue.load()["unemployment_share"], groups.load()["leipzig-west"].members
    west = sides(snapshot, rate, members, "2012", "2022")
    assert round(100 * west.of_base) == 32
    assert west.one_way
    assert west.rate == pytest.approx(west.count - west.base)
    series = snapshot.series("kd7-3/Arbeitslose insgesamt")
    counted = series[series["area"].isin(members)].groupby("period")["value"].sum()
    assert west.count == pytest.approx(log(counted["2022"] / counted["2012"]))


def test_a_rate_that_both_sides_moved_in_opposite_directions(snapshot: Dataset) -> None:
    """More foreign nationals, and more residents."""
    found = sides(snapshot, catalogue.load()["foreign_share"], ("51", "52"), "2012", "2024")
    assert found.rate > 0
    assert found.base > 0
    assert not found.one_way


def test_without_a_figure_there_are_no_sides(snapshot: Dataset) -> None:
    assert isnan(sides(snapshot, catalogue.load()["unemployment_share"], ("51",), "1999", "2022").rate)


def test_growth_by_nationality(snapshot: Dataset) -> None:
    """Computed independently from the files: 16 % of the growth of 2000–2012, all of that of 2019–2024."""
    everyone, foreigners = (grid(snapshot, catalogue.load()[id]) for id in ("population", "foreigners"))
    found = by_nationality(everyone, foreigners, CITY).set_index("period")
    assert round(found.loc["2001":"2012", "foreign"].sum() / found.loc["2001":"2012", "all"].sum() * 100) == 16
    assert round(found.loc["2020":"2024", "foreign"].sum() / found.loc["2020":"2024", "all"].sum() * 100) == 100


def test_years_without_a_figure_have_no_growth() -> None:
    def counts(values: list[float]) -> Grid:
        rows = [("51", str(2020 + n), value, "A") for n, value in enumerate(values)]
        return Grid.of(pd.DataFrame(rows, columns=VALUES))

    found = by_nationality(counts([100, 110, 125, 120]), counts([10, np.nan, 30, 33]), "51")
    assert found.to_dict("records") == [{"period": "2023", "foreign": 3, "german": -8, "all": -5}]


def test_the_stored_result_crosses_no_break_of_the_city(snapshot: Dataset) -> None:
    found = result(snapshot, "decomposition")
    assert found is not None
    rate = catalogue.load()["unemployment_share"]
    assert longest(snapshot, rate) == ("2006", "2022")
    own = found[found["indicator"] == rate.id].set_index("area")
    assert own[["start", "end"]].iloc[0].tolist() == ["2006", "2022"]
    assert own.loc["51", "within"] == pytest.approx(
        parts(snapshot, rate, "2006", "2022").set_index("area").loc["51", "within"]
    )
