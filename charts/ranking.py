"""Figures in order: as bars, or as dots where bars would look alike; with the limits of those that have some."""

from collections.abc import Sequence
from math import isnan
from typing import Any, Final

import pandas as pd

from charts.axes import bar_ends, hidden_axis, texts, upright, value_axis
from charts.labels import LINE, broken, depth, longest, tick_step
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import text

BAR: Final = 22
HEAD: Final = 68
AXIS: Final = 60
FOOT: Final = 44
"""Pixels of a bar, above the bars, of an axis there, and below; a source of more than two lines needs more."""
NAME: Final = 23
"""Letters of a name on one line; two lines just fit beside a bar."""
ALIKE: Final = 0.5
"""Share of the furthest value from zero from which on the nearest makes all bars look alike."""
ROOM: Final = 0.4
BESIDE: Final = 0.3
"""Room for labels beside bars and beside dots, as a share of the span of their values."""
POINT: Final = 9
NAMES: Final[dict[str, Any]] = {
    "autorange": "reversed",
    "fixedrange": True,
    "ticks": "outside",
    "tickcolor": "rgba(0,0,0,0)",
    "tickfont": {"size": 11},
}
"""The axis of names, from top to bottom."""
LIMITS: Final = ["low", "high"]


def ranking(
    bars: pd.DataFrame,
    lit: Sequence[str],
    captions: Captions,
    theme: Theme,
    reference: tuple[float, str] | None = None,
    *,
    from_zero: bool = False,
) -> Figure:
    """One bar an area or, where bars would look alike, one dot on an axis that need not begin at zero.

    bars: columns area, name, value, label and, where figures have limits, low, high (NaN where there are none) and
    told, what tooltips say below the figure; in the order of drawing from top to bottom. lit: areas in the accent
    colour, the others are muted; reference: a value that all are set against, drawn as a line, and its name;
    from_zero: whether values are changes, whose length counts from zero.
    """
    dots = not from_zero and _alike(bars["value"].tolist())
    limited = set(LIMITS) <= set(bars.columns)
    foot, head = max(FOOT, depth(captions) + 4), HEAD + (AXIS if dots else 0)
    foot += LINE if reference else 0
    names = [broken(name, NAME) for name in bars["name"].tolist()]
    drawn = layout(theme, captions, head + BAR * len(bars) + foot, foot, top=head, left=longest(names) + 10)
    furthest = [*bars["value"], *(reference or ())[:1], *(bars[LIMITS].to_numpy().ravel() if limited else [])]
    known = [float(end) for end in furthest if not isnan(end)]
    drawn |= _axes(known, captions, theme, len(bars), limited=limited) if dots else _from_zero(known, theme)
    if reference:
        value, name = reference
        drawn["shapes"] = [*drawn.get("shapes", []), upright(value, theme, dash="dot", color=theme.text)]
        drawn["annotations"].append(_foot(value, name, theme))
    areas = bars["area"].tolist()
    # Written out for each: of numbers on a scale plotly 7 complains in the console, once a bar, which takes it longer
    # than drawing them.
    colours = [theme.accent if area in lit else theme.muted if dots else theme.bar for area in areas]
    whole: dict[str, Any] = {"y": list(names), "x": bars["value"].tolist(), "ids": areas, "marker": {"color": colours}}
    if dots:
        whole |= {"type": "scatter", "mode": "markers", "cliponaxis": False}
        whole["marker"] |= {"size": POINT}
    else:
        whole |= {"type": "bar", "orientation": "h"}
    if not (dots or limited):
        return figure([whole | _told(bars) | _beside(bars, theme)], drawn)
    whole |= _error(bars, theme) if limited else {}
    return figure([whole | _told(bars), _labels(bars, names, theme, limited=limited)], drawn)


def _foot(value: float, name: str, theme: Theme) -> dict[str, Any]:
    """A name at the foot of a line that stands at a value."""
    place = {"x": value, "xref": "x", "xanchor": "center", "y": 0, "yref": "paper", "yanchor": "top"}
    return {"text": name, "font": {"size": 11, "color": theme.text}, **place}


def _alike(values: Sequence[float]) -> bool:
    """Whether all lie so far from zero, on one side, that the lengths of their bars would hardly differ."""
    known = [value for value in values if not isnan(value)]
    if len(known) < 2 or min(known) * max(known) <= 0:
        return False
    near, far = sorted(abs(end) for end in (min(known), max(known)))
    return ALIKE * far < near < far


def _from_zero(known: Sequence[float], theme: Theme) -> dict[str, Any]:
    lengths = hidden_axis(*bar_ends(known, ROOM))
    return {"bargap": 0.3, "xaxis": lengths, "yaxis": NAMES, "shapes": [upright(0, theme)]}


def _axes(known: Sequence[float], captions: Captions, theme: Theme, count: int, *, limited: bool) -> dict[str, Any]:
    """Above the dots an axis that says that it does not begin at zero; from each name a thin line."""
    low, high = min(known), max(known)
    ends = low - 0.06 * (high - low), high + BESIDE * (high - low)
    step, decimals = tick_step(*ends, 6, most=6)
    told = [text(captions.lang, "the scale does not begin at zero")]
    told += [text(captions.lang, "lines: ranges of uncertainty")] if limited else []
    said: dict[str, Any] = {"text": "<br>".join(told), "standoff": 4}
    said["font"] = {"size": 11, "color": theme.muted}
    values = value_axis(theme, ends, step, decimals) | {"side": "top", "title": said}
    names = NAMES | {"type": "category", "autorange": False, "range": [count - 0.5, -0.5], "gridcolor": theme.grid}
    return {"xaxis": values, "yaxis": names, "hovermode": "closest"}


def _told(bars: pd.DataFrame) -> dict[str, Any]:
    """What tooltips say: the figure and, below it, what else is told of it."""
    labels = bars["label"].tolist()
    told = bars["told"].tolist() if "told" in bars.columns else [""] * len(labels)
    lines = [f"{label}<br>{more}" if more else label for label, more in zip(labels, told, strict=True)]
    return {"customdata": lines, "hovertemplate": "%{y}: %{customdata}<extra></extra>"}


def _beside(bars: pd.DataFrame, theme: Theme) -> dict[str, Any]:
    font = {"color": theme.text, "size": 11}
    return {
        "text": bars["label"].tolist(),
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": font,
    }


def _labels(bars: pd.DataFrame, names: Sequence[str], theme: Theme, *, limited: bool) -> dict[str, Any]:
    """The figures right of the dots, of what their limits are, or of the bars."""
    ends = bars["high"].fillna(bars["value"]) if limited else bars["value"]
    labels = [f"\u2002{label}" for label in bars["label"]]
    return texts(ends.tolist(), list(names), labels, "right", {"color": theme.text, "size": 11})


def _error(bars: pd.DataFrame, theme: Theme) -> dict[str, Any]:
    """The limits as thin lines through the ends."""
    above, below = bars["high"] - bars["value"], bars["value"] - bars["low"]
    ends = {"array": above.fillna(0).tolist(), "arrayminus": below.fillna(0).tolist()}
    return {"error_x": {"type": "data", "symmetric": False, **ends, "color": theme.muted, "thickness": 1.2, "width": 2}}
