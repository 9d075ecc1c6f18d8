"""Circles of amounts: which indicators have them, and one scale for all their periods."""

from dataclasses import replace

import numpy as np

from charts.theme import LIGHT
from data import store
from indicators import catalogue
from indicators.figures.values import grid
from indicators.selection import Selection
from pictures.circle_map import preferred_scheme, size_scale
from pictures.request import Request


def test_amounts_are_circles_and_all_others_in_classes() -> None:
    schemes = {id: preferred_scheme(indicator) for id, indicator in catalogue.load().items()}
    circles = {id for id, scheme in schemes.items() if scheme == "circles"}
    assert {"population", "households", "cars", "dwellings", "unemployed", "residential_heat"} <= circles
    assert not circles & {"mean_age", "unemployment_share", "population_density", "base_rent", "life_satisfaction"}


def test_no_amount_is_negative() -> None:
    """A circle could not show it."""
    dataset = store.current()
    amounts = [each for each in catalogue.load().values() if preferred_scheme(each) == "circles"]
    assert [each.id for each in amounts if np.any(grid(dataset, each).values < 0)] == []


def test_all_periods_have_one_scale_whose_largest_value_is_that_of_all() -> None:
    """Südvorstadt had most residents of all districts and years in 2024: 26,708."""
    selection = Selection((catalogue.load()["population"],), levels=("ortsteil", "city"), start="2000", end="2024")
    first = Request("en", store.current(), LIGHT, selection, period="2000")
    assert size_scale(first) is size_scale(replace(first, period="2024"))
    assert size_scale(first).largest == 26_708
