"""Bars in order of their length."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from charts.labels import broken, depth, longest, with_left
from charts.theme import Captions, Figure, Theme, figure, layout

BAR: Final = 22
HEAD: Final = 68
FOOT: Final = 44
"""Above and below the bars; a source of more than two lines needs more."""
NAME: Final = 23
"""Letters of a name on one line; two lines just fit beside a bar."""


def ranking(
    bars: pd.DataFrame, lit: Sequence[str], captions: Captions, theme: Theme, told: Sequence[str] = ()
) -> Figure:
    """One bar an area, the largest on top.

    bars: columns area, name, value, label, in the order of drawing from top to bottom; lit: areas in the accent
    colour, the others are muted; told: what tooltips say below each figure, such as that it is modelled.
    """
    low, high = min(bars["value"].min(), 0.0), max(bars["value"].max(), 0.0)
    room = 0.4 * ((high - low) or 1.0)
    zero = {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": theme.muted, "width": 1},
    }
    foot = max(FOOT, depth(captions) + 4)
    drawn = layout(theme, captions, HEAD + BAR * len(bars) + foot, foot) | {
        "bargap": 0.3,
        "xaxis": {"range": [low - (room if low < 0 else 0), high + room], "visible": False, "fixedrange": True},
        "yaxis": {
            "autorange": "reversed",
            "fixedrange": True,
            "ticks": "outside",
            "tickcolor": "rgba(0,0,0,0)",
            "tickfont": {"size": 11},
        },
        "shapes": [zero],
    }
    names = [broken(name, NAME) for name in bars["name"]]
    with_left(drawn, longest(names) + 10)
    data = {
        "type": "bar",
        "x": bars["value"].tolist(),
        "y": names,
        "orientation": "h",
        "ids": bars["area"].tolist(),
        "text": bars["label"].tolist(),
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": theme.text, "size": 11},
        "marker": {
            "color": [int(area in lit) for area in bars["area"]],
            "colorscale": [[0, theme.bar], [1, theme.accent]],
            "cmin": 0,
            "cmax": 1,
        },
        "hovertemplate": f"%{{y}}: %{{text}}{'<br>%{customdata}' if told else ''}<extra></extra>",
        **({"customdata": list(told)} if told else {}),
    }
    return figure([data], drawn)
