"""Bars divided into parts of a whole, one below the other."""

from collections.abc import Sequence
from math import isnan
from typing import Any, Final

import pandas as pd

from charts.axes import hidden_axis
from charts.labels import LINE, depth, longest, short
from charts.theme import Captions, Figure, Theme, figure, layout

TOP: Final = 60
BAR: Final = 34
GAP: Final = 14
LABELLED: Final = 0.07
"""Share of the longest bar from which on a part has room for its figure, also on a phone."""
KEY: Final = "key"
"""The name of the annotation that says what colours mean, where the figure alone does not."""
KEY_LETTERS: Final = 50
"""Letters of a line of the key that fit a phone."""


def stacked(
    rows: pd.DataFrame, labels: Sequence[str], colours: Sequence[str], captions: Captions, theme: Theme
) -> Figure:
    """One bar a place, divided into parts; the first place on top and set off.

    rows: name, part (place among the labels), value, label (without its unit), told (with it); in order of place and
    part. colours: one a label at least.
    """
    end = float(rows.groupby("name")["value"].sum().max())
    names = list(dict.fromkeys(rows["name"]))
    said = key(labels, colours)
    foot = depth(captions) + LINE * (said.count("<br>") + 1) + 14
    height, left = TOP + (BAR + GAP) * len(names) + foot, longest(names) + 10
    drawn = layout(theme, captions, height, foot, top=TOP, left=left, right=4) | {
        "barmode": "stack",
        "bargap": GAP / (BAR + GAP),
        "xaxis": hidden_axis(0, end),
        "yaxis": {
            "autorange": "reversed",
            "fixedrange": True,
            "tickvals": names,
            "ticktext": [f"<b>{names[0]}</b>", *names[1:]],
            "ticks": "outside",
            "tickcolor": "rgba(0,0,0,0)",
        },
    }
    drawn["annotations"].append(_below(said, -round(left), theme))
    room = LABELLED * end
    return figure([_part(rows, n, label, colours[n], room, theme) for n, label in enumerate(labels)], drawn)


def _part(rows: pd.DataFrame, n: int, label: str, colour: str, room: float, theme: Theme) -> dict[str, Any]:
    """One part of all bars. room: what a part takes at least to be labelled."""
    own = rows[rows["part"] == n]
    return {
        "type": "bar",
        "name": label,
        "orientation": "h",
        "x": [None if isnan(value) else short(value) for value in own["value"]],
        "y": own["name"].tolist(),
        "text": [told if value >= room else "" for told, value in zip(own["label"], own["value"], strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": on(colour), "size": 12},
        "marker": {"color": colour, "line": {"color": theme.background, "width": 1}},
        "customdata": own["told"].tolist(),
        "hovertemplate": f"%{{y}}, {label}: %{{customdata}}<extra></extra>",
    }


def on(colour: str) -> str:
    """Black or white, whichever is read more easily on a colour (relative luminance of WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = ((c / 12.92) if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return "#000000" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 else "#ffffff"


def key(labels: Sequence[str], colours: Sequence[str]) -> str:
    """What each colour means, in lines that fit a phone."""
    lines: list[list[str]] = [[]]
    taken = 0
    for label, colour in zip(labels, colours[: len(labels)], strict=True):
        if taken and taken + len(label) > KEY_LETTERS:
            lines.append([])
            taken = 0
        lines[-1].append(f"<span style='color:{colour}'>\u25a0</span>\u00a0{label}")
        taken += len(label) + 4
    return "<br>".join("\u2003".join(line) for line in lines)


def _below(said: str, shift: int, theme: Theme) -> dict[str, Any]:
    place = {"yref": "paper", "x": 0, "xshift": shift, "y": 0, "yshift": -4, "yanchor": "top", "align": "left"}
    return {"text": said, "font": {"size": 12, "color": theme.text}, **place}
