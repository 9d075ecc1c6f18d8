"""Figures of a place: an area's own, a group's from its parts."""

import numpy as np

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import groups
from indicators.figures.values import of_group, values
from indicators.places.place import Place, history


def test_an_area_has_the_figures_of_the_indicator(snapshot: Dataset) -> None:
    indicator = catalogue.load()["base_rent"]
    every = values(snapshot, indicator)
    own = every[every["area"] == "54"]
    found = history(snapshot, indicator, Place("54", "ortsteil"))
    assert (list(found.periods), list(found.status)) == (own["period"].tolist(), own["status"].tolist())
    np.testing.assert_array_equal(found.values, own["value"])


def test_a_group_has_the_figures_of_its_parts(snapshot: Dataset) -> None:
    indicator, group = catalogue.load()["population"], groups.load()["leipzig-west"]
    found = history(snapshot, indicator, Place(group.id, "ortsteil", group.members))
    expected = of_group(snapshot, indicator, group.members).frame.set_index("period")["value"]
    assert dict(zip(found.periods, found.values.tolist(), strict=True)) == expected.to_dict()


def test_places_without_figures_have_none(snapshot: Dataset) -> None:
    group = groups.load()["leipzig-west"]
    median = catalogue.load()["base_rent"]
    assert history(snapshot, median, Place(group.id, "ortsteil", group.members)).periods == ()
    assert history(snapshot, median, Place("nowhere", "ortsteil")).periods == ()
