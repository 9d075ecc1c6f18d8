"""Classes of values: mapclassify's, of the newest period, of values as they are shown."""

import warnings

import mapclassify
import numpy as np
import pytest

from data import store
from indicators import catalogue
from indicators.figures.classes import class_breaks, value_breaks, with_further
from indicators.figures.cuts import upper_bounds
from indicators.figures.values import values

FIGURES = np.array([1.0, 2.0, 2.5, 4.0, 7.0, 11.0, 16.0, 22.0, 29.0, np.nan, 37.0, 46.0, 56.0])


def classes(figures: np.ndarray, breaks: tuple[float, ...]) -> list[int]:
    return [int(place) for place in np.searchsorted(breaks, figures[~np.isnan(figures)], "left")]


@pytest.mark.parametrize(
    ("scheme", "theirs"),
    [("quantiles", mapclassify.Quantiles), ("natural_breaks", mapclassify.FisherJenks)],
)
def test_classes_are_those_of_mapclassify(scheme: str, theirs: type) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # that it is slow without numba
        expected = theirs(FIGURES[~np.isnan(FIGURES)], k=4).yb.tolist()
    assert classes(FIGURES, class_breaks(FIGURES, scheme, 4, decimals=1)) == expected


def test_bounds_are_the_roundest_numbers_that_part_the_figures() -> None:
    """Quarters lie between 2.5 and 4, 11 and 16, 29 and 37; equal to the upper figure, a bound would move it."""
    assert class_breaks(FIGURES, "quantiles", 4, decimals=1) == (3.0, 15.0, 30.0)


def test_equal_intervals_by_hand() -> None:
    assert class_breaks([0.0, 3.0, 9.0], "equal_interval", 3) == (3.0, 6.0)


def test_natural_breaks_part_what_lies_apart() -> None:
    bounds = class_breaks([1.0, 2.0, 3.0, 50.0, 51.0, 99.0, 100.0], "natural_breaks", 3)
    assert bounds == (40.0, 80.0)


def test_repeated_figures_make_fewer_classes() -> None:
    assert class_breaks([5.0] * 9, "quantiles") == ()
    assert class_breaks([], "quantiles") == ()
    assert class_breaks([5.0] * 9 + [6.0], "quantiles", 6) == (5.0,)


def test_a_quantile_that_is_a_figure_holds_it() -> None:
    """The second third ends at 3.9, which two of five are; weighted from its neighbours it would be 3.8999999999999995,
    and both would lie above it."""
    assert upper_bounds(np.array([1.3, 3.0, 3.9, 3.9, 5.8]), "quantiles", 3)[1] == 3.9


def test_figures_that_look_the_same_share_a_class() -> None:
    """With one decimal these are 2.2, 2.2, 2.3, 2.3 and 2.3."""
    assert class_breaks([2.16, 2.24, 2.26, 2.3, 2.34], "quantiles", 4, decimals=1) == (2.2,)


def test_a_crowded_class_is_parted() -> None:
    """Halves by quantiles: six of ten up to 2; parted between 1 and 2, no class holds more than four."""
    assert class_breaks([1, 1, 2, 2, 2, 2, 3, 4, 5, 6], "quantiles", 2) == (1.0, 2.0)


def test_another_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="no scheme 'jenks', expected one of quantiles"):
        class_breaks(FIGURES, "jenks")


def test_classes_are_of_the_newest_period(snapshot: store.Dataset) -> None:
    indicator = catalogue.load()["cars_per_1000"]
    frame = values(snapshot, indicator)
    there = frame[frame["area"].isin(snapshot.codes("ortsteil")) & frame["value"].notna()]
    newest = there[there["period"] == there["period"].max()]["value"].round(indicator.decimals)
    bounds = value_breaks(snapshot, indicator, "ortsteil")
    assert classes(newest.to_numpy(), bounds) == mapclassify.Quantiles(newest.to_numpy(), k=5).yb.tolist()


def test_the_reader_may_want_classes_of_another_year(snapshot: store.Dataset) -> None:
    """Unemployment of 2006, the highest of all: no further classes above, five of its own."""
    indicator, every = catalogue.load()["unemployment_share"], snapshot.codes("ortsteil")
    frame = values(snapshot, indicator)
    there = frame[frame["area"].isin(every) & (frame["period"] == "2006")]["value"].dropna().to_numpy()
    bounds = value_breaks(snapshot, indicator, "ortsteil", periods=("2006",))
    counts = np.bincount(classes(there.round(indicator.decimals), bounds))
    assert np.count_nonzero(counts) == 5
    assert counts.max() <= 0.25 * len(there)


def test_values_beyond_the_newest_have_classes_of_their_own() -> None:
    """Of the year before, three of four lie above all of the newest: 20, 30 and 31 part into two classes."""
    newest = np.array([1.0, 2.0, 3.0, 4.0])
    shown = np.array([[4.0, 20.0, 30.0, 31.0], newest]).T
    assert with_further((1.0, 2.0, 3.0), newest, shown, 0) == (1.0, 2.0, 3.0, 10.0, 20.0)
    assert with_further((1.0, 2.0, 3.0), newest, -shown[:, ::-1] + 5, 0)[-3:] == (1.0, 2.0, 3.0)


def test_a_few_values_beyond_the_newest_stay_in_its_last_class() -> None:
    newest = np.array([1.0, 2.0, 3.0, 4.0])
    shown = np.array([[1.0, 2.0, 3.0, 40.0], newest]).T
    assert with_further((1.0, 2.0, 3.0), newest, shown, 0) == (1.0, 2.0, 3.0)
