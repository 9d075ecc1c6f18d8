"""What would be if it went on like this: against statsmodels, by hand, and whether bands hold what they promise."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.tsa.holtwinters import Holt

from data.areas import CITY
from data.store import Dataset
from indicators.analysis import methods
from indicators.analysis.continuation import AHEAD, TRIED, ahead_of, band, continued
from indicators.analysis.store import result

WAVE = np.array([10.0, 12, 13, 15, 14, 16, 19, 18, 20, 23, 22, 25, 27, 26, 28, 31])


def of_statsmodels(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[float, list[float]]:
    """Of all settings tried, the squared misses one year ahead and the continuation of the best."""
    found = []
    for level, trend, damping in TRIED:
        start = {"initial_level": values[0], "initial_trend": values[1] - values[0]}
        model = Holt(values[1:], damped_trend=True, initialization_method="known", **start)
        # statsmodels names β* = level · trend what it smooths a trend with relative to the level, as here.
        fit = model.fit(level, trend, damping_trend=damping, optimized=False)
        found.append((float((fit.resid[1:] ** 2).sum()), fit.forecast(AHEAD).tolist()))
    return min(found)


@pytest.mark.parametrize("until", [6, 11, 16])
def test_it_is_the_damped_trend_of_statsmodels(until: int) -> None:
    _, ahead = of_statsmodels(WAVE[:until])
    assert continued(WAVE)[until - 1] == pytest.approx(ahead)


def test_what_comes_later_changes_no_earlier_continuation() -> None:
    assert continued(WAVE[:9]) == pytest.approx(continued(WAVE)[:9], nan_ok=True)


def test_what_never_changed_goes_on_unchanged() -> None:
    for told in ahead_of(np.full(12, 7.0)):
        assert (told["low"], told["value"], told["high"], told["miss"]) == (7.0, 7.0, 7.0, 0.0)


def test_a_line_is_damped_by_hand() -> None:
    # A trend of 1 keeps its φ every year; the less it is damped the nearer it is, so that φ = 0.98 and a level that
    # follows at once are taken: after the last value come steps that shrink.
    steps = np.diff([20.0, *continued(np.arange(1.0, 21))[-1]])
    assert (steps < 1).all()
    assert steps == pytest.approx(steps[0] * 0.98 ** np.arange(3), rel=1e-6)


def test_a_band_is_the_second_largest_of_the_last_nine_misses() -> None:
    assert band(np.array([99.0, 1, 2, 3, 4, 5, 6, 7, 8, 9])) == 8
    # Of five, 0.8 · 6 = 4.8 is rounded up to the fifth.
    assert band(np.array([1.0, 2, 3, 4, 50])) == 50


def test_bands_of_what_is_never_negative_are_not() -> None:
    assert all(told["low"] >= 0 for told in ahead_of(np.array([9.0, 1, 8, 0, 7, 1, 9, 0, 8, 1, 7, 0])))


@pytest.fixture
def shipped(snapshot: Dataset) -> pd.DataFrame:
    found = result(snapshot, "continuation")
    assert found is not None
    return found.assign(ahead=found["period"].astype(int) - found["last"].astype(int))


@pytest.mark.parametrize("id", methods.load()["continuation"].indicators)
def test_bands_hold_four_of_five_later_figures_at_each_horizon(shipped: pd.DataFrame, id: str) -> None:
    """Over city and districts, each band made of what was known then; else an indicator is not declared."""
    own = shipped[shipped["indicator"] == id].groupby("ahead")[["bands", "inside"]].sum()
    assert own.index.tolist() == [1, 2, 3]
    assert (own["inside"] / own["bands"]).between(0.75, 0.85).all()
    assert (own["bands"] > 400).all()


def test_the_city_is_continued_from_its_last_figure(shipped: pd.DataFrame) -> None:
    own = shipped[(shipped["indicator"] == "population") & (shipped["area"] == CITY)]
    assert own["figure"].unique().tolist() == [632562]
    assert own["period"].tolist() == ["2025", "2026", "2027"]
    assert (own["low"] < own["value"]).all()
    assert (own["value"] < own["high"]).all()
    assert (own["high"] - own["low"]).is_monotonic_increasing
    # Carrying on the last value of a city that grew for twenty years has been worse.
    assert (own["miss"] < own["naive_miss"] / 2).all()
