"""Peers: the districts of a borough, and those most alike by hand-computed distances."""

from math import nan, sqrt

import pandas as pd
import pytest

from data.store import Dataset
from indicators.places import peers


def test_distances_in_standard_deviations() -> None:
    """Both indicators deviate by one (1, 2, 3) and by ten (10, 20, 30): each step counts one, whatever its unit."""
    table = pd.DataFrame({"share": [1, 2, 3], "rent": [10, 10, 30.0]}, index=["a", "b", "c"])
    deviation = sqrt(400 / 3)  # of 10, 10, 30 around 50/3 with n − 1: (2·(20/3)² + (40/3)²) / 2
    found = peers.distances(table, "a")
    assert found.to_dict() == pytest.approx({"b": sqrt(1 / 2), "c": sqrt((4 + (20 / deviation) ** 2) / 2)})
    assert list(found.index) == ["b", "c"]


def test_indicators_in_which_all_are_equal_say_nothing() -> None:
    table = pd.DataFrame({"same": [5, 5, 5], "share": [1, 2, 3]}, index=["a", "b", "c"])
    assert peers.distances(table, "a").to_dict() == pytest.approx({"b": 1, "c": 2})


def test_gaps_neither_bring_near_nor_drive_away() -> None:
    columns = {f"i{n}": [0, 2, 1, 1.0] for n in range(4)} | {"i3": [0, nan, 1, 1]}
    table = pd.DataFrame(columns, index=["a", "b", "c", "d"])
    found = peers.distances(table, "a")
    deviation = sqrt(2 / 3)
    assert found["b"] == pytest.approx(2 / deviation)


def test_an_area_that_shares_too_little_is_left_out() -> None:
    table = pd.DataFrame(
        {"one": [0, 0, 1], "two": [0, nan, 1], "three": [0, nan, 1], "four": [0, nan, 1]}, index=["a", "b", "c"]
    )
    assert list(peers.distances(table, "a").index) == ["c"]


def test_level_areas_come_in_order_of_code() -> None:
    table = pd.DataFrame({"one": [1, 2, 0, 2, 0.0]}, index=["b", "z", "y", "c", "a"])
    assert list(peers.distances(table, "b").index) == ["a", "c", "y", "z"]


def test_districts_of_a_borough(snapshot: Dataset) -> None:
    assert peers.of_borough(snapshot, "5") == ["50", "51", "52", "53", "54", "55"]


@pytest.mark.parametrize("area", ["62", "5"])
def test_the_most_similar_are_others_of_the_same_level(snapshot: Dataset, area: str) -> None:
    found = peers.most_similar(snapshot, area, 5)
    assert len(set(found)) == 5
    assert area not in found
    assert {len(code) for code in found} == {len(area)}


def test_large_housing_estates_resemble_each_other(snapshot: Dataset) -> None:
    """Grünau-Mitte is a part of the estate Grünau, whose other parts are 61, 64 and 65."""
    assert len({"61", "64", "65"} & set(peers.most_similar(snapshot, "62", 5))) >= 2


def test_an_unknown_area_is_an_error(snapshot: Dataset) -> None:
    with pytest.raises(KeyError):
        peers.most_similar(snapshot, "nowhere", 5)


def test_the_largest_by_residents(snapshot: Dataset) -> None:
    """In 2024 Schleußig had 12,527 and Plagwitz 17,209 residents."""
    assert peers.largest(snapshot, ["50", "51"], 1) == ["51"]
