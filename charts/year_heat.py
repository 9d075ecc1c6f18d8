"""A year at a glance: a cell an hour, days beside each other and hours of the day above each other."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from charts.axes import axis, colour_bar, scale
from charts.classes import Classes
from charts.labels import LINE, depth
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import all_rounded

NAME: Final = "hours"
"""What its cells are called."""
TOP: Final = 64
INNER: Final = 300
KEY: Final = 86
"""Pixels of the months' names and of the scale below the drawing."""
DAY: Final = 24
HOURS: Final = (0, 6, 12, 18)
"""Those that have a label."""


def year_heat(
    values: npt.NDArray[np.float64],
    classes: Classes,
    days: Sequence[str],
    months: Sequence[str],
    hover: str,
    note: str,
    captions: Captions,
    theme: Theme,
) -> Figure:
    """values: of each hour of a year; days: of it, as ISO 8601 has them; months: what the twelve are called; hover:
    plotly's template for day (x), hour (y) and the figure as it is shown (customdata); note: what the scale means."""
    shown = all_rounded(values, classes.decimals)
    table = shown.reshape(len(days), DAY).T
    below = KEY + LINE + depth(captions)
    # Every other month has a label, so that they stand beside each other on a phone.
    middles = [day for day in days if day.endswith("-16")][::2]
    looks = {"showgrid": False, "zeroline": False, "ticks": ""}
    drawn = layout(theme, captions, TOP + INNER + below, below, top=TOP, left=34) | {
        "xaxis": axis(theme, type="date", tickvals=middles, ticktext=list(months)[::2], **looks),
        "yaxis": axis(
            theme, range=[-0.5, DAY - 0.5], tickvals=list(HOURS), ticktext=[str(hour) for hour in HOURS], **looks
        ),
        "hovermode": "closest",
    }
    drawn["annotations"].append(
        {"text": note, "font": {"size": 11, "color": theme.muted}, "yref": "paper", "x": 0, "y": 0, "yanchor": "top"}
        | {"yshift": -KEY + 8, "xshift": -34}
    )
    cells = {
        "type": "heatmap",
        "name": NAME,
        "x": list(days),
        "y": list(range(DAY)),
        "z": [classes.of(row) for row in table],
        "zmin": -0.5,
        "zmax": len(classes.colours) - 0.5,
        "colorscale": scale(classes.colours),
        "colorbar": colour_bar([n + 0.5 for n in classes.labels], [*classes.labels.values()], 28, theme, xref="paper"),
        # Rounded already, so that the browser has nothing left to round.
        "customdata": table.tolist(),
        "hovertemplate": hover,
    }
    return figure([cells], drawn)
