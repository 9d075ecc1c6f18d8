"""The year of an energy district, a figure a row."""

from typing import Final

import pandas as pd

from exports.energy_district.figures import figures
from exports.energy_district.ranges import ranges
from exports.energy_district.stamp import FIRST, LAST, stamped
from indicators.energy.district.asked import District
from indicators.energy.district.year import COLUMNS as YEAR
from locales import Language

COLUMNS: Final = [*FIRST, "figure", "title", "unit", "value", "low", "high", *LAST]


def balance(lang: Language, district: District, area: str, level: str) -> pd.DataFrame:
    """One row a column of `year.COLUMNS`, `COLUMNS`; value, low and high unrounded, NaN for a share of nothing.

    The value of `positive` is 1 or 0; it has no range. area, level: see `stamp`.
    """
    told, ends = figures(lang), ranges(district).reindex(list(YEAR))
    table = pd.DataFrame(
        {
            "figure": list(YEAR),
            "title": [told[column].title for column in YEAR],
            "unit": [told[column].unit for column in YEAR],
            "value": district.outcome.year[list(YEAR)].astype(float).to_numpy(),
            "low": ends["low"].to_numpy(),
            "high": ends["high"].to_numpy(),
        }
    )
    return stamped(table, district, area, level)[COLUMNS]
