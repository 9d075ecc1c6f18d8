"""Bars in order of their length."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from charts.theme import Captions, Theme, figure, layout

BAR: Final = 22


def ranking(bars: pd.DataFrame, lit: Sequence[str], label: str, captions: Captions, theme: Theme) -> go.Figure:
    """One bar an area, the largest on top.

    bars: columns area, name, value (rounded as shown), in the order of drawing from top to bottom; lit: areas
    in the accent colour, the others are muted; label: plotly's template for a bar's value.
    """
    low, high = min(bars["value"].min(), 0.0), max(bars["value"].max(), 0.0)
    room = 0.22 * ((high - low) or 1.0)
    drawn = layout(theme, captions, 112 + BAR * len(bars)) | {
        "bargap": 0.3,
        "xaxis": {"range": [low - (room if low < 0 else 0), high + room], "visible": False, "fixedrange": True},
        "yaxis": {"autorange": "reversed", "fixedrange": True, "automargin": True, "ticks": ""},
        "shapes": [
            {
                "type": "line",
                "x0": 0,
                "x1": 0,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": theme.muted, "width": 1},
            }
        ],
    }
    data = {
        "type": "bar",
        "x": bars["value"].tolist(),
        "y": bars["name"].tolist(),
        "orientation": "h",
        "texttemplate": label,
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": theme.text, "size": 12},
        "marker": {
            "color": [int(area in lit) for area in bars["area"]],
            "colorscale": [[0, theme.bar], [1, theme.accent]],
            "cmin": 0,
            "cmax": 1,
        },
        "hovertemplate": f"%{{y}}: {label}<extra></extra>",
    }
    return figure([data], drawn)
