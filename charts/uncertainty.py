"""How lines show what is not certain: provisional and modelled parts dashed, intervals as a band."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import pandas as pd

DASHED: Final = frozenset("PE")
BAND: Final = ["low", "high"]
"""Columns of a frame with the ends of an interval around each value; NaN where there is none."""


def solid(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of one line with an empty one inside each stretch that is dashed, so that it is not drawn twice.

    rows: in order of x, with columns x, value, status.
    """
    holes = [(later + earlier) / 2 for (earlier, *_), (later, *_) in _dashed(rows)]
    if not holes:
        return rows
    empty = pd.DataFrame({"x": holes, "value": float("nan"), "status": ""})
    return pd.concat([rows, empty]).sort_values("x", kind="stable", ignore_index=True)


def dashes(rows: pd.DataFrame, colour: str, width: float) -> list[dict[str, Any]]:
    """A trace of the stretches that begin or end with a provisional or modelled value; none where there are none.

    rows: in order of x, with columns x, value, status.
    """
    stretches = list(_dashed(rows))
    if not stretches:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for (earlier, _), (later, _) in stretches for x in (earlier, later, None)],
            "y": [y for (_, first), (_, last) in stretches for y in (first, last, None)],
            "line": {"color": colour, "width": width, "dash": "6px,4px"},
            "hoverinfo": "skip",
        }
    ]


def band(rows: pd.DataFrame, colour: str) -> list[dict[str, Any]]:
    """A trace that fills the intervals around one line, wherever two that follow each other have one.

    rows: in order of x, with columns x, value and maybe `BAND`. An interval across a gap is not filled.
    """
    if not set(BAND) <= set(rows.columns):
        return []
    x: list[float | None] = []
    y: list[float | None] = []
    given = rows[["value", *BAND]].notna().all(axis=1)
    for _, run in rows[given].groupby((~given).cumsum()[given]):
        x += [*run["x"], *run["x"][::-1], None]
        y += [*run["high"], *run["low"][::-1], None]
    if not x:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "fill": "toself",
            "fillcolor": colour,
            "opacity": 0.18,
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
    ]


def _dashed(rows: pd.DataFrame) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Both ends, as (x, value), of every stretch to be dashed."""
    points = list(zip(rows["x"].tolist(), rows["value"].tolist(), rows["status"].tolist(), strict=True))
    for (x, value, status), (next_x, next_value, next_status) in pairwise(points):
        if {status, next_status} & DASHED and not pd.isna(value) and not pd.isna(next_value):
            yield (x, value), (next_x, next_value)
