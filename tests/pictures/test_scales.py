"""Scales of values against mapclassify; one scale for all years."""

from dataclasses import replace

import mapclassify
import pytest

from charts.theme import LIGHT
from data import store
from indicators import catalogue
from indicators.figures.classes import value_breaks
from indicators.figures.values import values
from indicators.selection import Selection
from pictures.request import Request
from pictures.scales import value_scale


def _request(id: str, scheme: str) -> Request:
    selection = Selection((catalogue.load()[id],), levels=("ortsteil", "city"))
    return Request("de", store.current(), LIGHT, selection, scheme=scheme)


@pytest.mark.parametrize("scheme", ["Quantiles", "EqualInterval"])
@pytest.mark.parametrize("id", ["unemployment_share", "population", "base_rent"])
def test_classes_drawn_are_those_of_mapclassify(id: str, scheme: str) -> None:
    """Its classifier puts the same districts of every year into the same classes, and counts as many."""
    dataset, indicator = store.current(), catalogue.load()[id]
    snake = {"Quantiles": "quantiles", "EqualInterval": "equal_interval"}[scheme]
    classes = value_scale(_request(id, snake))
    frame = values(dataset, indicator)
    known = frame.loc[frame["area"].isin(dataset.codes("ortsteil")), "value"].dropna()
    theirs = getattr(mapclassify, scheme)(known.to_numpy(), k=6)
    assert classes.of(known) == theirs.yb.tolist()
    assert classes.counts(known) == theirs.counts.tolist()


@pytest.mark.parametrize("id", ["unemployment_share", "base_rent"])
def test_natural_breaks_fit_as_well_as_those_of_mapclassify(id: str) -> None:
    """Squared distances to the means of the classes; theirs starts at random, ours is exact on a sample of values."""
    dataset, indicator = store.current(), catalogue.load()[id]
    frame = values(dataset, indicator)
    known = frame.loc[frame["area"].isin(dataset.codes("ortsteil")), "value"].dropna()
    classes = value_scale(_request(id, "natural_breaks"))
    own = known.groupby(classes.of(known)).transform(lambda group: (group - group.mean()) ** 2).sum()
    theirs = mapclassify.NaturalBreaks(known.to_numpy(), k=6)
    fit = sum(((group - group.mean()) ** 2).sum() for _, group in known.groupby(theirs.yb))
    assert own <= 1.02 * fit


def test_the_scale_is_one_object_for_all_years() -> None:
    dataset, indicator = store.current(), catalogue.load()["unemployment_share"]
    first, second = (replace(_request(indicator.id, "quantiles"), period=year) for year in ("2012", "2024"))
    assert value_scale(first) is value_scale(second)
    assert value_breaks(dataset, indicator, "ortsteil") is value_breaks(dataset, indicator, "ortsteil")
