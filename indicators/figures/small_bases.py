"""Percentages that come from few: a handful more is many percent of a handful."""

from typing import Final

from indicators.catalogue import Indicator

SMALL: Final = 20
"""Counts below it make no highest and lowest change in percent: one more is 5 % and beyond."""


def from_few(indicator: Indicator, start: float) -> bool:
    """Whether a change in percent starts at a count below `SMALL`; not that of means and rates, nor of NaN."""
    return indicator.change == "percent" and not indicator.comparable and abs(start) < SMALL
