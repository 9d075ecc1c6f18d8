"""A battery that takes every surplus it can and gives to every need it can, and ends the year as it began."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Cases = npt.NDArray[np.float64]
"""One number a case, or one row an hour and one column a case."""

ROUNDS: Final = 60
"""Halvings of the span in which the store's beginning is looked for."""
CLOSE: Final = 1e-9


@dataclass(frozen=True, eq=False)
class Battery:
    """capacity: what it holds; power: what goes in or out in an hour; efficiency: of what goes in, what comes out,
    above 0 and up to 1: half of the loss is lost each way.
    """

    capacity: Cases
    power: Cases
    efficiency: Cases


@dataclass(frozen=True, eq=False)
class Dispatch:
    """Each hour of each case: what went in, what came out, and what was in it at the hour's end."""

    taken: Cases
    given: Cases
    stored: Cases


def dispatch(surplus: Cases, need: Cases, battery: Battery) -> Dispatch:
    """What a battery does. surplus, need: 0 or more, a row an hour and a column a case.

    What it begins with is what it ends with. There is such a beginning between empty and full, as a year ends the
    fuller the fuller it began, but by no more than that.
    """
    low, high = np.zeros(surplus.shape[1]), battery.capacity.copy()
    first = _run(surplus, need, battery, low)
    if not battery.capacity.any() or np.allclose(first.stored[-1], 0, atol=CLOSE):
        return first
    # Where the battery was full or empty once, the year's end does not depend on its beginning.
    found = _run(surplus, need, battery, first.stored[-1])
    start = first.stored[-1]
    for _ in range(ROUNDS):
        off = found.stored[-1] - start
        if np.all(np.abs(off) <= CLOSE * np.maximum(battery.capacity, 1.0)):
            break
        low, high = np.where(off >= 0, start, low), np.where(off >= 0, high, start)
        start = (low + high) / 2
        found = _run(surplus, need, battery, start)
    return found


def _run(surplus: Cases, need: Cases, battery: Battery, start: Cases) -> Dispatch:
    """A year from a beginning, hour by hour."""
    one_way = np.sqrt(battery.efficiency)
    most_in = np.minimum(surplus, battery.power) * one_way
    most_out = np.minimum(need, battery.power) / one_way
    change = most_in - most_out
    stored = np.empty_like(surplus)
    held = start
    for hour, moved in enumerate(change):
        held = np.minimum(np.maximum(held + moved, 0.0), battery.capacity)
        stored[hour] = held
    moved = np.diff(stored, axis=0, prepend=start[np.newaxis])
    return Dispatch(moved.clip(0) / one_way, (-moved).clip(0) * one_way, stored)
