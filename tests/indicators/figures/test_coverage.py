"""What there is of an indicator, counted against its frame of values."""

import dataclasses

import pytest

from data.store import Dataset
from indicators import catalogue
from indicators.figures.coverage import coverage
from indicators.figures.values import values


@pytest.mark.parametrize("id", ["population", "long_term_unemployed", "base_rent", "electric_car_share"])
def test_cells_levels_and_periods_are_counted(snapshot: Dataset, id: str) -> None:
    indicator = catalogue.load()[id]
    frame, there = values(snapshot, indicator), coverage(snapshot, indicator)
    assert sum(there.statuses.values()) == len(frame)
    missing = sum(n for status, n in there.statuses.items() if status in "MQN")
    assert missing == frame["value"].isna().sum()
    assert set(there.periods) == set(frame.loc[frame["value"].notna(), "period"])
    assert list(there.periods) == sorted(there.periods)
    assert there.levels == ("ortsteil", "stadtbezirk", "city")


def test_the_newest_figure_is_the_citys_last_one_that_is_known(snapshot: Dataset) -> None:
    """632,562 residents in 2024; long-term unemployed are not published after 2017."""
    newest = coverage(snapshot, catalogue.load()["population"]).newest
    assert newest is not None
    assert (newest.period, newest.value) == ("2024", 632_562)
    last = coverage(snapshot, catalogue.load()["long_term_unemployed"])
    assert last.newest is not None
    assert last.newest.period == "2017"
    assert last.city[-1].period > "2017"


def test_an_indicator_without_figures_has_nothing(snapshot: Dataset) -> None:
    rents = snapshot.observations["series"].astype(str).str.startswith("kd6-6/")
    bare = dataclasses.replace(snapshot, observations=snapshot.observations[~rents])
    there = coverage(bare, catalogue.load()["base_rent"])
    assert (there.periods, there.levels, dict(there.statuses), there.newest) == ((), (), {}, None)
