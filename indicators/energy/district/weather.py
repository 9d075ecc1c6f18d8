"""The weather of a year: the German Weather Service's test reference year of region 4, in which Leipzig lies.

A mean year of 1988–2007 put together from measured hours of Potsdam, not the weather of any one year.
Source: Deutscher Wetterdienst, TRY 2010, as shipped by `demandlib`.
"""

from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Final

import pandas as pd

REGION: Final = 4
FILE: Final = f"vdi/resources_weather/TRY2010_{REGION:02}_Jahr.dat"
END_OF_HEADER: Final = "***\n"
COLUMNS: Final = {7: "wind", 8: "temperature", 13: "direct", 14: "diffuse"}
"""m/s, °C, and W/m² on the level."""

YEAR: Final = 2025
"""The calendar that says which day is a Sunday."""
HOURS: Final = pd.date_range(f"{YEAR}-01-01", periods=8760, freq="h", tz="Etc/GMT-1")
"""When each hour begins, Central European Time all the year: clocks are not put forward in summer."""
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
LATITUDE: Final = 51.34
LONGITUDE: Final = 12.37


@cache
def weather() -> pd.DataFrame:
    """One row an hour (`HOURS`): temperature in °C, wind in m/s, direct and diffuse sunlight on the level in W/m²."""
    import demandlib  # takes a while to load, which only the first energy district should pay

    text = (Path(demandlib.__file__).parent / FILE).read_text("latin-1")
    table = pd.read_csv(StringIO(text.partition(END_OF_HEADER)[2]), sep=r"\s+", header=None, usecols=list(COLUMNS))
    return table.rename(columns=COLUMNS).astype(float).set_index(HOURS)
