"""Two years side by side: where each district stood, and where it stands."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from charts.axes import axis, hidden_axis, texts
from charts.labels import LINE, apart, broken, depth, extent, longest, short, shown
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import number
from words.rows import ENDS

TOLD: Final = {ENDS[0]: "start_told", ENDS[1]: "end_told"}
"""Columns with the values as texts, by those of the values."""
TOP: Final = 84
DRAWING: Final = 330


def slope(
    rows: pd.DataFrame,
    lit: Mapping[str, str],
    span: tuple[str, str],
    captions: Captions,
    theme: Theme,
    decimals: int,
) -> Figure:
    """One line a district, from its value in one period to that in another, named where it ends.

    rows: area, name, start_value, end_value and, where tooltips have more to say, note; those that lack one of the
    values are left out. lit: colour by area, of the lines with names.
    """
    there = rows.dropna(subset=list(ENDS))
    there = there.assign(note=[f"<br>{note}" if note else "" for note in there.get("note", [""] * len(there))])
    for end in ENDS:
        there[TOLD[end]] = [number(captions.lang, value, decimals) for value in there[end]]
    named = there["area"].isin(list(lit))
    chosen = there[named]
    low, high = extent(pd.concat([there[end] for end in ENDS]))
    names = [broken(name) for name in chosen["name"]]
    step = LINE * max((name.count("<br>") + 1 for name in names), default=1) + 2
    drawing, bottom = max(DRAWING, step * len(names) + 2), depth(captions)
    digits = longest([number(captions.lang, end, decimals) for end in (low, high)]) + 24
    height, right = TOP + drawing + bottom, digits + longest(names)
    drawn = layout(theme, captions, height, bottom, top=TOP, left=digits, right=right) | {
        "xaxis": _periods(span, theme),
        "yaxis": hidden_axis(low, high),
        "hovermode": "closest",
    }
    pixel = (high - low) / drawing
    # Plotly leaves out a label whose middle is outside the axis, be it by a rounding.
    inner = low + pixel, high - pixel
    places = [[short(place) for place in apart(chosen[end].tolist(), step * pixel, *inner)] for end in ENDS]
    colours = [lit[area] for area in chosen["area"]]
    return figure(
        [
            _others(there[~named], theme, decimals),
            *_lines(chosen, colours, decimals),
            _labels(0, places[0], [""] * len(names), chosen[TOLD[ENDS[0]]].tolist(), colours),
            _labels(1, places[1], names, chosen[TOLD[ENDS[1]]].tolist(), colours),
        ],
        drawn,
    )


def _others(rows: pd.DataFrame, theme: Theme, decimals: int) -> dict[str, Any]:
    """All lines without names in one trace, with a gap after each."""
    ends = zip(*(shown(rows[end], decimals) for end in ENDS), strict=True)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [0, 1, None] * len(rows),
        "y": [place for start, end in ends for place in (start, end, None)],
        "ids": [id for area in rows["area"] for id in (area, area, "")],
        "text": [text for name in rows["name"] for text in (name, name, "")],
        "line": {"color": theme.no_value, "width": 1},
        "opacity": 0.7,
        "customdata": [told for pair in _told(rows) for told in (*pair, "")],
        "hovertemplate": "%{text}: %{customdata}<extra></extra>",
    }


def _told(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """What tooltips say of both ends: the value and, below it, the note."""
    columns = (rows[column].tolist() for column in (*TOLD.values(), "note"))
    return [(f"{start}{note}", f"{end}{note}") for start, end, note in zip(*columns, strict=True)]


def _lines(rows: pd.DataFrame, colours: Sequence[str], decimals: int) -> list[dict[str, Any]]:
    ends = zip(*(shown(rows[end], decimals) for end in ENDS), strict=True)
    return [
        {
            "type": "scatter",
            "name": name,
            "ids": [area, area],
            "x0": 0,
            "y": list(values),
            "line": {"color": colour, "width": 2.5},
            "customdata": list(told),
            "hovertemplate": f"{name}: %{{customdata}}<extra></extra>",
        }
        for area, name, told, values, colour in zip(rows["area"], rows["name"], _told(rows), ends, colours, strict=True)
    ]


def _labels(
    x: int,
    places: Sequence[float],
    names: Sequence[str],
    values: Sequence[str],
    colours: Sequence[str],
) -> dict[str, Any]:
    """Names and values beside one end of the lines."""
    value = "<b>%{customdata}</b>"
    words = {"customdata": list(values), "texttemplate": f"\u2002{value} %{{text}}" if x else f"{value}\u2002"}
    font = {"color": list(colours), "size": 12}
    return texts([x] * len(places), places, names, "right" if x else "left", font, **words)


def _periods(span: tuple[str, str], theme: Theme) -> dict[str, Any]:
    ends = {"range": [-0.02, 1.02], "tickvals": [0, 1], "ticktext": list(span), "side": "top"}
    return axis(theme, **ends, gridcolor=theme.grid, zeroline=False)
