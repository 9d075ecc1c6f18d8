"""The weather of a year: the German Weather Service's test reference year of region 4, in which Leipzig lies.

A mean year of 1988–2007 put together from measured hours of Potsdam, not the weather of any one year.
Source: Deutscher Wetterdienst, TRY 2010, as shipped by `demandlib`; it numbers the hours 1 to 24 by their ends, Central
European Time.
"""

from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

REGION: Final = 4
FILE: Final = f"vdi/resources_weather/TRY2010_{REGION:02}_Jahr.dat"
END_OF_HEADER: Final = "***\n"
COLUMNS: Final = {7: "wind", 8: "temperature", 13: "direct", 14: "diffuse"}
"""m/s, °C, and W/m² on the level."""

YEAR: Final = 2025
"""The calendar that says which day is a Sunday."""
HOURS: Final = pd.date_range(f"{YEAR}-01-01", periods=8760, freq="h", tz="Etc/GMT-1")
"""When each hour begins, Central European Time all the year, as the sun and the weather need it."""
CLOCK: Final = HOURS.tz_convert("Europe/Berlin")
"""What clocks on the wall show then: an hour more in summer."""
HOLIDAYS: Final = [
    date(YEAR, month, day)
    for month, day in [
        (1, 1),
        (4, 18),
        (4, 21),
        (5, 1),
        (5, 29),
        (6, 9),
        (10, 3),
        (10, 31),
        (11, 19),
        (12, 25),
        (12, 26),
    ]
]
"""Public holidays of Saxony in that year: SächsSFG."""
LATITUDE: Final = 52.383
LONGITUDE: Final = 13.067
"""Where the weather was measured: its sunlight belongs to the sun of Potsdam, 130 km from Leipzig."""


@cache
def weather() -> pd.DataFrame:
    """One row an hour (`HOURS`): temperature in °C, wind in m/s, direct and diffuse sunlight on the level in W/m²."""
    import demandlib  # takes a while to load, which only the first energy district should pay

    text = (Path(demandlib.__file__).parent / FILE).read_text("latin-1")
    table = pd.read_csv(StringIO(text.partition(END_OF_HEADER)[2]), sep=r"\s+", header=None, usecols=list(COLUMNS))
    return table.rename(columns=COLUMNS).astype(float).set_index(HOURS)


def by_the_clock(planned: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """What people do by the clock, at the hours (`HOURS`) when they do it. planned: by the hours that clocks show, as
    if they were never put forward or back; what is planned for the hour left out in March is not done, for the one that
    comes twice in October it is done twice."""
    shown: npt.NDArray[np.float64] = planned[(CLOCK.day_of_year.to_numpy() - 1) * 24 + CLOCK.hour.to_numpy()]
    return shown
