"""Times that help to read lines, such as programmes: strips along the foot of panels, with their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from charts.labels import levels, longest, short
from charts.theme import Theme

STRIP: Final = 5
MARK_NAME: Final = 13
"""Pixels of a strip and of a line of names."""


@dataclass(frozen=True)
class Mark:
    """A time that helps to read the lines, from one year to another, both included."""

    name: str
    first: str
    last: str


def bands(marks: Sequence[Mark], years: tuple[float, float]) -> list[tuple[str, float, float]]:
    """The marks as far as they are within the years, each with half a year around it."""
    spans = [(mark.name, int(mark.first[:4]) - 0.5, int(mark.last[:4]) + 0.5) for mark in marks]
    return [
        (name, max(first, years[0]), min(last, years[1]))
        for name, first, last in spans
        if first < years[1] and last > years[0]
    ]


def names(
    bands: Sequence[tuple[str, float, float]], years: tuple[float, float], panel: float, drawing: float, theme: Theme
) -> list[dict[str, Any]]:
    """The names of the marks above them, on as many levels as they need; panel, drawing: its width and height in
    pixels."""
    pixels = panel / (years[1] - years[0])
    widths = [longest([name]) for name, *_ in bands]
    starts = [
        max(0, min((first - years[0]) * pixels, panel - width))
        for (_, first, _), width in zip(bands, widths, strict=True)
    ]
    stacked = levels(starts, [start + width for start, width in zip(starts, widths, strict=True)])
    look = {"xref": "x domain", "yref": "y domain", "yanchor": "bottom", "borderpad": 0}
    look |= {"font": {"color": theme.muted, "size": 11}}
    return [
        {"x": short(start / panel), "y": short((STRIP + MARK_NAME * level) / drawing), "text": name, **look}
        for (name, *_), start, level in zip(bands, starts, stacked, strict=True)
    ]


def strip(axis: str, band: tuple[str, float, float], drawing: float) -> dict[str, Any]:
    """A mark along the lower edge of a panel; axis: the number behind its axes; drawing: its height in pixels."""
    _, first, last = band
    edge = {"y0": 0, "y1": short(STRIP / drawing), "yref": f"y{axis} domain"}
    return edge | {"x0": first, "x1": last, "xref": f"x{axis}"}
