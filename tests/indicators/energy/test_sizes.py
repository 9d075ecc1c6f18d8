"""Living space by size and age of building, by hand and against what is published of the city."""

import math
from typing import Any

import numpy as np
import pytest

from benchmarks.heat_variants import by_type, comparison, living, per_m2, rates
from data.store import Dataset
from indicators.energy.buildings import AGES
from indicators.energy.sizes import COLUMNS, HOUSES, TYPES, houses_by_age, relative, stock
from settings import ROOT
from tests.support.dwellings import dataset

CLOSE = 1e-6


def row(data: Dataset, area: str, period: str) -> dict[str, Any]:
    found = stock(data)
    (own,) = found[(found["area"] == area) & (found["period"] == period)].to_dict("records")
    return {str(name): value for name, value in own.items()}


def test_ages_with_few_dwellings_a_building_are_those_of_houses() -> None:
    """Ten buildings with 11 dwellings are houses, ten with 100 are blocks; half of ten with 55.5 are of either kind."""
    buildings, dwellings = np.array([10.0, 10.0, 10.0]), np.array([11.0, 100.0, 55.5])
    assert houses_by_age(buildings, dwellings, 15) == pytest.approx([10, 0, 5], abs=CLOSE)
    assert houses_by_age(buildings, dwellings, 0) == pytest.approx([0, 0, 0], abs=CLOSE)
    assert houses_by_age(buildings[:2], np.array([11.0, 11.0]), 20) == pytest.approx([10, 10], abs=CLOSE)


def test_what_has_been_added_is_of_the_newest_age_and_of_its_size() -> None:
    """Ten houses of 143.2 m² among 56.449 thousand m²."""
    found = row(dataset(), "70", "2020")
    assert (found["houses from_2011"], found["blocks from_2011"]) == pytest.approx((1.432, 55.017))
    assert found["blocks until_1918"] == pytest.approx(150)


def test_where_living_space_shrank_all_of_it_did() -> None:
    data = dataset({("kd6-5/Wohnfläche insgesamt", "70", "2020"): (200.0, "A")})
    found = row(data, "70", "2020")
    assert found["blocks until_1918"] == pytest.approx(0.6 * 200)
    assert found["blocks from_2011"] == 0


def test_sizes_add_up_to_the_living_space(snapshot: Dataset) -> None:
    found = stock(snapshot)
    space = snapshot.series("kd6-5/Wohnfläche insgesamt").set_index(["area", "period"])["value"]
    own = found.set_index(["area", "period"])[list(COLUMNS)]
    assert (own >= 0).all(axis=None)
    assert own.sum(axis=1).to_numpy() == pytest.approx(space.reindex(own.index).to_numpy())


def test_the_shares_of_houses_that_the_rates_refer_to_are_those_of_the_stock(snapshot: Dataset) -> None:
    city = living(snapshot, "2022").sum()
    for age in AGES:
        share = 100 * city[f"houses {age}"] / (city[f"houses {age}"] + city[f"blocks {age}"])
        assert share == pytest.approx(TYPES["reference"]["houses"][age], abs=1), age


def test_older_houses_use_more_than_blocks_of_their_age_and_new_ones_less_than_older_blocks() -> None:
    found = rates()["c"]
    for age in AGES:
        assert found[f"houses {age}"] > found[f"blocks {age}"]
    assert max(found["houses 2001_2010"], found["houses from_2011"]) < found["blocks 1979_1990"] < 118.5
    assert relative(renovated=False)["blocks 1949_1978"] * 111 / 118 == pytest.approx(relative()["blocks 1949_1978"])


def test_no_district_of_slabs_stands_above_districts_of_older_houses(snapshot: Dataset) -> None:
    """Grünau-Ost and Grünau-Nord are slabs; Meusdorf and Marienbrunn mostly houses from before 1990."""
    found = per_m2(snapshot, "2022")["c"]
    assert max(found[["61", "65"]]) < min(found[["33", "42"]])
    assert found["61"] < found["63"]


def test_the_documented_comparison_is_the_computed_one(snapshot: Dataset) -> None:
    """After new figures: python -m benchmarks.heat_variants prints it."""
    told = (ROOT / "docs" / "energy-model.md").read_text("utf-8")
    assert by_type(snapshot) in told
    assert comparison(snapshot) in told


def test_a_missing_count_of_houses_leaves_no_guess() -> None:
    found = row(dataset({(HOUSES, "70", "2020"): (None, "Q")}), "70", "2020")
    assert found["status"] == "Q"
    assert all(math.isnan(found[column]) for column in COLUMNS)
