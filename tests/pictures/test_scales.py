"""Scales of maps: a shown value lies in the class that names it, and classes tell districts apart."""

from collections import Counter
from dataclasses import replace

import mapclassify
import numpy as np
import pytest

from charts.classes import Classes
from charts.theme import LIGHT
from data import store
from data.areas import Level
from indicators import catalogue
from indicators.figures.cuts import MOST
from indicators.figures.values import grid, values
from indicators.selection import Selection
from locales import all_rounded
from pictures.request import Request
from pictures.scales import change_scale, value_scale
from tests.support import extent
from words.change import change_decimals

LEVELS: tuple[Level, ...] = ("ortsteil", "stadtbezirk")


def _request(id: str, scheme: str = "", level: Level = "ortsteil", start: str = "", end: str = "") -> Request:
    selection = Selection((catalogue.load()[id],), levels=(level, "city"), start=start, end=end)
    return Request("de", store.current(), LIGHT, selection, scheme=scheme)


def assert_apart(classes: Classes, shown: np.ndarray) -> None:
    """No class holds more than it should, unless all that it holds looks the same."""
    held = Counter(classes.of(shown))
    for each, count in held.items():
        own = {value for value, place in zip(shown.tolist(), classes.of(shown), strict=True) if place == each}
        assert count <= MOST * len(shown) or len(own) == 1, (classes.breaks, each, count, own)


@pytest.mark.parametrize("level", ["ortsteil", "stadtbezirk"])
@pytest.mark.parametrize("id", extent.of_each_kind(catalogue.load()))
def test_classes_tell_districts_apart(id: str, level: Level) -> None:
    """In the newest period, and between that and five others."""
    dataset, indicator = store.current(), catalogue.load()[id]
    own = grid(dataset, indicator).among(dataset.codes(level))
    periods = own.with_figures()
    if not periods:
        pytest.skip("no figures of this level")
    newest = all_rounded(own.on(own.areas, periods[-1:]).values.ravel(), indicator.decimals)
    if not value_scale(_request(id, level=level)).continuous:
        assert_apart(value_scale(_request(id, level=level)), newest[~np.isnan(newest)])
    for start in dict.fromkeys((periods[0], *periods[-2:0:-4][:4])):
        request = _request(id, level=level, start=start, end=periods[-1])
        changes = all_rounded(request.districts["change"], change_decimals(indicator))
        if start < periods[-1] and not np.isnan(changes).all():
            assert_apart(change_scale(request), changes[~np.isnan(changes)])


@pytest.mark.parametrize("id", extent.some(["base_rent", "unemployment_share"], 2))
def test_natural_breaks_fit_as_well_as_those_of_mapclassify(id: str) -> None:
    """Squared distances to the means of the classes; theirs starts at random, ours is exact."""
    dataset, indicator = store.current(), catalogue.load()[id]
    frame = values(dataset, indicator)
    known = frame.loc[frame["area"].isin(dataset.codes("ortsteil")), "value"].dropna()
    classes = value_scale(replace(_request(id, "natural_breaks"), classes_of="all"))
    own = known.groupby(classes.of(known)).transform(lambda group: (group - group.mean()) ** 2).sum()
    theirs = mapclassify.NaturalBreaks(known.to_numpy(), k=5)
    fit = sum(((group - group.mean()) ** 2).sum() for _, group in known.groupby(theirs.yb))
    assert own <= 1.02 * fit


def test_the_scale_is_one_for_all_years_unless_the_reader_wants_that_of_the_year_shown() -> None:
    first, second = (replace(_request("unemployment_share"), period=year) for year in ("2012", "2024"))
    assert value_scale(first) is value_scale(second)
    alone = value_scale(replace(first, classes_of="shown"))
    assert alone.breaks != value_scale(replace(second, classes_of="shown")).breaks


def test_boroughs_have_the_steps_of_districts_where_these_tell_them_apart() -> None:
    """Eight of ten boroughs grew by less than most districts that grew; dwellings moved alike at both levels."""
    same, other = (
        [change_scale(_request(id, "", level, "2016", "2024")).breaks for level in LEVELS]
        for id in ("dwellings", "population")
    )
    assert same[0] == same[1]
    assert other[0] != other[1]
