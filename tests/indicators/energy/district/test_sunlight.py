"""What roofs make of the sun: against what others measured and calculate."""

import math

import pandas as pd
import pytest

from indicators.energy.district.sunlight import collected, per_kwp, sun
from indicators.energy.district.weather import LATITUDE, LONGITUDE
from indicators.energy.factors import factors


def test_the_yield_is_one_of_central_germany() -> None:
    assert 850 < per_kwp(factors()).sum() < 1_080
    assert per_kwp(factors()).max() < 1


def test_a_collector_gives_what_flat_plates_give() -> None:
    assert 350 < collected(factors()).sum() < 650


@pytest.mark.parametrize("hour", ["2025-03-20 12:00+01:00", "2025-06-21 09:00+01:00", "2025-12-21 14:00+01:00"])
def test_the_sun_stands_where_an_independent_formula_puts_it(hour: str) -> None:
    """The mean longitude and anomaly of the Astronomical Almanac's low-precision formula, which holds to 0.01°."""
    middle = pd.Timestamp(hour) + pd.Timedelta("30min")
    days = (middle - pd.Timestamp("2000-01-01 12:00+00:00")) / pd.Timedelta("1D")
    anomaly = math.radians(357.528 + 0.9856003 * days)
    longitude = math.radians(280.460 + 0.9856474 * days + 1.915 * math.sin(anomaly) + 0.020 * math.sin(2 * anomaly))
    tilt = math.radians(23.439 - 0.0000004 * days)
    ascension = math.atan2(math.cos(tilt) * math.sin(longitude), math.cos(longitude))
    declination = math.asin(math.sin(tilt) * math.sin(longitude))
    sidereal = math.radians((280.46062 + 360.98564737 * days + LONGITUDE) % 360)
    latitude, angle = math.radians(LATITUDE), sidereal - ascension
    height = math.asin(
        math.sin(latitude) * math.sin(declination) + math.cos(latitude) * math.cos(declination) * math.cos(angle)
    )
    refraction = 0.0167 / math.tan(math.radians(math.degrees(height) + 10.3 / (math.degrees(height) + 5.11)))
    assert 90 - sun()["zenith"].loc[pd.Timestamp(hour)] == pytest.approx(math.degrees(height) + refraction, abs=0.1)
