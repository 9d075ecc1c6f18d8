"""How lines show what is not certain: provisional and modelled parts dashed, intervals as a band."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final

from charts.axes import line
from charts.points import NONE, Point, Stretch, stretches

DASHED: Final = frozenset("PE")


def solid(points: Sequence[Point]) -> list[Point]:
    """A line's points with an empty one inside each stretch that is dashed, so that it is not drawn twice."""
    holes = [Point((earlier.x + later.x) / 2, NONE, "") for earlier, later in _dashed(points)]
    return sorted([*points, *holes], key=lambda point: point.x)


def dashes(points: Sequence[Point], colour: str, width: float) -> list[dict[str, Any]]:
    """A trace of the stretches that begin or end with a provisional or modelled value; none where there are none."""
    dashed = _dashed(points)
    x = [x for earlier, later in dashed for x in (earlier.x, later.x, None)]
    y = [y for earlier, later in dashed for y in (earlier.value, later.value, None)]
    return [line(x, y, {"color": colour, "width": width, "dash": "6px,4px"})] if dashed else []


def band(points: Sequence[Point], colour: str) -> list[dict[str, Any]]:
    """A trace that fills the intervals around one line, wherever two that follow each other have one.

    An interval across a gap is not filled.
    """
    x: list[float | None] = []
    y: list[float | None] = []
    for given, grouped in groupby(points, key=lambda point: point.known and point.banded):
        if given:
            run = list(grouped)
            x += [*(point.x for point in run), *(point.x for point in reversed(run)), None]
            y += [*(point.high for point in run), *(point.low for point in reversed(run)), None]
    return [line(x, y, {"width": 0}, fill="toself", fillcolor=colour, opacity=0.18)] if x else []


def _dashed(points: Sequence[Point]) -> list[Stretch]:
    """The stretches to be dashed."""
    return [(one, other) for one, other in stretches(points) if {one.status, other.status} & DASHED]
