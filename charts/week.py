"""A week in its hours: what is needed as a line above what of it is made here and what comes from outside, what is made
as another line, and what of that is left over."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from charts.axes import axis, upright, value_axis
from charts.columns import AXIS, INNER, LEFT, TOP
from charts.labels import LINE, depth, short, tick_step
from charts.stacked import KEY, key
from charts.theme import Captions, Figure, Theme, figure, layout

DAY: Final = 24
PALE: Final = "66"
"""Hexadecimal opacity of what goes into a battery: 40 %."""
GLYPHS: Final = ("━", "┅")
"""How lines look in the key."""


@dataclass(frozen=True)
class Look:
    """Names as the key says them, and colours.

    areas: of what is made and used here, from outside, and left over; lines: of what is needed and made; household:
    what the thin line inside of what is needed is called; stored: what goes into a battery; both empty without one.
    """

    areas: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    lines: tuple[tuple[str, str], tuple[str, str]]
    household: str = ""
    stored: str = ""


def week(
    rows: pd.DataFrame, days: Sequence[str], top: float, look: Look, captions: Captions, theme: Theme, decimals: int
) -> Figure:
    """rows: an hour each: needed, household, made, own, fed_in (one unit) and told, what tooltips say; days: names of
    each 24 of them; top: where the axis ends, so that two weeks can be compared."""
    x = [hour + 0.5 for hour in range(len(rows))]
    words = _key(look, theme)
    foot = depth(captions) + LINE * (words.count("<br>") + 1) + 14
    step, shown = tick_step(0, top, decimals, 6)
    middles = [DAY * (n + 0.5) for n in range(len(days))]
    lines = {"tickvals": middles, "ticktext": list(days), "ticks": "", "showgrid": False, "zeroline": False}
    drawn = layout(theme, captions, TOP + INNER + AXIS + foot, AXIS + foot, top=TOP, left=LEFT) | {
        "xaxis": axis(theme, range=[0, len(rows)], **lines),
        "yaxis": value_axis(theme, (0.0, 1.05 * top), step, shown),
        "shapes": [upright(DAY * n, theme, color=theme.grid) | {"layer": "below"} for n in range(1, len(days))],
        "hovermode": "x",
    }
    place = {"yref": "paper", "x": 0, "xshift": -LEFT, "y": 0, "yshift": -AXIS - 4, "yanchor": "top"}
    drawn["annotations"].append({"name": KEY, "text": words, "font": {"size": 12}, "align": "left", **place})
    (_, own), (_, outside), (_, left_over) = look.areas
    nothing = rows["own"] * 0
    data = [
        _area(x, rows["own"], rows["needed"], outside),
        _area(x, nothing, rows["own"], own),
        _area(x, rows["made"] - rows["fed_in"], rows["made"], left_over),
        _line(x, rows["made"], look.lines[1], 2.2),
        _line(x, rows["needed"], look.lines[0], 1.6)
        | {"customdata": rows["told"].tolist(), "hovertemplate": "%{customdata}<extra></extra>", "hoverinfo": "text"},
    ]
    if look.stored:
        data.insert(2, _area(x, rows[["needed", "made"]].min(axis=1), rows["made"] - rows["fed_in"], own + PALE))
    if look.household:
        data.insert(-2, _line(x, rows["household"], (look.household, theme.text), 1.0) | _dashed(theme))
    return figure(data, drawn)


def _key(look: Look, theme: Theme) -> str:
    """Areas as squares, lines as lines."""
    names, colours = [name for name, _ in look.areas], [colour for _, colour in look.areas]
    if look.stored:
        names, colours = [*names, look.stored], [*colours, colours[0] + PALE]
    lines = [f"<span style='color:{colour}'>{GLYPHS[0]}</span>\u00a0{name}" for name, colour in look.lines]
    if look.household:
        lines.append(f"<span style='color:{theme.text}'>{GLYPHS[1]}</span>\u00a0{look.household}")
    return key(names, colours) + "<br>" + "\u2003".join(lines)


def _area(x: Sequence[float], low: pd.Series, high: pd.Series, colour: str) -> dict[str, Any]:
    """Between two courses, hour by hour."""
    y = [short(value) for value in [*high, *reversed(low.tolist())]]
    fill = {"mode": "none", "fill": "toself", "fillcolor": colour, "hoverinfo": "skip"}
    return {"type": "scatter", "x": [*x, *reversed(x)], "y": y, **fill}


def _line(x: Sequence[float], y: pd.Series, named: tuple[str, str], width: float) -> dict[str, Any]:
    name, colour = named
    look = {"color": colour, "width": width}
    own = {"name": name, "x": list(x), "y": [short(value) for value in y], "hoverinfo": "skip"}
    return {"type": "scatter", "mode": "lines", **own, "line": look}


def _dashed(theme: Theme) -> dict[str, Any]:
    return {"line": {"color": theme.text, "width": 1.0, "dash": "2px,3px"}}
