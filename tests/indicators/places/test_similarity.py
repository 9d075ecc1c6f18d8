"""Distances between districts: by hand, against scipy, and with gaps."""

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.spatial import distance

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import groups
from indicators.places import similarity
from indicators.places.place import Place
from indicators.places.similarity import nearest

NAN = math.nan
PEERS = pd.DataFrame({"x": [0.0, 2.0, 4.0], "y": [10.0, 30.0, 20.0]}, index=["a", "b", "c"])
"""Standard deviations: 2 of x, 10 of y."""


def told(found: pd.DataFrame) -> dict[str, Any]:
    return {area: (far, shared) for area, far, shared in found.itertuples(index=False, name=None)}


def test_distances_by_hand() -> None:
    """From a to b one and two deviations, from a to c two and one: the root of (1 + 4) / 2 for both."""
    found = nearest(PEERS.T["a"], PEERS, 1.0)
    assert found["area"].tolist() == ["a", "b", "c"]
    assert told(found) == {"a": (0.0, 2), "b": (pytest.approx(2.5**0.5), 2), "c": (pytest.approx(2.5**0.5), 2)}


def test_only_what_both_have_counts_and_a_share_of_it_is_needed() -> None:
    peers = PEERS.copy()
    peers.loc["d"] = [2.0, NAN]
    own = pd.Series({"x": 0.0, "y": 10.0})
    deviation = float(np.std([0, 2, 4, 2], ddof=1))
    assert told(nearest(own, peers, 0.5))["d"] == (pytest.approx(2 / deviation), 1)
    assert "d" not in told(nearest(own, peers, 0.75))
    assert nearest(pd.Series({"x": NAN, "y": NAN}), peers, 0.5).empty


def test_what_is_equal_everywhere_says_nothing() -> None:
    peers = PEERS.assign(z=7.0)
    assert told(nearest(peers.T["a"], peers, 0.5))["b"] == (pytest.approx(2.5**0.5), 2)


@given(st.lists(st.lists(st.floats(-1e3, 1e3), min_size=3, max_size=3), min_size=3, max_size=20))
def test_without_gaps_it_is_scipys_standardised_distance(cells: list[list[float]]) -> None:
    table = np.array(cells)
    assume((table.std(axis=0) > 1e-3).all())
    peers = pd.DataFrame(table, columns=list("xyz"))
    expected = distance.cdist(table[:1], table, "seuclidean", V=table.var(axis=0, ddof=1))[0] / 3**0.5
    found = nearest(peers.iloc[0], peers, 1.0).set_index("area")["distance"].sort_index()
    assert found.to_numpy() == pytest.approx(expected, abs=1e-9)


def test_the_declared_indicators_can_be_compared() -> None:
    declared = similarity.load()
    assert set(declared.indicators) <= set(catalogue.load().values())
    assert all(indicator.comparable for indicator in declared.indicators)
    assert 0 < declared.share <= 1
    assert set(declared.reason) == {"de", "en"}


def test_likeness_goes_both_ways(snapshot: Dataset) -> None:
    one, other = (
        told(similarity.similar(snapshot, Place(area, "ortsteil")))[far] for area, far in (("51", "40"), ("40", "51"))
    )
    assert one == pytest.approx(other)


def test_a_place_is_not_among_those_like_it(snapshot: Dataset) -> None:
    group = groups.load()["leipzig-west"]
    found = similarity.similar(snapshot, Place(group.id, "ortsteil", group.members))
    assert len(found)
    assert not set(found["area"]) & set(group.members)
    assert "7" not in told(similarity.similar(snapshot, Place("7", "stadtbezirk")))


def test_large_housing_estates_resemble_each_other(snapshot: Dataset) -> None:
    """Grünau-Mitte is a part of the estate Grünau, whose other parts are 61, 64 and 65."""
    found = similarity.similar(snapshot, Place("62", "ortsteil"))["area"].tolist()
    assert len({"61", "64", "65"} & set(found[:5])) >= 2
    assert len(found) == len(set(found)) > 5
