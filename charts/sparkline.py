"""A line as small as a word: the course of a few figures without axes."""

from collections.abc import Sequence
from html import escape
from math import isnan
from typing import Final
from urllib.parse import quote

from charts.theme import Theme

WIDTH: Final = 120
HEIGHT: Final = 28
MARGIN: Final = 3


def sparkline(points: Sequence[tuple[float, float]], breaks: Sequence[int], theme: Theme, alt: str) -> str:
    """An HTML image of figures over years, the last one with a dot; the line is cut at gaps and breaks.

    points: year and value, NaN for a gap, in order; breaks: places of points not comparable with those before them.
    alt: what it says, in words. Empty without two values.
    """
    known = [(year, value) for year, value in points if not isnan(value)]
    if len(known) < 2:
        return ""
    # Pages take no SVG among their HTML; as an image it is taken, and needs colours of its own.
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>"
        f"<path d='{_path(points, breaks, known)}' fill='none' stroke='{theme.accent}' stroke-width='1.6'"
        " stroke-linejoin='round' stroke-linecap='round'/>"
        f"<circle cx='{_x(known[-1][0], known)}' cy='{_y(known[-1][1], known)}' r='2.4' fill='{theme.accent}'/></svg>"
    )
    return (
        f'<img width="{WIDTH}" height="{HEIGHT}" alt="{escape(alt)}" src="data:image/svg+xml,{quote(svg, safe=SAFE)}">'
    )


SAFE: Final = " =:/'"
"""What may stand in an address between double quotes; everything else is written in percent."""


def _path(points: Sequence[tuple[float, float]], breaks: Sequence[int], known: Sequence[tuple[float, float]]) -> str:
    steps, drawing = [], False
    for n, (year, value) in enumerate(points):
        if isnan(value):
            drawing = False
            continue
        steps.append(f"{'L' if drawing and n not in breaks else 'M'}{_x(year, known)} {_y(value, known)}")
        drawing = True
    return "".join(steps)


def _x(year: float, known: Sequence[tuple[float, float]]) -> float:
    return _placed(year, known[0][0], known[-1][0], MARGIN, WIDTH - MARGIN)


def _y(value: float, known: Sequence[tuple[float, float]]) -> float:
    figures = [figure for _, figure in known]
    return _placed(value, min(figures), max(figures), HEIGHT - MARGIN, MARGIN)


def _placed(value: float, low: float, high: float, first: float, last: float) -> float:
    """A value's place between first and last; in the middle where all values are the same."""
    share = (value - low) / (high - low) if high > low else 0.5
    return round(first + share * (last - first), 1)
