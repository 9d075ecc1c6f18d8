"""When places turned: a point a place at the year of its lowest value, places of one lane stacked."""

from collections import Counter
from typing import Any, Final

import pandas as pd

from charts.axes import axis, names_axis, shaded
from charts.labels import depth, longest
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import alphabetical

TOP: Final = 80
AXIS: Final = 26
POINT: Final = 8
STEP: Final = 12
"""Distance of two points above each other, in pixels; the vertical axis counts pixels from the top."""
LANE: Final = 14
"""Room that a lane has beside its points."""
SYMBOLS: Final = {"first": "circle-open", "turned": "circle", "last": "triangle-down"}


def turning_points(
    rows: pd.DataFrame, lanes: pd.DataFrame, years: tuple[int, int], captions: Captions, theme: Theme
) -> Figure:
    """One lane a row of `lanes`, from top to bottom, with an upright stroke at its own lowest year.

    rows: area, name, lane (an area of the lanes), low (a period), state, colour (empty for the usual one; others have
    their names beside them), told (the tooltip); those whose state is not one of `SYMBOLS` are left out. lanes: area,
    name, low (empty where it has none), told. years: the span that the reader chose, shaded.
    """
    there = rows[rows["state"].isin(list(SYMBOLS))]
    there = _stacked(there.assign(order=there["name"].map(alphabetical)).sort_values(["lane", "low", "order"]))
    tallest = there.groupby("lane")["level"].max().reindex(lanes["area"]).fillna(0).astype(int)
    heights = [LANE + STEP * (int(level) + 1) for level in tallest]
    feet = pd.Series(heights, index=lanes["area"]).cumsum()
    stands = zip(there["lane"], there["level"], strict=True)
    there = there.assign(y=[float(feet[lane]) - LANE / 2 - STEP / 2 - STEP * level for lane, level in stands])
    small, inner = depth(captions), sum(heights)
    names = lanes["name"].tolist()
    height, left = TOP + inner + AXIS + small, longest(names) + 10
    drawn = layout(theme, captions, height, AXIS + small, top=TOP, left=left)
    middles = [foot - height / 2 for foot, height in zip(feet, heights, strict=True)]
    known = [*there["x"], *(int(low[:4]) for low in lanes["low"] if low)] or [0]
    lines = {"gridcolor": theme.grid, "zeroline": False}
    drawn |= {
        "xaxis": axis(theme, range=[min(known) - 0.6, max(known) + 0.6], tickformat="d", **lines),
        "yaxis": names_axis(names, middles, (inner, 0), 12, theme),
        "shapes": [shaded(years, theme), *(_floor(foot, theme) for foot in feet)],
        "hovermode": "closest",
    }
    middle = (min(known) + max(known)) / 2
    drawn["annotations"] += [_name(row, middle) for _, row in there[there["colour"] != ""].iterrows()]
    own = lanes.assign(middle=middles, height=heights)
    return figure([*_strokes(own[own["low"] != ""], theme), *_points(there, theme)], drawn)


def _stacked(rows: pd.DataFrame) -> pd.DataFrame:
    """With x, and with level: how far above the floor of its lane each point stands, in points.

    Points of one year are stacked; those with a name stand above all others of their lane, each in a row of its own.
    """
    stacks: Counter[tuple[str, str]] = Counter()
    heights: Counter[str] = Counter()
    named_last = rows.sort_values("colour", key=lambda colour: colour != "", kind="stable")
    levels = []
    for lane, low, colour in zip(named_last["lane"], named_last["low"], named_last["colour"], strict=True):
        levels.append(heights[lane] if colour else stacks[lane, low])
        stacks[lane, low] += 1
        heights[lane] = max(heights[lane], levels[-1] + 1)
    return named_last.assign(x=[int(low[:4]) for low in named_last["low"]], level=levels)


def _points(rows: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": state,
            "x": of_state["x"].tolist(),
            "y": of_state["y"].tolist(),
            "text": of_state["told"].tolist(),
            "marker": {
                "size": POINT,
                "symbol": symbol,
                "color": [colour or _colour(state, theme) for colour in of_state["colour"]],
                "line": {"width": 1.5 if state == "first" else 0},
            },
            "cliponaxis": False,
            "hovertemplate": "%{text}<extra></extra>",
        }
        for state, symbol in SYMBOLS.items()
        if len(of_state := rows[rows["state"] == state])
    ]


def _colour(state: str, theme: Theme) -> str:
    return {"first": theme.muted, "last": theme.falling[3]}.get(state, theme.accent)


def _strokes(lanes: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    """The lowest year of each lane itself: a stroke as high as the lane, beside the points of that year."""
    columns = zip(lanes["low"], lanes["middle"], lanes["height"], lanes["told"], strict=True)
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": "lane",
            "x": [int(low[:4]) - 0.32] * 3,
            "y": [middle - height / 2 + 3, middle, middle + height / 2 - 3],
            "text": told,
            "line": {"color": theme.text, "width": 2.5},
            "hovertemplate": "%{text}<extra></extra>",
        }
        for low, middle, height, told in columns
    ]


def _name(row: pd.Series, middle: float) -> dict[str, Any]:
    """A name beside its point, on the side that has more room."""
    left = row["x"] > middle
    shift = (POINT // 2 + 2) * (-1 if left else 1)
    place = {"x": int(row["x"]), "xref": "x", "xshift": shift, "xanchor": "right" if left else "left"}
    font = {"size": 11, "color": row["colour"]}
    return place | {"y": float(row["y"]), "yref": "y", "yanchor": "middle", "text": row["name"], "font": font}


def _floor(y: float, theme: Theme) -> dict[str, Any]:
    line = {"color": theme.grid, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line, "layer": "below"}
