"""A modelled quantity over the years inside the limits that its uncertainty allows."""

from typing import Final

import pandas as pd

from charts.axes import axis
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import number

HEIGHT: Final = 420
BOTTOM: Final = 92
LIMITED: Final = ("value", "low", "high")
SEE_THROUGH: Final = "26"
"""Hexadecimal opacity of the band: 15 %."""


def band_line(rows: pd.DataFrame, captions: Captions, theme: Theme, decimals: int, told: str) -> Figure:
    """One line with its band, on an axis that starts at zero so that change and uncertainty can be compared.

    rows: columns period (a year), value, low, high, in order of period, all in one unit; told: what the tooltip says
    of a value, with {value}, {low} and {high} to fill in.
    """
    known = rows.dropna(subset=list(LIMITED))
    years = [int(period[:4]) for period in known["period"]]
    low, high = known["low"].tolist(), known["high"].tolist()
    ends = {"x": [*years, *reversed(years)], "y": [*high, *reversed(low)]}
    filled = {"mode": "none", "fill": "toself", "fillcolor": theme.accent + SEE_THROUGH, "hoverinfo": "skip"}
    figures_told = zip(*([number(captions.lang, n, decimals) for n in known[name]] for name in LIMITED), strict=True)
    words = [told.format(**dict(zip(LIMITED, figures, strict=True))) for figures in figures_told]
    line = {
        "x": years,
        "y": known["value"].tolist(),
        "customdata": words,
        "line": {"color": theme.accent, "width": 3},
        "marker": {"symbol": "circle-open", "size": 7},
        "hovertemplate": "%{x}: %{customdata}<extra></extra>",
    }
    top, lines = 1.05 * max(high, default=1.0), {"gridcolor": theme.grid, "zerolinecolor": theme.muted}
    drawn = layout(theme, captions, HEIGHT, BOTTOM) | {
        "xaxis": axis(theme, showgrid=False, tickformat="d", ticks="outside", tickcolor=theme.grid),
        "yaxis": axis(theme, range=[0, top], automargin=True, tickformat=",", **lines),
    }
    return figure([{"type": "scatter", **ends, **filled}, {"type": "scatter", **line}], drawn)
