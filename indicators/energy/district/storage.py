"""A battery that takes every surplus it can and gives to every need it can, and ends the year as it began."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Cases = npt.NDArray[np.float64]
"""One number a case, or one row an hour and one column a case."""


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

    What it begins with is what it ends with. An hour adds its change and stops at empty and full, and so does a whole
    year: from a beginning s it ends at s + the sum of all changes, or at the end that it reaches from empty if that is
    more, or from full if that is less. So it ends as it began at the end reached from full where the year gives more
    than it takes, else at the one reached from empty.
    """
    one_way = np.sqrt(battery.efficiency)
    change = np.minimum(surplus, battery.power) * one_way - np.minimum(need, battery.power) / one_way
    start = np.where(change.sum(axis=0) > 0, battery.capacity, 0.0)
    stored = _held(change, battery.capacity, start)
    if np.any(stored[-1] != start):
        start = stored[-1]
        stored = _held(change, battery.capacity, start)
    moved = np.diff(stored, axis=0, prepend=start[np.newaxis])
    return Dispatch(moved.clip(0) / one_way, (-moved).clip(0) * one_way, stored)


def _held(change: Cases, capacity: Cases, start: Cases) -> Cases:
    """What is in it at each hour's end. change: what would go in, less what would go out, if it were endless."""
    stored = np.zeros_like(change)
    if not capacity.any():
        return stored
    held = start
    for hour, moved in enumerate(change):
        held = np.minimum(np.maximum(held + moved, 0.0), capacity)
        stored[hour] = held
    return stored
