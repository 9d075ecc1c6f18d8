"""Changes of each year, stacked by part above and below zero, with a point where both together lie."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from charts.columns import Part, columns
from charts.theme import Captions, Figure, Theme, figure
from locales import number

FEW: Final = 8
"""Years that have a label each, also on a phone."""


def yearly_parts(rows: pd.DataFrame, parts: Sequence[Part], captions: Captions, theme: Theme) -> Figure:
    """One column a period. rows: period (a year), a column for each part and `all`, their sum; at least one row."""
    lang, years = captions.lang, [int(period[:4]) for period in rows["period"]]
    told = pd.DataFrame(
        {part.column: [number(lang, value, signed=True) for value in rows[part.column]] for part in parts}
    )
    drawn = columns(rows.assign(at=years), parts, told, captions, theme)
    drawn["layout"]["xaxis"] |= {"tickformat": "d"} | ({"tick0": years[0], "dtick": 1} if len(years) <= FEW else {})
    together: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "x": years,
        "y": rows["all"].tolist(),
        "text": [number(lang, value, signed=True) for value in rows["all"]],
        "marker": {"size": 7, "color": theme.text, "line": {"color": theme.background, "width": 1}},
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }
    return figure([*drawn["data"], together], drawn["layout"])
