"""Classes of values: mapclassify's bounds, over all years together."""

import mapclassify
import numpy as np
import pandas as pd
import pytest

from data import store
from indicators import catalogue
from indicators.figures.classes import class_breaks, value_breaks
from indicators.figures.values import values

FIGURES = pd.Series([1.0, 2.0, 2.5, 4.0, 7.0, 11.0, 16.0, 22.0, 29.0, np.nan, 37.0, 46.0, 56.0])


@pytest.mark.parametrize(
    ("scheme", "theirs"),
    [("quantiles", mapclassify.Quantiles), ("equal_interval", mapclassify.EqualInterval)],
)
def test_bounds_are_those_of_mapclassify(scheme: str, theirs: type) -> None:
    bounds = theirs(FIGURES.dropna().to_numpy(), k=4).bins
    assert class_breaks(FIGURES, scheme, 4) == tuple(bounds[:-1])


def test_equal_intervals_by_hand() -> None:
    assert class_breaks(pd.Series([0.0, 3.0, 9.0]), "equal_interval", 3) == pytest.approx((3.0, 6.0))


def test_natural_breaks_part_what_lies_apart() -> None:
    bounds = class_breaks(pd.Series([1.0, 2.0, 3.0, 50.0, 51.0, 99.0, 100.0]), "natural_breaks", 3)
    assert bounds == (3.0, 51.0)


def test_repeated_figures_make_fewer_classes() -> None:
    assert class_breaks(pd.Series([5.0] * 9), "quantiles") == ()
    assert class_breaks(pd.Series([5.0] * 9 + [6.0]), "quantiles", 6) == (5.0,)


def test_another_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="no scheme 'jenks', expected one of quantiles"):
        class_breaks(FIGURES, "jenks")


def test_the_scale_is_one_for_all_years(snapshot: store.Dataset) -> None:
    indicator = catalogue.load()["mean_age"]
    frame = values(snapshot, indicator)
    pooled = frame.loc[frame["area"].isin(snapshot.codes("ortsteil")), "value"].dropna()
    bounds = mapclassify.Quantiles(pooled.to_numpy(), k=6).bins
    assert value_breaks(snapshot, indicator, "ortsteil") == tuple(bounds[:-1])
    assert value_breaks(snapshot, indicator, "ortsteil") is value_breaks(snapshot, indicator, "ortsteil")
