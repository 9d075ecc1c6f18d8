"""The points that lines run through."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import isnan
from typing import Final, NamedTuple

import pandas as pd

BAND: Final = ("low", "high")
"""Columns of a frame with the ends of an interval around each value; NaN where there is none."""
NONE: Final = float("nan")


class Point(NamedTuple):
    """One figure of a line: where it stands in time, in years, its value and status, and the interval around it."""

    x: float
    value: float
    status: str
    low: float = NONE
    high: float = NONE

    @property
    def known(self) -> bool:
        return not isnan(self.value)

    @property
    def banded(self) -> bool:
        """Whether there is an interval around it."""
        return not isnan(self.low) and not isnan(self.high)


Stretch = tuple[Point, Point]
"""Two known points that follow each other."""


def moment(period: str) -> float:
    """Where a period stands in time, in years: `2017` and `2017-Q1` at 2017, `2017-07-02` in the middle of it."""
    if len(period) < len("2017-07-02"):
        return float(period[:4])
    day = date.fromisoformat(period)
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def courses(frame: pd.DataFrame) -> dict[str, list[Point]]:
    """Each area's points in order of time, with an empty one before each break so that no line crosses it.

    frame: area, period, value, status and, where there are intervals, `BAND`; in order of area.
    """
    columns = ["area", "period", "value", "status", *(BAND if set(BAND) <= set(frame.columns) else ())]
    found: dict[str, list[Point]] = {}
    for area, period, *figures in zip(*(frame[column].tolist() for column in columns), strict=True):
        found.setdefault(area, []).append(Point(moment(period), *figures))
    return {area: cut(sorted(found[area], key=lambda point: point.x)) for area in sorted(found)}


def cut(points: Sequence[Point]) -> list[Point]:
    """Points in order with an empty one before each break, so that no line crosses it."""
    gaps = [Point(point.x - 0.5, NONE, "") for point in points if point.status == "B"]
    return sorted([*points, *gaps], key=lambda point: point.x)


def stretches(points: Sequence[Point]) -> list[Stretch]:
    """What a line is made of: every two neighbours that both have a value."""
    return [(earlier, later) for earlier, later in pairwise(points) if earlier.known and later.known]
