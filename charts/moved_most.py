"""Changes of different indicators on one scale: a bar each, its words above it, so that a phone has room for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from charts.axes import axis, bar_ends, hidden_axis
from charts.labels import broken, depth
from charts.theme import Captions, Figure, Theme, figure, layout

LETTERS: Final = 46
"""Letters of a title on one line of a phone."""
LINE: Final = 16
BAR: Final = 12
GAP: Final = 16
"""Pixels of a line of words, of a bar, and between a bar and the words of the next."""


@dataclass(frozen=True)
class Bar:
    """One change: its id, its name, what is told of it, its length and the length as a text."""

    id: str
    title: str
    told: str
    score: float
    label: str


def movements(bars: Sequence[Bar], captions: Captions, theme: Theme) -> Figure:
    """Bars to the right for what rose and to the left for what fell, in the given order from top to bottom."""
    titles = [broken(escape(bar.title), LETTERS) for bar in bars]
    lines = 1 + max((title.count("<br>") + 1 for title in titles), default=0)
    row = lines * LINE + BAR + GAP
    bottom = depth(captions) + 26
    ends, small = bar_ends([bar.score for bar in bars], 0.12), {"size": 11, "color": theme.muted}
    drawn = layout(theme, captions, 56 + bottom + row * len(bars), bottom) | {
        "xaxis": axis(theme, range=[*ends], nticks=7, tickfont=small, gridcolor=theme.grid, zerolinecolor=theme.muted),
        "yaxis": hidden_axis(len(bars) - 0.5, -0.5),
    }
    middle = (row - BAR) / 2 - GAP / 2
    drawn["annotations"] += [
        {
            "text": f"<b>{title}</b><br><span style='color:{theme.muted}'>{escape(bar.told)}</span>",
            "font": {"size": 12},
            "bgcolor": theme.background,
            "align": "left",
            "x": 0,
            "y": n,
            "yref": "y",
            "yanchor": "bottom",
            "yshift": BAR / 2 + 1 - middle,
        }
        for n, (bar, title) in enumerate(zip(bars, titles, strict=True))
    ]
    return figure([_trace(bars, theme, row, middle)], drawn)


def _trace(bars: Sequence[Bar], theme: Theme, row: int, middle: float) -> dict[str, Any]:
    # Bars stand below the middle of their row, whose upper part has the words.
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.score for bar in bars],
        "y": [n + middle / row for n in range(len(bars))],
        "width": BAR / row,
        "ids": [bar.id for bar in bars],
        "text": [bar.label for bar in bars],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"color": theme.text, "size": 11},
        "marker": {"color": [theme.rising[3] if bar.score > 0 else theme.falling[3] for bar in bars]},
        "customdata": [[bar.title, bar.told] for bar in bars],
        "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
    }
