"""Changes of each year, stacked by part above and below zero, with a point where both together lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from charts.axes import axis, value_axis
from charts.labels import LINE, depth, tick_step
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import number

TOP: Final = 64
INNER: Final = 300
AXIS: Final = 26
FEW: Final = 8
"""Years that have a label each, also on a phone."""


@dataclass(frozen=True)
class Part:
    """column: of the rows; name: as the key says it."""

    column: str
    name: str
    colour: str


def yearly_parts(rows: pd.DataFrame, parts: Sequence[Part], captions: Captions, theme: Theme) -> Figure:
    """One column a period. rows: period (a year), a column for each part and `all`, their sum; at least one row."""
    lang = captions.lang
    foot = depth(captions) + LINE + 14
    columns = rows[[part.column for part in parts]]
    high, low = columns.clip(lower=0).sum(axis=1).max(), columns.clip(upper=0).sum(axis=1).min()
    room = 0.05 * ((high - low) or 1.0)
    step, decimals = tick_step(low - room, high + room, 0, 6)
    drawn = layout(theme, captions, TOP + INNER + AXIS + foot, AXIS + foot, top=TOP, left=48) | {
        "barmode": "relative",
        "bargap": 0.25,
        "xaxis": axis(theme, tickformat="d", showgrid=False, zeroline=False),
        "yaxis": value_axis(theme, (low - (room if low < 0 else 0), high + room), step, decimals),
        "hovermode": "closest",
    }
    if len(rows) <= FEW:
        drawn["xaxis"] |= {"tick0": int(rows["period"].iloc[0][:4]), "dtick": 1}
    key = "\u2003".join(f"<span style='color:{part.colour}'>\u25a0</span>\u00a0{part.name}" for part in parts)
    place = {"yref": "paper", "x": 0, "xshift": -48, "y": 0, "yshift": -AXIS - 4, "yanchor": "top"}
    drawn["annotations"].append({"text": key, "font": {"size": 12}, "align": "left", **place})
    years = [int(period[:4]) for period in rows["period"]]
    bars = [_bars(years, rows[part.column].tolist(), part, captions) for part in parts]
    together = {
        "type": "scatter",
        "mode": "markers",
        "x": years,
        "y": rows["all"].tolist(),
        "text": [number(lang, value, signed=True) for value in rows["all"]],
        "marker": {"size": 7, "color": theme.text, "line": {"color": theme.background, "width": 1}},
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }
    return figure([*bars, together], drawn)


def _bars(years: Sequence[int], values: Sequence[float], part: Part, captions: Captions) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": part.name,
        "x": list(years),
        "y": list(values),
        "customdata": [number(captions.lang, value, signed=True) for value in values],
        "marker": {"color": part.colour},
        "hovertemplate": f"%{{x}}, {part.name}: %{{customdata}}<extra></extra>",
    }
