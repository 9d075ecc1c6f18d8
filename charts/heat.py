"""A table of colours: districts below each other, periods beside each other."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from charts.axes import axis, colour_bar, plain, scale
from charts.labels import depth, longest
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import NO_VALUE, number

TOP: Final = 84
ROW: Final = 17
KEY: Final = 46
CARE: Final = ("mark", "note")


def heat(
    rows: pd.DataFrame,
    periods: Sequence[str],
    colours: Sequence[str],
    ticks: Sequence[str],
    captions: Captions,
    theme: Theme,
    decimals: int,
    lit: Sequence[str] = (),
) -> Figure:
    """One row a district, one column a period, coloured by class.

    rows: area, name, period, value, class (index of a colour, NaN where there is none) and, where some need care, mark
    (a sign in the cell) and note (what its tooltip says); areas stand in their order of appearance, from top to
    bottom, and one without a row for a period has no value there. ticks: labels of the limits between classes, one
    less than colours; lit: areas with their names in bold.
    """
    names = dict(zip(rows["area"], rows["name"], strict=True))
    rows = rows.assign(**{kind: rows.get(kind, "") for kind in CARE})
    rows["told"] = [number(captions.lang, value, decimals) for value in rows["value"]]
    classes, figures, marks, notes = (
        rows.pivot(index="area", columns="period", values=kind).reindex(index=list(names), columns=list(periods))
        for kind in ("class", "told", *CARE)
    )
    below = KEY + depth(captions)
    left, height = longest(list(names.values())) + 4, TOP + ROW * len(names) + below
    drawn = layout(theme, captions, height, below, top=TOP, left=left)
    drawn |= {"xaxis": _columns(periods, theme), "yaxis": _names(names, lit), "plot_bgcolor": theme.outline}
    place = {"type": "heatmap", "x": list(periods), "y": list(names), "xgap": 1, "ygap": 1}
    return figure(
        [
            place | _missing(classes, theme),
            place | _classes(classes, colours, ticks, theme) | _told(figures, notes) | _marks(marks),
        ],
        drawn,
    )


def _missing(classes: pd.DataFrame, theme: Theme) -> dict[str, Any]:
    """Cells without a class: a colour that no class has, with a dash, so that they are apart in print, too."""
    return {
        "name": "no value",
        "z": [[0 if absent else None for absent in row] for row in classes.isna().to_numpy().tolist()],
        **plain(theme.no_value),
        "texttemplate": NO_VALUE,
        "textfont": {"color": theme.text, "size": 11},
        "hoverongaps": False,
        "hovertemplate": f"<b>%{{y}}</b><br>%{{x}}: {NO_VALUE}<extra></extra>",
    }


def _classes(classes: pd.DataFrame, colours: Sequence[str], ticks: Sequence[str], theme: Theme) -> dict[str, Any]:
    n = len(colours)
    return {
        "name": "values",
        "z": [[None if pd.isna(index) else int(index) for index in row] for row in classes.to_numpy().tolist()],
        "zmin": -0.5,
        "zmax": n - 0.5,
        "colorscale": scale(colours),
        "colorbar": colour_bar([i + 0.5 for i in range(n - 1)], ticks, 8, theme, xref="paper"),
    }


def _told(figures: pd.DataFrame, notes: pd.DataFrame) -> dict[str, Any]:
    """What tooltips say: the value and, where the cell has a note, the note."""
    told = [
        [f"{figure}<br>{note}" if note else figure for figure, note in zip(*row, strict=True)]
        for row in zip(_texts(figures), _texts(notes), strict=True)
    ]
    hover = "<b>%{y}</b><br>%{x}: %{customdata}<extra></extra>"
    return {"customdata": told, "hoverongaps": False, "hovertemplate": hover}


def _marks(marks: pd.DataFrame) -> dict[str, Any]:
    """Signs in the cells, in whichever of black and white plotly finds to stand out; nothing where there are none."""
    signs = _texts(marks)
    if not any(sign for row in signs for sign in row):
        return {}
    return {"text": signs, "texttemplate": "%{text}", "textfont": {"size": 9}}


def _texts(cells: pd.DataFrame) -> list[list[str]]:
    """Texts by row; empty where there is no cell."""
    return [["" if pd.isna(cell) else str(cell) for cell in row] for row in cells.to_numpy().tolist()]


def _columns(periods: Sequence[str], theme: Theme) -> dict[str, Any]:
    categories = {"type": "category", "categoryarray": list(periods), "categoryorder": "array"}
    looks = {"side": "top", "showgrid": False, "ticks": "", "autotickangles": [0, -90]}
    return axis(theme, **categories, **looks) | {"tickfont": {"color": theme.muted, "size": 11}}


def _names(names: Mapping[str, str], lit: Sequence[str]) -> dict[str, Any]:
    """Rows are told apart by area, as names may stand twice."""
    words = [f"<b>{name}</b>" if area in lit else name for area, name in names.items()]
    categories = {"type": "category", "categoryarray": list(names), "categoryorder": "array", "autorange": "reversed"}
    looks = {"tickvals": list(names), "ticktext": words, "tickfont": {"size": 12}, "ticklabelstandoff": 4}
    return {**categories, **looks, "showgrid": False, "ticks": "", "fixedrange": True}
