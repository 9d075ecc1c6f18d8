"""Lines over time, labelled where they end; gaps stay gaps and breaks are marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import isnan
from typing import Any, Final

import pandas as pd

from charts import context_marks
from charts.axes import axis, shaded, upright, value_axis
from charts.context_marks import MARK_NAME, Mark
from charts.labels import apart, depth, short, tick_step
from charts.points import Point, courses, moment, stretches
from charts.theme import Captions, Figure, Theme, figure, layout
from charts.uncertainty import band, dashes, solid
from locales import number
from words import periods

HEIGHT: Final = 420
TOP: Final = 64
BOTTOM: Final = 76
AXIS: Final = 26
LABEL_HEIGHT: Final = 17
UNCERTAIN: Final = frozenset("UPE")
LETTER: Final = 7.2
"""Mean width of a letter at the labels' size, in pixels; leaves room for the longest name."""
LEADER: Final = 22
"""Room for what leads from the end of a line to its label, in pixels."""
PANEL: Final = 300
"""Width in pixels of the narrowest drawing, on which names of marks must not overlap."""
MANY: Final = 7
"""From so many lines on, the tooltip is about the nearest one instead of about all."""
FEW: Final = 8
"""Years up to which each has a label below the lines."""
Tell = Callable[[float], str]
"""How a value is written in tooltips."""


@dataclass(frozen=True)
class Line:
    """How one area is drawn; labelled: whether its name stands at its end, else it is told when it is pointed at."""

    area: str
    name: str
    colour: str
    width: float = 2.0
    labelled: bool = True

    @property
    def background(self) -> bool:
        """Whether it is thin, without a mark at each value."""
        return self.width < 2


def timeline(
    frame: pd.DataFrame,
    lines: Sequence[Line],
    marks: Mapping[str, str],
    captions: Captions,
    theme: Theme,
    decimals: int,
    *,
    changes: bool = False,
) -> Figure:
    """One line an area; provisional and modelled parts are dashed.

    frame: area, period, value, status and, where there are intervals, low and high, drawn as a band; lines in the
    order of drawing, the last on top, those without rows are left out; marks: what to say of the periods at which a
    series breaks; decimals: of the figures in tooltips; changes: whether values are changes, which are told with their
    sign and seen from zero.
    """
    points = courses(frame)
    lines = [line for line in lines if line.area in points]
    every = [point for line in lines for point in points[line.area]]
    low, high = _range(every, zero=changes)
    step, places = tick_step(low, high, decimals)
    bottom = max(BOTTOM, depth(captions) + AXIS)
    left = 10 + LETTER * max(len(f"{end:,.{places}f}") for end in (low, high))
    right = LEADER + LETTER * max((len(line.name) for line in lines if line.labelled), default=0)
    drawn = layout(theme, captions, HEIGHT - BOTTOM + bottom, bottom, top=TOP, left=left, right=right) | {
        "hovermode": "closest" if len(lines) >= MANY else "x unified",
        "xaxis": _time_axis(theme, [point.x for point in every if point.known], _days(frame, captions)),
        "yaxis": value_axis(theme, (low, high), step, places),
        "shapes": [upright(_before(period), theme, dash="dot") for period in marks],
    }
    drawn["annotations"] += [_break_label(period, reason, theme) for period, reason in marks.items()]
    for line, end, place in _ends(points, lines, low, high):
        drawn["annotations"].append(_label(line, place))
        drawn["shapes"].append(_leader(line, end, place))
    unified = drawn["hovermode"] == "x unified"
    tell = partial(number, captions.lang, decimals=decimals, signed=changes)
    return figure([each for line in lines for each in _traces(points[line.area], line, decimals, tell, unified)], drawn)


def with_span(lines: Figure, years: tuple[float, float], theme: Theme) -> Figure:
    """Lines over time with the years that the reader chose shaded below them; the lines stay as they are."""
    drawn = lines["layout"]
    return figure(lines["data"], drawn | {"shapes": [shaded(years, theme), *drawn["shapes"]]})


def with_marks(lines: Figure, marks: Sequence[Mark], theme: Theme) -> Figure:
    """Lines over time with times that help to read them shaded below, and named along their foot."""
    drawn = lines["layout"]
    (first, last), (low, high) = drawn["xaxis"]["range"], drawn["yaxis"]["range"]
    bands = context_marks.bands(marks, (first, last))
    names = context_marks.names(bands, (first, last), PANEL, HEIGHT - TOP - BOTTOM, theme)
    room = MARK_NAME * len({name["y"] for name in names}) * (high - low) / (HEIGHT - TOP - BOTTOM)
    shapes = [*(shaded((start, end), theme) for _, start, end in bands), *drawn["shapes"]]
    lower = {"yaxis": drawn["yaxis"] | {"range": [low - room, high]}}
    return figure(lines["data"], drawn | lower | {"shapes": shapes, "annotations": [*drawn["annotations"], *names]})


def _range(points: Sequence[Point], *, zero: bool) -> tuple[float, float]:
    ends = [end for point in points for end in (point.value, point.low, point.high) if not isnan(end)]
    known = [*ends, *([0.0] if zero else [])] or [0.0]
    low, high = min(known), max(known)
    room = 0.06 * (high - low) or abs(high) * 0.1 or 1.0
    return low - room, high + room


def _traces(points: Sequence[Point], line: Line, decimals: int, tell: Tell, unified: bool) -> list[dict[str, Any]]:
    """A line with its band below and its dashed parts; its marks and tooltips belong to the line itself."""
    whole = solid(points)
    own = trace(whole, line, decimals, tell) | _marks(points, whole, line)
    if not unified:
        own["hovertemplate"] = f"<b>{line.name}</b> %{{x}}: {own['hovertemplate']}<extra></extra>"
    return [*band(points, line.colour), *dashes(points, line.colour, line.width), own]


def _marks(points: Sequence[Point], whole: Sequence[Point], line: Line) -> dict[str, Any]:
    """A background line has marks only where a value has no neighbour, so that it would not be seen without."""
    if not line.background:
        return {}
    beside = {point.x for stretch in stretches(points) for point in stretch}
    alone = [point.known and point.x not in beside for point in whole]
    if not any(alone):
        return {"mode": "lines", "marker": {}}
    return {"marker": {"size": [4 if there else 0 for there in alone]}}


def trace(points: Sequence[Point], line: Line, decimals: int, tell: Tell) -> dict[str, Any]:
    """A line through points, which stand a digit finer than their tooltips tell; uncertain ones are open circles."""
    uncertain = [point.status in UNCERTAIN for point in points]
    symbols = {"marker": {"symbol": ["circle-open" if open_ else "circle" for open_ in uncertain]}}
    return {
        "type": "scatter",
        "name": line.name,
        **_times([point.x for point in points]),
        "y": [round(point.value, decimals + 1) if point.known else None for point in points],
        "line": {"color": line.colour, "width": line.width},
        **(symbols if any(uncertain) else {}),
        "customdata": [_told(point, tell) for point in points],
        "hovertemplate": "%{customdata}",
    }


def _told(point: Point, tell: Tell) -> str:
    """A value and, where there is one, the interval around it; nothing where there is no value."""
    if not point.known:
        return ""
    interval = f" ({tell(point.low)}–{tell(point.high)})" if point.banded else ""
    return tell(point.value) + interval


def _times(x: list[float]) -> dict[str, Any]:
    """Every year without a gap as first and step, else as they are; shorter to send."""
    even = all(later - earlier == 1 for earlier, later in pairwise(x))
    return {"x0": x[0], "dx": 1} if even else {"x": x}


def _before(period: str) -> float:
    """Where a break stands: half a year before the first period that does not compare."""
    return moment(period) - 0.5


def _days(frame: pd.DataFrame, captions: Captions) -> dict[float, str]:
    """The periods with a value that are days, such as those of elections, as they are written, by where they stand."""
    known = sorted(set(frame.loc[frame["value"].notna(), "period"]))
    return {moment(period): periods.short(captions.lang, period) for period in known if periods.is_day(period)}


def _time_axis(theme: Theme, years: Sequence[float], days: Mapping[float, str]) -> dict[str, Any]:
    """years: those with a value; the last one stands close to the labels of the lines. Few of them are labelled each,
    or a year would be named twice; days are named each once, where they are."""
    ends = {"range": [min(years) - 0.4, max(years) + 0.15]} if years else {}
    each: dict[str, Any] = {"dtick": 1} if years and max(years) - min(years) < FEW else {}
    if days:
        each = {"tickvals": list(days), "ticktext": list(days.values())}
    looks = {"showgrid": False, "ticks": "outside", "tickcolor": theme.grid, "linecolor": theme.grid}
    return axis(theme, tickformat="d", hoverformat="d", **looks, **ends, **each)


def _break_label(period: str, reason: str, theme: Theme) -> dict[str, Any]:
    above = {"y": 1, "yref": "paper", "yanchor": "bottom", "x": _before(period), "xref": "x", "xanchor": "center"}
    words = {"text": period, "hovertext": f"{period}: {reason}", "font": {"color": theme.muted, "size": 11}}
    return {**above, **words, "showarrow": False}


def _ends(
    points: Mapping[str, Sequence[Point]], lines: Sequence[Line], low: float, high: float
) -> Iterator[tuple[Line, float, float]]:
    """Where each line ends, and where its label stands: beside it, or apart from those that it would cover."""
    last = {line.area: [point.value for point in points[line.area] if point.known][-1:] for line in lines}
    named = [line for line in lines if line.labelled and last[line.area]]
    ends = [last[line.area][0] for line in named]
    per_pixel = (high - low) / (HEIGHT - TOP - BOTTOM)
    # Plotly leaves out a label whose middle is outside the axis, be it by a rounding.
    inset = per_pixel
    return zip(named, ends, apart(ends, LABEL_HEIGHT * per_pixel, low + inset, high - inset), strict=True)


def _label(line: Line, place: float) -> dict[str, Any]:
    name = f"<b>{line.name}</b>" if line.width > 2 else line.name
    beside = {"x": 1, "y": round(place, 4), "yanchor": "middle", "xshift": LEADER - 4}
    return {"text": name, "font": {"color": line.colour}, **beside}


def _leader(line: Line, end: float, place: float) -> dict[str, Any]:
    """A thin line from the end of a line to its label."""
    at_the_right = {"xref": "paper", "xanchor": 1, "xsizemode": "pixel", "x0": 0, "x1": LEADER - 4}
    look = {"line": {"color": line.colour, "width": 1}, "opacity": 0.6}
    return {"type": "line", **at_the_right, "y0": short(end), "y1": short(place), **look}
