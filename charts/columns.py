"""Columns beside each other, each stacked by part above and below zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from charts.axes import axis, value_axis
from charts.labels import LINE, depth, tick_step
from charts.stacked import key
from charts.theme import Captions, Figure, Theme, figure, layout

TOP: Final = 64
INNER: Final = 300
AXIS: Final = 26
LEFT: Final = 48


@dataclass(frozen=True)
class Part:
    """column: of the rows; name: as the key says it."""

    column: str
    name: str
    colour: str


def columns(
    rows: pd.DataFrame,
    parts: Sequence[Part],
    told: pd.DataFrame,
    captions: Captions,
    theme: Theme,
    decimals: int = 0,
) -> Figure:
    """One column a row. rows: at, where it stands (a number or a name), and a column for each part; at least one row;
    told: the same parts, as tooltips say them; decimals: with which the values are told."""
    words = key([part.name for part in parts], [part.colour for part in parts])
    foot = depth(captions) + LINE * (words.count("<br>") + 1) + 14
    values = rows[[part.column for part in parts]]
    high, low = float(values.clip(lower=0).sum(axis=1).max()), float(values.clip(upper=0).sum(axis=1).min())
    room = 0.05 * ((high - low) or 1.0)
    step, shown = tick_step(low - room, high + room, decimals, 6)
    drawn = layout(theme, captions, TOP + INNER + AXIS + foot, AXIS + foot, top=TOP, left=LEFT) | {
        "barmode": "relative",
        "bargap": 0.25,
        "xaxis": axis(theme, showgrid=False, zeroline=False),
        "yaxis": value_axis(theme, (low - (room if low < 0 else 0), high + room), step, shown),
        "hovermode": "closest",
    }
    place = {"yref": "paper", "x": 0, "xshift": -LEFT, "y": 0, "yshift": -AXIS - 4, "yanchor": "top"}
    drawn["annotations"].append({"text": words, "font": {"size": 12}, "align": "left", **place})
    return figure([_bars(rows, part, told[part.column].tolist()) for part in parts], drawn)


def _bars(rows: pd.DataFrame, part: Part, told: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": part.name,
        "x": rows["at"].tolist(),
        "y": rows[part.column].tolist(),
        "customdata": list(told),
        "marker": {"color": part.colour},
        "hovertemplate": f"%{{x}}, {part.name}: %{{customdata}}<extra></extra>",
    }
