"""Figures of indicators of every kind, once as computed and once as the files' table."""

import datetime as dt

import pandas as pd
import pytest

from data import store
from data.store import Dataset
from exports.about.definitions import About, about
from exports.observations import LEVELS, observations
from indicators import catalogue
from indicators.catalogue import Indicator, groups
from indicators.figures.values import values
from indicators.selection import Selection
from tests.support import extent
from tests.support.tables import in_order


def chosen() -> list[Indicator]:
    return [catalogue.load()[id] for id in extent.of_each_kind(catalogue.load())]


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The embedded figures."""
    return store.current(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="session")
def figures(embedded: Dataset) -> pd.DataFrame:
    """Every figure of every area and group, as the indicators compute it: `KEY`, value, status."""
    members = tuple((id, group.members) for id, group in groups.load().items())
    frames = [values(embedded, indicator, members).assign(indicator=indicator.id) for indicator in chosen()]
    return in_order(pd.concat(frames, ignore_index=True))


@pytest.fixture(scope="session")
def table(embedded: Dataset) -> pd.DataFrame:
    """The same figures as the table that all formats are given."""
    return observations(embedded, Selection(chosen(), levels=LEVELS), lang="de")


@pytest.fixture(scope="session")
def told(embedded: Dataset) -> About:
    """The facts about that table."""
    accessed = dt.date(2026, 11, 24)
    return about(
        embedded, Selection(chosen(), levels=LEVELS), lang="de", address="http://localhost/x", accessed=accessed
    )
