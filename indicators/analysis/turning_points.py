"""When a series turned: the year of its lowest value, after which it rose."""

from collections.abc import Sequence
from math import nan
from typing import Final

import pandas as pd

from indicators.analysis.stretch import after_last_break
from indicators.figures.grid import Grid, Observed

TURNS: Final = ["area", "first", "last", "low", "value", "before", "after", "state", "status"]
MINIMUM: Final = 3
"""Values that a turn takes: a low, and one on each side of it."""


def turning(figures: Grid, start: str, end: str) -> pd.DataFrame:
    """Each area's lowest value from start to end, both included, as columns `TURNS` in order of area.

    Values across a break can't be compared: where a series
    breaks, only what comes after its last break is looked at. Missing values are passed over. first, last: the periods
    of the first and the last value looked at; low: the period of the lowest value, the last of them where it occurs
    several times; value: that value, status: its status; before, after: change from the first value to the lowest and
    from the lowest to the last, in percent of the earlier one. state: `turned` where the low lies between first and
    last; `first` or `last` where it is one of them, so that an earlier or a later turn is beyond the periods looked at;
    `level` where all values are the same; `too few` with fewer than `MINIMUM` values, where everything else is missing.
    """
    rows = []
    for area in sorted(figures.areas):
        observed = [each for each in figures.history(area).figures if start <= each.period <= end]
        if observed:
            rows.append({"area": area, **_turn(after_last_break(observed))})
    return pd.DataFrame(rows, columns=TURNS)


def _turn(series: Sequence[Observed]) -> dict[str, str | float]:
    if len(series) < MINIMUM:
        nothing = dict.fromkeys(("value", "before", "after"), nan)
        return {"first": "", "last": "", "low": "", **nothing, "state": "too few", "status": "M"}
    first, last = series[0], series[-1]
    low = min(reversed(series), key=lambda observed: observed.value)
    level = low.value == max(observed.value for observed in series)
    ends = {first.period: "first", last.period: "last"}
    return {
        "first": first.period,
        "last": last.period,
        "low": low.period,
        "value": low.value,
        "before": _percent(first.value, low.value),
        "after": _percent(low.value, last.value),
        "state": "level" if level else ends.get(low.period, "turned"),
        "status": low.status.replace("B", "A"),
    }


def _percent(start: float, end: float) -> float:
    return 100.0 * (end - start) / start if start > 0 else nan
