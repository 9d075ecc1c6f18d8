"""Bars in order of their length."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from charts.axes import bar_ends, hidden_axis, upright
from charts.labels import broken, depth, longest
from charts.theme import Captions, Figure, Theme, figure, layout

BAR: Final = 22
HEAD: Final = 68
FOOT: Final = 44
"""Above and below the bars; a source of more than two lines needs more."""
NAME: Final = 23
"""Letters of a name on one line; two lines just fit beside a bar."""
NAMES: Final[dict[str, Any]] = {
    "autorange": "reversed",
    "fixedrange": True,
    "ticks": "outside",
    "tickcolor": "rgba(0,0,0,0)",
    "tickfont": {"size": 11},
}
"""The axis of names, from top to bottom."""


def ranking(
    bars: pd.DataFrame, lit: Sequence[str], captions: Captions, theme: Theme, told: Sequence[str] = ()
) -> Figure:
    """One bar an area, the largest on top.

    bars: columns area, name, value, label, in the order of drawing from top to bottom; lit: areas in the accent
    colour, the others are muted; told: what tooltips say below each figure, such as that it is modelled.
    """
    foot = max(FOOT, depth(captions) + 4)
    names = [broken(name, NAME) for name in bars["name"].tolist()]
    drawn = layout(theme, captions, HEAD + BAR * len(bars) + foot, foot, left=longest(names) + 10)
    lengths = hidden_axis(*bar_ends(bars["value"].tolist(), 0.4))
    drawn |= {"bargap": 0.3, "xaxis": lengths, "yaxis": NAMES, "shapes": [upright(0, theme)]}
    return figure([_drawn(bars, names, lit, theme, told)], drawn)


def _drawn(
    bars: pd.DataFrame, names: Sequence[str], lit: Sequence[str], theme: Theme, told: Sequence[str]
) -> dict[str, Any]:
    """The bars with their labels and tooltips."""
    areas = bars["area"].tolist()
    return {
        "type": "bar",
        "x": bars["value"].tolist(),
        "y": list(names),
        "orientation": "h",
        "ids": areas,
        "text": bars["label"].tolist(),
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": theme.text, "size": 11},
        "marker": {
            "color": [int(area in lit) for area in areas],
            "colorscale": [[0, theme.bar], [1, theme.accent]],
            "cmin": 0,
            "cmax": 1,
        },
        "hovertemplate": f"%{{y}}: %{{text}}{'<br>%{customdata}' if told else ''}<extra></extra>",
        **({"customdata": list(told)} if told else {}),
    }
