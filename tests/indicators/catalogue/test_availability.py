"""What of the catalogue the data in force hold."""

import dataclasses

from data.store import Dataset
from indicators.catalogue import load
from indicators.catalogue.availability import missing_rubrics


def test_a_rubric_without_a_recording_is_missing(snapshot: Dataset) -> None:
    assert missing_rubrics(load()["births_per_1000"], snapshot) == ("kd3-1",)
    assert missing_rubrics(load()["gross_monthly_pay"], snapshot) == ("kd9-4",)


def test_what_is_held_is_not_missing(snapshot: Dataset) -> None:
    for id in (
        "population",
        "population_density",
        "official_population_density",
        "migrant_share",
        "district_heating_share",
    ):
        assert missing_rubrics(load()[id], snapshot) == ()


def test_figures_that_are_gone_are_missing(snapshot: Dataset) -> None:
    """Text kept as a dictionary may know series of which there is no row."""
    rest = snapshot.observations[~snapshot.observations["series"].astype(str).str.startswith("kd2-1/")]
    bare = dataclasses.replace(snapshot, observations=rest)
    assert missing_rubrics(load()["cars_per_1000"], bare) == ("kd2-1",)
