"""Pictures of what might be, which nobody should take for figures: tinted, hatched, and marked across."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from charts.axes import hidden_axis, texts
from charts.labels import broken, longest
from charts.theme import DARK, LIGHT, Captions, Figure, Theme, figure, layout

BAR: Final = 26
BOTTOM: Final = 92

# ColorBrewer's Purples (Brewer 2003), which no picture of figures uses; on dark they run from dark to light.
TINTED: Final[Mapping[str, Theme]] = {
    LIGHT.background: replace(
        LIGHT,
        background="#faf7fd",
        accent="#6a3d9a",
        values=("#f2f0f7", "#dadaeb", "#bcbddc", "#9e9ac8", "#807dba", "#6a51a3", "#4a1486"),
    ),
    DARK.background: replace(
        DARK,
        background="#1d1926",
        accent="#c2a5f0",
        values=("#352b52", "#4a3d74", "#635498", "#7f70b8", "#9e92d0", "#c3bbe6", "#ebe8f8"),
    ),
}


def tinted(theme: Theme) -> Theme:
    """The theme's scenario: its ground and colours are those of no other picture."""
    return TINTED[theme.background]


def marked(drawn: Figure, word: str, theme: Theme) -> Figure:
    """The picture with a word across it, so that it says what it is when it is cut out."""
    return _with_note(drawn, _across(word, theme, 44) | {"opacity": 0.16, "textangle": -18, "x": 0.5, "y": 0.5})


def marked_map(drawn: Figure, word: str, theme: Theme) -> Figure:
    """The map with a word where the city's shape leaves room."""
    return _with_note(drawn, _across(word, theme, 20) | {"opacity": 0.6, "x": 0.14, "y": 0.97})


def steps(bars: Sequence[tuple[str, float, float, str]], captions: Captions, theme: Theme) -> Figure:
    """From today to the scenario, one measure after the other.

    bars: name, from, to and label; the first and the last start at zero and stand for a whole, the others for what a
    measure changes.
    """
    names = [broken(name, 13) for name, *_ in bars]
    whole = [n in (0, len(bars) - 1) for n in range(len(bars))]
    top = max(max(low, high) for _, low, high, _ in bars)
    data = {
        "type": "bar",
        "x": names,
        "base": [min(low, high) for _, low, high, _ in bars],
        "y": [abs(high - low) for _, low, high, _ in bars],
        "text": [label for *_, label in bars],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": theme.text, "size": 12},
        "marker": {
            "color": [theme.bar if n == 0 else theme.accent for n in range(len(bars))],
            "pattern": {"shape": ["" if n == 0 else "/" for n in range(len(bars))], "fgopacity": 0.6, "size": 7},
            "line": {"color": theme.accent, "width": [0 if n == 0 else 1.2 for n in range(len(bars))]},
            "opacity": [1.0 if each else 0.75 for each in whole],
        },
        "hovertemplate": "%{x}: %{text}<extra></extra>",
    }
    axes = {
        "bargap": 0.35,
        "xaxis": {"tickfont": {"color": theme.text, "size": 12}, "fixedrange": True},
        "yaxis": hidden_axis(0, 1.12 * top),
    }
    return figure([data], layout(theme, captions, 420, BOTTOM + 34) | axes)


def before_after(rows: pd.DataFrame, captions: Captions, theme: Theme, told: tuple[str, str]) -> Figure:
    """Each area's amount today as an outline, and the scenario's as a hatched bar inside it.

    rows: columns name, today, then, today_label, then_label, in the order of drawing from top to bottom; told: what
    today and the scenario are called.
    """
    names = [broken(name, 20) for name in rows["name"]]
    today = _bars(names, rows["today"], rows["today_label"], told[0])
    today["marker"] = {"color": "rgba(0,0,0,0)", "line": {"color": theme.muted, "width": 1.2}}
    then = _bars(names, rows["then"], rows["then_label"], told[1])
    then["marker"] = {"color": theme.accent, "opacity": 0.85, "pattern": {"shape": "/", "fgopacity": 0.6, "size": 6}}
    ends = rows[["today", "then"]].max(axis=1)
    beside = [f" {label}" for label in rows["then_label"]]
    labels = texts(ends.tolist(), names, beside, "right", {"color": theme.text, "size": 11})
    drawn = layout(theme, captions, 80 + BOTTOM + BAR * len(rows), BOTTOM, left=longest(names) + 10) | {
        "barmode": "overlay",
        "bargap": 0.35,
        "xaxis": hidden_axis(0, 1.75 * float(ends.max() or 1.0)),
        "yaxis": {"range": [len(names) - 0.5, -0.5], "fixedrange": True, "tickfont": {"size": 11}},
    }
    return figure([then, today, labels], drawn)


def _bars(names: Sequence[str], values: pd.Series, labels: pd.Series, told: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": values.tolist(),
        "y": list(names),
        "customdata": labels.tolist(),
        "hovertemplate": f"%{{y}}, {told}: %{{customdata}}<extra></extra>",
    }


def _across(word: str, theme: Theme, size: int) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "xanchor": "center", "yanchor": "middle", "showarrow": False}
    return {"text": word, "font": {"color": theme.text, "size": size}, **place}


def _with_note(drawn: Figure, note: dict[str, Any]) -> Figure:
    layout = drawn["layout"]
    return drawn | {"layout": layout | {"annotations": [*layout["annotations"], note]}}
