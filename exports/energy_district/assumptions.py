"""What an energy district assumes: every factor in force with its unit, range and source."""

from typing import Final

import pandas as pd

from indicators.energy.factors import Factors
from locales import Language
from words.factors import factor_name

COLUMNS: Final = ["assumption", "title", "unit", "value", "low", "high", "source"]
ENDS: Final = ("low", "high")
UNUSED: Final = (("average", ""), ("emissions", "direct"))
"""Tables of factors, or units in them, that only the annual model takes."""


def assumptions(lang: Language, given: Factors) -> pd.DataFrame:
    """One row a number, `COLUMNS`. assumption: its place in the file of factors (`battery.efficiency`); low and high
    where the uncertainty draws from a range, else NaN."""
    rows = []
    for entry in given.entries:
        numbers = dict(entry.numbers)
        title, table = factor_name(lang, entry.place), entry.place.partition(".")[0]
        low, high = (numbers.get(end) for end in ENDS)
        for n, (unit, value) in enumerate((unit, value) for unit, value in entry.numbers if unit not in ENDS):
            if (table, "") in UNUSED or (table, unit) in UNUSED:
                continue
            # A range is that of an entry's first number.
            ends = (low, high) if n == 0 else (None, None)
            rows.append((entry.place, title, unit, value, *ends, entry.source))
    return pd.DataFrame(rows, columns=COLUMNS).astype({"value": float, "low": float, "high": float})
