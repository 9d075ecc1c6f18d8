"""A table of colours: districts below each other, periods beside each other."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from charts.axes import scale
from charts.labels import Counted, depth, longest, shown, with_missing
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import NO_VALUE

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
    missing: Counted | None = None,
    no_value: str = "–",
) -> Figure:
    """One row a district, one column a period, coloured by class.

    rows: area, name, period, value, class (index of a colour, NaN where there is none) and, where some need care, mark
    (a sign in the cell) and note (what its tooltip says); areas stand in their order of appearance, from top to
    bottom, and one without a row for a period has no value there. ticks: labels of the
    limits between classes, one less than colours; lit: areas with their names in bold; missing: says how many cells
    have no value; no_value: what the tooltip says of one.
    """
    names = dict(zip(rows["area"], rows["name"], strict=True))
    rows = rows.assign(**{kind: rows.get(kind, "") for kind in CARE})
    classes, values, marks, notes = (
        rows.pivot(index="area", columns="period", values=kind).reindex(index=list(names), columns=list(periods))
        for kind in ("class", "value", *CARE)
    )
    captions = with_missing(captions, missing, int(classes.isna().to_numpy().sum()))
    below = KEY + depth(captions)
    left, height = longest(list(names.values())) + 4, TOP + ROW * len(names) + below
    drawn = layout(theme, captions, height, below, top=TOP, left=left)
    drawn |= {"xaxis": _columns(periods, theme), "yaxis": _names(names, lit), "plot_bgcolor": theme.outline}
    place = {"type": "heatmap", "x": list(periods), "y": list(names), "xgap": 1, "ygap": 1}
    return figure(
        [
            place | _missing(classes, no_value, theme),
            place | _classes(classes, colours, ticks, theme) | _told(values, notes, decimals) | _marks(marks),
        ],
        drawn,
    )


def _missing(classes: pd.DataFrame, no_value: str, theme: Theme) -> dict[str, Any]:
    """Cells without a class: a colour that no class has, with a dash, so that they are apart in print, too."""
    return {
        "name": "no value",
        "z": [[0 if absent else None for absent in row] for row in classes.isna().to_numpy().tolist()],
        "colorscale": [[0, theme.no_value], [1, theme.no_value]],
        "showscale": False,
        "texttemplate": NO_VALUE,
        "textfont": {"color": theme.text, "size": 11},
        "hoverongaps": False,
        "hovertemplate": f"<b>%{{y}}</b><br>%{{x}}: {no_value}<extra></extra>",
    }


def _classes(classes: pd.DataFrame, colours: Sequence[str], ticks: Sequence[str], theme: Theme) -> dict[str, Any]:
    n = len(colours)
    return {
        "name": "values",
        "z": [[None if pd.isna(index) else int(index) for index in row] for row in classes.to_numpy().tolist()],
        "zmin": -0.5,
        "zmax": n - 0.5,
        "colorscale": scale(colours),
        "colorbar": {
            "orientation": "h",
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "len": 1,
            "y": 0,
            "yanchor": "top",
            "ypad": 8,
            "xpad": 0,
            "thickness": 12,
            "outlinewidth": 0,
            "tickvals": [i + 0.5 for i in range(n - 1)],
            "ticktext": list(ticks),
            "tickfont": {"size": 11, "color": theme.muted},
            "ticks": "",
        },
    }


def _told(values: pd.DataFrame, notes: pd.DataFrame, decimals: int) -> dict[str, Any]:
    """What tooltips say: the value and, where any cell has a note, the note."""
    figures = [shown(row, decimals) for _, row in values.iterrows()]
    told = {"customdata": figures, "hoverongaps": False}
    value = f"<b>%{{y}}</b><br>%{{x}}: %{{customdata:,.{decimals}f}}"
    lines = _texts(notes)
    if not any(line for row in lines for line in row):
        return told | {"hovertemplate": f"{value}<extra></extra>"}
    text = [[f"<br>{line}" if line else "" for line in row] for row in lines]
    return told | {"hovertext": text, "hovertemplate": f"{value}%{{hovertext}}<extra></extra>"}


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
    return {
        "type": "category",
        "categoryarray": list(periods),
        "categoryorder": "array",
        "side": "top",
        "showgrid": False,
        "ticks": "",
        "autotickangles": [0, -90],
        "tickfont": {"color": theme.muted, "size": 11},
        "fixedrange": True,
    }


def _names(names: Mapping[str, str], lit: Sequence[str]) -> dict[str, Any]:
    """Rows are told apart by area, as names may stand twice."""
    return {
        "type": "category",
        "categoryarray": list(names),
        "categoryorder": "array",
        "autorange": "reversed",
        "tickvals": list(names),
        "ticktext": [f"<b>{name}</b>" if area in lit else name for area, name in names.items()],
        "showgrid": False,
        "ticks": "",
        "tickfont": {"size": 12},
        "ticklabelstandoff": 4,
        "fixedrange": True,
    }
