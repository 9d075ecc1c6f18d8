"""What roofs make of the year's sunlight: electricity of photovoltaics, and heat of collectors.

Sources: `pvlib` (solar position by NREL's SPA, tilted planes by Hay and Davies 1980, glass by De Soto 2006 and Marion
2017, cells by Faiman 2008, PVWatts by Dobos 2014).
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.energy.district.weather import HOURS, LATITUDE, LONGITUDE, weather
from indicators.energy.factors import Factors

Hourly = npt.NDArray[np.float64]

LOWEST: Final = np.sin(np.radians(5))
"""Sine of the height below which the sun is taken to stand there: the level's share of its beam tells too little."""
KEPT: Final = 8
WATTS: Final = 1000.0
HALF_AN_HOUR: Final = pd.Timedelta("30min")


@cache
def sun() -> pd.DataFrame:
    """The sun in the middle of each hour: zenith and azimuth in degrees, beam in W/m², and beyond the air (extra)."""
    from pvlib import irradiance, solarposition  # takes over a second, which only the first energy district should pay

    middle = HOURS + HALF_AN_HOUR
    place = solarposition.get_solarposition(middle, LATITUDE, LONGITUDE)
    height = np.cos(np.radians(place["apparent_zenith"].to_numpy())).clip(LOWEST)
    return pd.DataFrame(
        {
            "zenith": place["apparent_zenith"].to_numpy(),
            "azimuth": place["azimuth"].to_numpy(),
            "beam": weather()["direct"].to_numpy() / height,
            "extra": irradiance.get_extra_radiation(middle).to_numpy(),
        },
        index=HOURS,
    )


@lru_cache(2 * KEPT)
def on_roof(tilt: float, azimuth: float) -> pd.DataFrame:
    """Sunlight on a tilted plane in W/m², a row an hour: whole, and through glass, which reflects some of it.

    tilt: degrees from the level; azimuth: from north by east.
    """
    from pvlib import iam, irradiance  # takes over a second, which only the first energy district should pay

    place, here = sun(), weather()
    level = here["direct"] + here["diffuse"]
    parts = irradiance.get_total_irradiance(
        tilt,
        azimuth,
        place["zenith"],
        place["azimuth"],
        place["beam"],
        level,
        here["diffuse"],
        dni_extra=place["extra"],
        model="haydavies",
    ).fillna(0.0)
    beam = iam.physical(irradiance.aoi(tilt, azimuth, place["zenith"], place["azimuth"]))
    diffuse = iam.marion_diffuse("physical", tilt)
    through = (
        parts["poa_direct"] * beam
        + parts["poa_sky_diffuse"] * diffuse["sky"]
        + parts["poa_ground_diffuse"] * diffuse["ground"]
    )
    return pd.DataFrame({"whole": parts["poa_global"], "through": through})


@lru_cache(KEPT)
def per_kwp(given: Factors) -> Hourly:
    """kWh that a kWp of the declared mix of roofs makes in each hour."""
    roofs = given.table("roofs")
    kept = 1 - given.numbers["photovoltaics.losses"]["percent"] / 100
    every = [roof["percent"] * _power(given, roof) for roof in roofs.values()]
    return np.asarray(kept * np.sum(every, axis=0) / sum(roof["percent"] for roof in roofs.values()))


@lru_cache(KEPT)
def collected(given: Factors) -> Hourly:
    """kWh of heat that a m² of collectors makes in each hour.

    Source of the curve: EN ISO 9806, here without the angle of incidence.
    """
    own, roof = given.table("solar_thermal"), given.numbers["solar_thermal.roof"]
    curve = own["collector"]
    light = on_roof(roof["tilt"], roof["azimuth"])["whole"].to_numpy()
    lift = (own["water"]["celsius"] - weather()["temperature"].to_numpy(float)).clip(0)
    heat = curve["optical"] * light - curve["linear"] * lift - curve["square"] * lift**2
    return heat.clip(0) / WATTS


def _power(given: Factors, roof: Mapping[str, float]) -> Hourly:
    from pvlib import pvsystem, temperature  # takes over a second, which only the first energy district should pay

    light, here = on_roof(roof["tilt"], roof["azimuth"]), weather()
    cell = temperature.faiman(light["whole"], here["temperature"], here["wind"])
    per_kelvin = -given.numbers["photovoltaics.temperature"]["percent_per_k"] / 100
    return np.asarray(pvsystem.pvwatts_dc(light["through"], cell, 1.0, per_kelvin), dtype=float)
