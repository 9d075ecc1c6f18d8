"""Hours in order of what they need from outside: the highest first, the highest surplus last."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from charts.axes import axis, value_axis
from charts.columns import INNER, LEFT, TOP
from charts.labels import LINE, depth, short, tick_step
from charts.stacked import KEY, key
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import Language, number

AXIS: Final = 44
STEP: Final = 2000
"""Hours between labels."""
EVERY: Final = 20
"""Of so many hours one has a point, and the first and the last and those around zero."""


def duration(
    values: npt.NDArray[np.float64],
    areas: tuple[tuple[str, str], tuple[str, str]],
    hours: str,
    unit: str,
    captions: Captions,
    theme: Theme,
    decimals: int,
) -> Figure:
    """values: what is needed from outside in each hour, what is left over below zero; areas: names and colours of what
    is above zero and below; hours: what the axis counts."""
    ordered = np.sort(values)[::-1]
    rows = _points(ordered)
    words = key([name for name, _ in areas], [colour for _, colour in areas])
    foot = depth(captions) + LINE * (words.count("<br>") + 1) + 14
    low, high = min(0.0, float(ordered[-1])), max(0.0, float(ordered[0]))
    room = 0.05 * ((high - low) or 1.0)
    step, shown = tick_step(low - room, high + room, decimals, 6)
    title = {"text": hours, "font": {"size": 11, "color": theme.muted}, "standoff": 4}
    drawn = layout(theme, captions, TOP + INNER + AXIS + foot, AXIS + foot, top=TOP, left=LEFT) | {
        "xaxis": axis(theme, range=[0, len(ordered)], **_marks(captions.lang, len(ordered)), title=title),
        "yaxis": value_axis(theme, (low - (room if low < 0 else 0), high + room), step, shown),
        "hovermode": "x",
    }
    place = {"yref": "paper", "x": 0, "xshift": -LEFT, "y": 0, "yshift": -AXIS - 4, "yanchor": "top"}
    drawn["annotations"].append({"name": KEY, "text": words, "font": {"size": 12}, "align": "left", **place})
    (_, above), (_, below) = areas
    lang = captions.lang
    told = [
        f"{number(lang, at)}. {hours}: {number(lang, value, decimals)} {unit}"
        for at, value in zip(rows["at"], rows["value"], strict=True)
    ]
    line = {"type": "scatter", "mode": "lines", "line": {"color": theme.text, "width": 1.6}}
    course = {"x": rows["at"].tolist(), "y": [short(value) for value in rows["value"]]}
    return figure(
        [
            _area(rows["at"], rows["value"].clip(lower=0), above),
            _area(rows["at"], rows["value"].clip(upper=0), below),
            line | course | {"customdata": told, "hovertemplate": "%{customdata}<extra></extra>"},
        ],
        drawn,
    )


def _marks(lang: Language, count: int) -> dict[str, Any]:
    places = list(range(0, count, STEP))
    words = [number(lang, place) for place in places]
    return {"tickvals": places, "ticktext": words, "showgrid": False, "zeroline": False}


def _points(ordered: npt.NDArray[np.float64]) -> pd.DataFrame:
    """Columns at (how many hours are before or at it) and value."""
    signs = np.flatnonzero(np.diff(np.sign(ordered)))
    kept = np.unique([*range(0, len(ordered), EVERY), *signs, *(signs + 1), len(ordered) - 1])
    return pd.DataFrame({"at": kept + 1, "value": ordered[kept]})


def _area(x: pd.Series, y: pd.Series, colour: str) -> dict[str, Any]:
    ends = {"x": [*x, *reversed(x.tolist())], "y": [*(short(value) for value in y), *([0.0] * len(y))]}
    return {"type": "scatter", "mode": "none", "fill": "toself", "fillcolor": colour, "hoverinfo": "skip", **ends}
