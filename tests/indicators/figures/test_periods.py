"""Figures by period: which periods have any, and changes as of the whole frame, with groups and across breaks."""

import pandas as pd
import pytest

from data import store
from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import groups
from indicators.figures import measures, periods
from indicators.figures.values import values, values_with_groups

CATALOGUE = catalogue.load()
WEST = (("west", groups.load()["leipzig-west"].members),)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return store.current()


def test_periods_are_those_in_which_any_of_the_areas_has_a_figure(dataset: Dataset) -> None:
    for id in ("population", "base_rent", "unemployment_share", "net_income_person"):
        frame = values(dataset, CATALOGUE[id])
        for areas in ([CITY], dataset.codes("stadtbezirk"), dataset.codes("ortsteil"), ["nowhere"], []):
            known = frame[frame["area"].isin(areas) & frame["value"].notna()]
            assert periods.with_figures(dataset, CATALOGUE[id], areas) == sorted(known["period"].unique())


def test_a_group_has_the_periods_of_its_parts(dataset: Dataset) -> None:
    own = periods.with_figures(dataset, CATALOGUE["population"], ["west"], WEST)
    assert own == periods.with_figures(dataset, CATALOGUE["population"], WEST[0][1])
    assert periods.with_figures(dataset, CATALOGUE["population"], ["west"]) == []


@pytest.mark.parametrize("span", [("2012", "2024"), ("2024", "2012"), ("2010", "2010"), ("1066", "2024")])
@pytest.mark.parametrize("id", ["population", "foreign_share", "unemployment_share"])
def test_changes_are_those_of_the_whole_frame(dataset: Dataset, id: str, span: tuple[str, str]) -> None:
    expected = measures.change(values_with_groups(dataset, CATALOGUE[id], WEST), *span)
    found = periods.change(dataset, CATALOGUE[id], *span, WEST)
    pd.testing.assert_frame_equal(found, expected)


def test_the_growth_of_leipzig_west(dataset: Dataset) -> None:
    """70,197 became 88,047: 17,850 more, which is 25.43 %."""
    found = periods.change(dataset, CATALOGUE["population"], "2012", "2024", WEST).set_index("area").loc["west"]
    assert (found["start_value"], found["end_value"], found["absolute"]) == (70197, 88047, 17850)
    assert found["percent"] == pytest.approx(25.4284, abs=1e-4)
