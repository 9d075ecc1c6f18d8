"""How figures change from one calendar year to the next, in the way that an indicator states changes."""

import pandas as pd

from indicators.figures import measures
from indicators.figures.grid import cells_of, values_frame, with_year_before
from indicators.figures.status import most_cautious, without_break


def change_a_year(frame: pd.DataFrame, stated: str) -> pd.DataFrame:
    """Each value's change against the calendar year before: a frame of values.

    frame: frame of values, see `indicators.figures.measures`; stated: `percent` of the value before, otherwise the
    difference in the unit of the values (percentage points for shares).
    Years without a row for the year before are absent. A change across a break is none: missing, status N.
    """
    found = measures.year_on_year(frame) if stated == "percent" else _difference(frame)
    across = found["status"] == "B"
    return found.assign(value=found["value"].mask(across), status=found["status"].mask(across, "N"))


def _difference(frame: pd.DataFrame) -> pd.DataFrame:
    found = {}
    for key, (value, status), (before, its_status) in with_year_before(cells_of(frame)):
        found[key] = (value - before, most_cautious(status, without_break(its_status)))
    return values_frame(found)
