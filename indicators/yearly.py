"""How figures change from one calendar year to the next, in the way that an indicator states changes."""

import pandas as pd

from indicators import measures


def change_a_year(frame: pd.DataFrame, stated: str) -> pd.DataFrame:
    """Each value's change against the calendar year before: a frame of values.

    frame: frame of values, see `indicators.measures`; stated: `percent` of the value before, otherwise the
    difference in the unit of the values (percentage points for shares).
    Years without a row for the year before are absent. A change across a break is none: missing, status N.
    """
    found = measures.year_on_year(frame) if stated == "percent" else _difference(frame)
    across = found["status"] == "B"
    return found.assign(value=found["value"].mask(across), status=found["status"].mask(across, "N"))


def _difference(frame: pd.DataFrame) -> pd.DataFrame:
    year_later = (frame["period"].str[:4].astype("int64") + 1).astype("str") + frame["period"].str[4:]
    # That the year before broke with the one before it says nothing about this change.
    before = frame.assign(period=year_later, status=frame["status"].mask(frame["status"] == "B", "A"))
    pairs = frame.merge(before, on=["area", "period"], suffixes=("", "_before"), validate="one_to_one")
    status = measures.combine_status(pairs["status"], pairs["status_before"])
    return pairs.assign(value=pairs["value"] - pairs["value_before"], status=status)[measures.VALUES]
