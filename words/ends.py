"""How exactly the ends of a change are told, so that the change is what a reader computes from them."""

from dataclasses import dataclass
from math import isnan, nan
from typing import Final

from locales import rounded

MORE: Final = 2
"""So many decimals more than usual may be told of the ends."""


@dataclass(frozen=True)
class Exactness:
    """decimals: of both ends; agree: whether the change follows from them as they are told."""

    decimals: int
    agree: bool


def exactness(
    start: float, end: float, change: float, decimals: int, told: int, *, percent: bool, more: int = MORE
) -> Exactness:
    """How many decimals two figures need, as few as possible.

    decimals: that they usually have; told: decimals of the change, which is in percent of the start or the difference;
    a change that is not zero as it is told needs ends that differ. more: how many more decimals may be told; where they
    don't do, the ends have as few decimals as tell them apart. Without a change nothing has to agree.
    """
    if isnan(change) or isnan(start) or isnan(end):
        return Exactness(decimals, True)
    shown = rounded(change, told)
    ways = [(n, float(rounded(start, n)), float(rounded(end, n))) for n in range(decimals, decimals + more + 1)]
    for n, first, last in ways:
        found = _change(first, last, percent=percent)
        if not isnan(found) and rounded(found, told) == shown and (first != last or shown == 0):
            return Exactness(n, True)
    return Exactness(next((n for n, first, last in ways if first != last), decimals), False)


def _change(start: float, end: float, *, percent: bool) -> float:
    """A change without the noise of binary differences; NaN in percent of zero."""
    if not percent:
        return round(end - start, 9)
    return round(100 * (end - start) / abs(start), 9) if start else nan
