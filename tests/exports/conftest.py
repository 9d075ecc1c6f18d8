"""Every figure that the catalogue promises, once as computed and once as the files' table."""

import datetime as dt

import pandas as pd
import pytest

from data import store
from data.store import Dataset
from exports.about.definitions import About, about
from exports.observations import LEVELS, observations
from indicators import catalogue
from indicators.catalogue import groups
from indicators.figures.values import values_with_groups
from indicators.selection import Selection
from tests.support.tables import in_order


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The embedded figures."""
    return store.current(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="session")
def figures(embedded: Dataset) -> pd.DataFrame:
    """Every figure of every area and group, as the indicators compute it: `KEY`, value, status."""
    members = tuple((id, group.members) for id, group in groups.load().items())
    frames = [
        values_with_groups(embedded, indicator, members).assign(indicator=indicator.id)
        for indicator in catalogue.load().values()
    ]
    return in_order(pd.concat(frames, ignore_index=True))


@pytest.fixture(scope="session")
def table(embedded: Dataset) -> pd.DataFrame:
    """The same figures as the table that all formats are given."""
    return observations(embedded, Selection(tuple(catalogue.load().values()), levels=LEVELS), lang="de")


@pytest.fixture(scope="session")
def told(embedded: Dataset) -> About:
    """The facts about that table."""
    every = list(catalogue.load().values())
    accessed = dt.date(2026, 11, 24)
    return about(embedded, Selection(every, levels=LEVELS), lang="de", address="http://localhost/x", accessed=accessed)
