"""Small multiples: several indicators over the same years, each on a scale of its own; a single period as points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from textwrap import wrap
from typing import Any, Final

import pandas as pd

from charts import context_marks
from charts.axes import texts
from charts.context_marks import MARK_NAME, STRIP, Mark
from charts.labels import LETTER, LINE, apart, depth, extent, longest, short
from charts.points import courses
from charts.theme import SHARED, Captions, Figure, Theme, figure, layout
from charts.timeline import Line, trace
from locales import NO_VALUE, Language, number

TOP: Final = 60
DRAWING: Final = 120
TICKS: Final = 24
BETWEEN: Final = 22
POINT: Final = 8
"""Diameter of the points of a single period."""
EDGE: Final = 14
"""Room for half a year's number at the right."""


@dataclass(frozen=True, eq=False)
class Panel:
    """One indicator. frame: area, period, value, status; note: what to say where no line has a value."""

    title: str
    unit: str
    decimals: int
    frame: pd.DataFrame
    lines: Sequence[Line]
    note: str = ""

    def drawn(self) -> pd.DataFrame:
        """The rows of its lines; none where none has a value."""
        rows = self.frame[self.frame["area"].isin([line.area for line in self.lines])]
        return rows if rows["value"].notna().any() else rows.iloc[:0]


@dataclass(frozen=True)
class Grid:
    """How much room the panels have, in pixels.

    ticks: left of each panel; names: right of the first column, for those of the lines; head: above each panel, for a
    title in lines of so many letters.
    """

    columns: int
    rows: int
    width: float
    ticks: float
    names: float
    drawing: float
    head: float = 0
    letters: int = 0

    @property
    def panel(self) -> float:
        return (self.width - self.names - self.columns * self.ticks - (self.columns - 1) * EDGE) / self.columns

    @property
    def height(self) -> float:
        return self.rows * (self.head + self.drawing + TICKS) + (self.rows - 1) * BETWEEN

    def corner(self, n: int) -> tuple[float, float]:
        """Left and top of the nth panel's drawing."""
        row, column = divmod(n, self.columns)
        left = self.ticks + column * (self.panel + self.ticks + EDGE) + (self.names if column else 0)
        return left, self.head + row * (self.head + self.drawing + TICKS + BETWEEN)


def multiples(
    panels: Sequence[Panel],
    captions: Captions,
    theme: Theme,
    columns: int,
    marks: Sequence[Mark] = (),
    width: int = 960,
) -> Figure:
    """Panels in rows of `columns`, over the same years; the first names the lines and the marks.

    width: of the narrowest drawing, in pixels, on which nothing may overlap.
    """
    frames = [panel.drawn() for panel in panels]
    years = _years(frames)
    lines = list({line.area: line for panel in panels for line in panel.lines}.values())
    grid = _grid(panels, frames, lines, columns, width - EDGE)
    bands = context_marks.bands(marks, years)
    mark_names = context_marks.names(bands, years, grid.panel, grid.drawing, theme)
    drawn = layout(theme, captions, round(TOP + grid.height + depth(captions)), depth(captions))
    drawn["margin"] |= {"t": TOP, "r": EDGE}
    drawn |= {"template": _shared(theme), "hovermode": "x unified", "shapes": []}
    data: list[dict[str, Any]] = []
    for n, (panel, frame) in enumerate(zip(panels, frames, strict=True)):
        foot = (STRIP + 4 if bands else 0) + (0 if n else MARK_NAME * len({name["y"] for name in mark_names}))
        ends = _ends(frame, foot / grid.drawing)
        drawn |= _axes(n, panel, not frame.empty, grid, years, ends)
        drawn["shapes"] += (
            [] if frame.empty and n else [context_marks.strip(_id(n), band, grid.drawing) for band in bands]
        )
        drawn["annotations"] += _words(n, panel, not frame.empty, grid, theme)
        data += _traces(n, panel, frame, captions.lang)
        if frame["period"].nunique() == 1:
            data += _points(n, panel, frame, years, ends, grid, captions.lang)
        if n == 0:
            drawn["annotations"] += _line_names(lines, frame, ends, grid) + mark_names
    return figure(data, drawn)


def _years(frames: Sequence[pd.DataFrame]) -> tuple[float, float]:
    """The years of all panels with half a year around them."""
    known = [int(period[:4]) for frame in frames for period in frame.loc[frame["value"].notna(), "period"]]
    return (min(known) - 0.5, max(known) + 0.5) if known else (-0.5, 0.5)


def _grid(
    panels: Sequence[Panel], frames: Sequence[pd.DataFrame], lines: Sequence[Line], columns: int, width: float
) -> Grid:
    numbers = [
        f"{end:,.{panel.decimals}f}"
        for panel, frame in zip(panels, frames, strict=True)
        for end in extent(frame["value"])
    ]
    names = longest([f"{line.name} –" for line in lines]) + 10
    drawing = max(DRAWING, (LINE + 1) * len(lines) + 3 * MARK_NAME)
    grid = Grid(columns, -(-len(panels) // columns), width, longest(numbers) + 6, names, drawing)
    letters = max(int((grid.panel + grid.ticks) / LETTER) - 1, 12)
    head = max(LINE * (1 + len(wrap(panel.title, letters))) for panel in panels) + 10
    return replace(grid, head=head, letters=letters)


def _shared(theme: Theme) -> dict[str, Any]:
    """What all panels share, said once."""
    muted = {"color": theme.muted, "size": 11}
    axis = {"tickfont": muted, "fixedrange": True, "zeroline": False}
    return {
        "data": {"scatter": [{"mode": "lines+markers", "marker": {"size": 3, "symbol": "circle"}}]},
        "layout": SHARED["layout"]
        | {
            "xaxis": axis
            | {"showgrid": False, "tickformat": "d", "hoverformat": "d", "linecolor": theme.grid, "nticks": 5},
            "yaxis": axis | {"gridcolor": theme.grid, "nticks": 4},
            "shapedefaults": {"type": "rect", "fillcolor": theme.muted, "opacity": 0.35, "line": {"width": 0}},
        },
    }


def _axes(
    n: int, panel: Panel, there: bool, grid: Grid, years: tuple[float, float], ends: tuple[float, float]
) -> dict[str, Any]:
    left, top = grid.corner(n)
    height = grid.height
    across = {"domain": [short(left / grid.width), short((left + grid.panel) / grid.width)], "range": list(years)}
    up = {"domain": [short(1 - (top + grid.drawing) / height), short(1 - top / height)], "range": list(ends)}
    hidden = {} if there else {"visible": False}
    return {
        f"xaxis{_id(n)}": across | {"anchor": f"y{_id(n)}"} | hidden,
        f"yaxis{_id(n)}": up | {"anchor": f"x{_id(n)}", "tickformat": f",.{panel.decimals}f"} | hidden,
    }


def _id(n: int) -> str:
    """What plotly adds to the name of the nth panel's axes."""
    return str(n + 1) if n else ""


def _panel_axes(n: int) -> dict[str, str]:
    """The axes of the nth panel's traces."""
    return {"xaxis": f"x{_id(n)}", "yaxis": f"y{_id(n)}"} if n else {}


def _ends(frame: pd.DataFrame, foot: float) -> tuple[float, float]:
    """Where the axis of values begins and ends; a share `foot` of it stays free below all values."""
    low, high = extent(frame["value"], 0.06)
    return low - (high - low) * foot / (1 - foot), high


def _traces(n: int, panel: Panel, frame: pd.DataFrame, lang: Language) -> list[dict[str, Any]]:
    points, tell = courses(frame), partial(number, lang, decimals=panel.decimals)
    return [
        trace(points[line.area], line, panel.decimals, tell) | _panel_axes(n)
        for line in panel.lines
        if line.area in points
    ]


def _points(
    n: int,
    panel: Panel,
    frame: pd.DataFrame,
    years: tuple[float, float],
    ends: tuple[float, float],
    grid: Grid,
    lang: Language,
) -> list[dict[str, Any]]:
    """A point with its figure for each line of a panel that has one period only: where one is known, none is drawn."""
    values = dict(zip(frame["area"], frame["value"], strict=True))
    lines = [line for line in panel.lines if not pd.isna(values.get(line.area))]
    known = [float(values[line.area]) for line in lines]
    colours, year = [line.colour for line in lines], int(frame["period"].iloc[0][:4])
    least = (LINE + 1) * (ends[1] - ends[0]) / grid.drawing
    right = year < sum(years) / 2
    own = _panel_axes(n)
    figures = [number(lang, value, panel.decimals) for value in known]
    beside = [f"\u2002{figure}" if right else f"{figure}\u2002" for figure in figures]
    x, y = [year] * len(lines), [short(place) for place in apart(known, least, *ends)]
    marker = {"mode": "markers", "marker": {"size": POINT, "color": colours}}
    return [
        {"type": "scatter", "x": x, "y": known, "hoverinfo": "skip", **marker, **own},
        texts(x, y, beside, "right" if right else "left", {"color": colours, "size": 12}, **own),
    ]


def _words(n: int, panel: Panel, there: bool, grid: Grid, theme: Theme) -> list[dict[str, Any]]:
    """A panel's title with its unit, and its note where it has no figures."""
    left, top = grid.corner(n)
    beside = {"yref": "paper", "align": "left"}
    unit = f"<span style='font-size:11px;color:{theme.muted}'>{panel.unit}</span>"
    title = {
        "x": short((left - grid.ticks) / grid.width),
        "y": short(1 - (top - grid.head) / grid.height),
        "yanchor": "top",
        "text": f"<b>{'<br>'.join(wrap(panel.title, grid.letters))}</b><br>{unit}",
        **beside,
    }
    if there:
        return [title]
    note = {
        # Plotly makes no axes for a panel without lines, so the note stands on the paper.
        "x": short(left / grid.width),
        "y": short(1 - (top + grid.drawing / 2) / grid.height),
        "yanchor": "middle",
        "text": "<br>".join(wrap(panel.note, grid.letters)),
        "font": {"color": theme.muted, "size": 12},
        **beside,
    }
    return [title, note]


def _line_names(
    lines: Sequence[Line], frame: pd.DataFrame, ends: tuple[float, float], grid: Grid
) -> list[dict[str, Any]]:
    """The names beside the ends of the lines; those without a value in this panel stand at its foot, with a dash."""
    low, high = ends
    last = {area: point.value for area, points in courses(frame).items() for point in points if point.known}
    wanted = [last.get(line.area, low) for line in lines]
    places = apart(wanted, (LINE + 1) * (high - low) / grid.drawing, low, high)
    beside = {"x": 1, "xref": "x domain", "xshift": 4, "yref": "y", "yanchor": "middle"}
    names = [line.name if line.area in last else f"{line.name} {NO_VALUE}" for line in lines]
    return [
        {**beside, "y": short(place), "text": name, "font": {"color": line.colour, "size": 12}}
        for line, name, place in zip(lines, names, places, strict=True)
    ]
