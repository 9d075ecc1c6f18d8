"""Series of single places."""

import math

import numpy as np
import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import groups
from indicators.figures.grid import VALUES
from indicators.figures.histories import EMPTY, History, Place, beside, history
from indicators.figures.values import group_values, values


def test_a_history_is_what_the_indicator_says_of_a_place(snapshot: Dataset) -> None:
    indicator = catalogue.load()["base_rent"]
    every = values(snapshot, indicator)
    own = every[every["area"] == "54"].sort_values("period")
    found = history(snapshot, indicator, Place("54", "ortsteil"))
    assert list(found.periods) == own["period"].tolist()
    assert list(found.status) == own["status"].tolist()
    np.testing.assert_array_equal(found.values, own["value"].to_numpy(float))


def test_a_group_has_the_history_of_its_parts(snapshot: Dataset) -> None:
    indicator, group = catalogue.load()["population"], groups.load()["leipzig-west"]
    found = history(snapshot, indicator, Place(group.id, "ortsteil", group.members))
    expected = group_values(snapshot, indicator, group.members).set_index("period")["value"]
    assert dict(zip(found.periods, found.values.tolist(), strict=True)) == expected.to_dict()


def test_places_without_figures_have_an_empty_history(snapshot: Dataset) -> None:
    group = groups.load()["leipzig-west"]
    median = catalogue.load()["base_rent"]
    assert history(snapshot, median, Place(group.id, "ortsteil", group.members)) is EMPTY
    assert history(snapshot, median, Place("nowhere", "ortsteil")) is EMPTY


def test_one_period_and_what_follows_it() -> None:
    own = History(("2010", "2012", "2013"), np.array([1.0, math.nan, 3.0]), ("A", "Q", "B"))
    assert own.at("2013") == (3.0, "B")
    assert math.isnan(own.at("2012")[0])
    assert own.at("2012")[1] == "Q"
    assert own.at("2011")[1] == "M"
    later = own.since("2011")
    assert (later.periods, later.status, len(later.values)) == (("2012", "2013"), ("Q", "B"), 2)


def test_places_beside_each_other_make_a_frame_of_values(snapshot: Dataset) -> None:
    indicator = catalogue.load()["base_rent"]
    every = values(snapshot, indicator)
    expected = every[every["area"].isin(["51", "54"]) & (every["period"] >= "2015")]
    found = beside(snapshot, indicator, (Place("51", "ortsteil"), Place("54", "ortsteil")), "2015")
    pd.testing.assert_frame_equal(
        found.sort_values(["area", "period"], ignore_index=True),
        expected.sort_values(["area", "period"], ignore_index=True)[VALUES],
    )
