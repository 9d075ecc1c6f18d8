"""All districts on one scale, a point each, so that one sees where a place stands among the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from charts.axes import axis, hidden_axis
from charts.labels import LINE, depth, extent, levels, longest, short, shown
from charts.theme import Captions, Figure, Theme, figure, layout
from locales import number

TOP: Final = 60
AXIS: Final = 24
POINT: Final = 9
STEP: Final = 10
"""Distance of two points that touch, in pixels; the vertical axis counts pixels from the middle of the points."""


@dataclass(frozen=True)
class Reference:
    """A value to compare with, drawn as a line, and its words: `Leipzig 5,1 %`."""

    label: str
    value: float


@dataclass(frozen=True)
class Flag:
    """A name above the points and the height of its foot, to which a thin line leads down."""

    label: str
    value: float
    foot: float
    colour: str


def distribution(
    rows: pd.DataFrame,
    lit: Mapping[str, str],
    reference: Reference | None,
    captions: Captions,
    theme: Theme,
    decimals: int,
    width: int = 640,
) -> Figure:
    """One point a district over one axis; points that would cover each other are stacked.

    rows: area, name, value and, where some are doubtful, note, which is told in the tooltip of a point that is open;
    those without a value are left out. lit: colour by area, of the points with names; width: of the narrowest drawing,
    in pixels, on which nothing may overlap.
    """
    there = rows.dropna(subset=["value"])
    there = there.assign(value=pd.Series(shown(there["value"], decimals), index=there.index, dtype="float64"))
    there = there.assign(note=there.get("note", ""), told=[number(captions.lang, n, decimals) for n in there["value"]])
    named = there["area"].isin(list(lit))
    low, high = extent(pd.Series([*there["value"], *([reference.value] if reference else [])], dtype="float64"))
    inner = _inner_width(there[named], reference, (low, high), width)
    pixel = (high - low) / inner
    there = there.assign(y=_heights([(value - low) / pixel for value in there["value"]]))
    bottom, top = min([0, *there["y"]]) - STEP, max([0, *there["y"]]) + STEP
    flags = _flags(there[named], lit, reference, bottom, theme)
    raised = _raised([flag.value / pixel for flag in flags], [_width(flag.label) for flag in flags])
    roof = top + (LINE + 1) * (max(raised, default=-1) + 1)
    small = depth(captions)
    height, right = TOP + roof - bottom + AXIS + small, round(width - inner)
    drawn = layout(theme, captions, height, AXIS + small, top=TOP, right=right)
    heights = [top + (LINE + 1) * level + LINE // 2 for level in raised]
    drawn["annotations"] += [_name(flag, y) for flag, y in zip(flags, heights, strict=True)]
    drawn["shapes"] = [_pole(flag, y) for flag, y in zip(flags, heights, strict=True)]
    drawn |= {
        "xaxis": axis(theme, range=[low, high], tickformat=f",.{decimals}f", gridcolor=theme.grid, zeroline=False),
        "yaxis": hidden_axis(bottom, roof),
        "hovermode": "closest",
    }
    others = _points(there[~named], theme.no_value)
    chosen = _points(there[named], [lit[area] for area in there.loc[named, "area"]])
    return figure([others, chosen], drawn)


def _inner_width(chosen: pd.DataFrame, reference: Reference | None, ends: tuple[float, float], width: int) -> float:
    """Width of the axis that leaves every name room to its right."""
    low, high = ends
    names: list[tuple[str, float]] = [*zip(chosen["name"], chosen["value"], strict=True)]
    names += [(reference.label, reference.value)] if reference else []
    return min([float(width), *((width - _width(name)) * (high - low) / (value - low) for name, value in names)])


def _width(label: str) -> float:
    return longest([label]) + STEP


def _heights(places: Sequence[float]) -> list[int]:
    """How far from the middle each point is stacked: 0, then above and below in turn."""
    stacked = levels(places, [place + STEP for place in places])
    return [STEP * ((level + 1) // 2) * (1 if level % 2 else -1) for level in stacked]


def _flags(
    chosen: pd.DataFrame, lit: Mapping[str, str], reference: Reference | None, bottom: int, theme: Theme
) -> list[Flag]:
    columns = (chosen[column].tolist() for column in ("name", "value", "y", "area"))
    flags = [Flag(name, value, y, lit[area]) for name, value, y, area in zip(*columns, strict=True)]
    return [*flags, Flag(reference.label, reference.value, bottom, theme.text)] if reference else flags


def _raised(starts: Sequence[float], widths: Sequence[float]) -> list[int]:
    """On which level each name stands: above all names whose lines would otherwise cross it."""
    found = [0] * len(starts)
    order = sorted(range(len(starts)), key=starts.__getitem__, reverse=True)
    for n, i in enumerate(order):
        found[i] = max((found[j] + 1 for j in order[:n] if starts[j] < starts[i] + widths[i]), default=0)
    return found


def _name(flag: Flag, y: int) -> dict[str, Any]:
    place = {"x": short(flag.value), "y": y, "xref": "x", "yanchor": "middle"}
    return {"text": flag.label, "font": {"color": flag.colour, "size": 12}, **place}


def _pole(flag: Flag, y: int) -> dict[str, Any]:
    """The line from a name down to its foot, behind the points."""
    x = short(flag.value)
    ends = {"x0": x, "x1": x, "y0": flag.foot, "y1": y + LINE // 2}
    return {"type": "line", **ends, "line": {"color": flag.colour, "width": 1}, "layer": "below"}


def _points(rows: pd.DataFrame, colour: str | list[str]) -> dict[str, Any]:
    symbols = ["circle-open" if note else "circle" for note in rows["note"]]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["value"].tolist(),
        "y": rows["y"].tolist(),
        "ids": rows["area"].tolist(),
        "text": rows["name"].tolist(),
        "marker": {"size": POINT, "color": colour, **({"symbol": symbols} if "circle-open" in symbols else {})},
        "customdata": [
            f"{told}<br>{note}" if note else told for told, note in zip(rows["told"], rows["note"], strict=True)
        ],
        "hovertemplate": "%{text}: %{customdata}<extra></extra>",
    }
