"""How far off an energy district may be: the same whenever it is asked, around what is declared, widest first."""

import numpy as np
import pandas as pd
import pytest

from indicators.energy.district import uncertainty
from indicators.energy.district.asked import District
from indicators.energy.district.measures import Measures
from indicators.energy.district.stock import COLUMNS
from indicators.energy.district.uncertainty import ends
from indicators.energy.factors import factors
from tests.indicators.energy.district.places import AREAS, dataset

DATA = dataset()
GIVEN = factors()
DONE = Measures(heat_pumps=50, pv_kwp=9_000, battery_kwh=4_000, battery_kw=2_000)


@pytest.fixture
def _few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uncertainty, "DRAWS", 10)


def _asked() -> District:
    return District(DATA, AREAS, "Lindenau", DONE, GIVEN)


@pytest.mark.usefixtures("_few_draws")
def test_the_declared_year_lies_in_its_range_and_the_range_is_the_same_twice() -> None:
    asked = _asked()
    central = asked.outcome.year.drop("positive").astype(float)
    assert (asked.ranges["low"] <= central).all()
    assert (central <= asked.ranges["high"]).all()
    assert (asked.ranges["low"] < asked.ranges["high"])["kwp_needed"]
    pd.testing.assert_frame_equal(asked.ranges, _asked().ranges)


def test_the_tornado_has_the_widest_first_and_only_what_matters() -> None:
    """Cars are not charged here, and a battery makes nothing."""
    found = _asked().tornado
    width = (found["high"] - found["low"]).abs()
    assert width.is_monotonic_decreasing
    assert set(found.index) == {"heat", "household", "roofs", "pumps", "boilers"}
    # Losses of 22 instead of 17.5 %: 0.825 / 0.78 times the roofs.
    central = _asked().outcome.year["kwp_needed"]
    assert found["low"]["roofs"] == pytest.approx(central * 0.825 / 0.78)


def test_a_place_without_households_has_no_wrong_ends() -> None:
    found = ends(pd.Series(dict.fromkeys(COLUMNS, 0.0)), (1.0, 1.0), GIVEN)
    assert np.isfinite(found.to_numpy()).all()
    assert (found["low"] <= 1).all()
    assert (found["high"] >= 1).all()
