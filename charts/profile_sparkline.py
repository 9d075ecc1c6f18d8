"""A line of the size of a word, for a cell of a table (Tufte, "Beautiful Evidence", 2006, on sparklines)."""

from typing import Final
from urllib.parse import quote

import numpy as np

from charts.theme import Theme
from indicators.figures.histories import History

WIDTH: Final = 96
HEIGHT: Final = 22
EDGE: Final = 3
"""Pixels of the whole, and between its edge and the line."""
DOUBTFUL: Final = "U"

Point = tuple[float, float]


def sparkline(own: History, city: History, theme: Theme) -> str:
    """The address of a picture that holds itself: a place's line, the city's pale below it, breaks as upright strokes.

    Both share one scale; missing and doubtful figures leave a gap. Empty where the place has fewer than two figures.
    """
    mine, theirs = _points(own), _points(city)
    if len(_known(mine)) < 2:
        return ""
    every = _known(mine) + _known(theirs)
    left, right = min(x for x, _ in every), max(x for x, _ in every)
    low, high = min(y for _, y in every), max(y for _, y in every)

    def place(x: float, y: float) -> str:
        across = EDGE + (WIDTH - 2 * EDGE) * ((x - left) / (right - left) if right > left else 0.5)
        up = EDGE + (HEIGHT - 2 * EDGE) * (1 - ((y - low) / (high - low) if high > low else 0.5))
        return f"{across:.1f} {up:.1f}"

    def line(points: list[Point | None], colour: str, width: float) -> str:
        path, pen = "", "M"
        for point in points:
            path, pen = (path + pen + place(*point), "L") if point else (path, "M")
        return f'<path d="{path}" stroke="{colour}" stroke-width="{width}"/>' if path else ""

    breaks = [_year(period) for period, status in zip(own.periods, own.status, strict=True) if status == "B"]
    strokes = "".join(
        f'<path d="M{place(x, low).split()[0]} 0V{HEIGHT}" stroke="{theme.muted}" stroke-dasharray="2 2"/>'
        for x in breaks
        if left < x <= right
    )
    x, y = place(*_known(mine)[-1]).split()
    dot = f'<circle cx="{x}" cy="{y}" r="2.2" fill="{theme.accent}" stroke="none"/>'
    drawn = strokes + line(theirs, theme.bar, 1.2) + line(mine, theme.accent, 1.6) + dot
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none">{drawn}</svg>'
    return "data:image/svg+xml," + quote(svg, safe=" =:/'<>")


def _points(history: History) -> list[Point | None]:
    return [
        None if np.isnan(value) or status == DOUBTFUL else (_year(period), float(value))
        for period, value, status in zip(history.periods, history.values, history.status, strict=True)
    ]


def _known(points: list[Point | None]) -> list[Point]:
    return [point for point in points if point]


def _year(period: str) -> float:
    """A period on an axis of years; a quarter or a day counts as its year."""
    return float(period[:4])
