"""Lines as small as a word, without axes (Tufte, "Beautiful Evidence", 2006), as images of HTML."""

from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from charts.html import tag
from charts.points import Point, cut
from charts.theme import Theme

WIDTH: Final = 120
HEIGHT: Final = 28
CELL: Final = (96, 22)
"""Pixels of a picture of its own, and of one in a cell of a table."""
MARGIN: Final = 3

Place = Callable[[float, float], tuple[float, float]]
"""From a year and a value to pixels from the left and from the top."""


def sparkline(points: Sequence[Point], theme: Theme, alt: str) -> Markup:
    """One line, its last figure with a dot; cut at gaps and breaks. alt: what it says, in words.

    points: in order. Empty without two figures.
    """
    known = [point for point in points if point.known]
    if len(known) < 2:
        return Markup()
    place = _scale(known, WIDTH, HEIGHT)
    ends = {"stroke_linejoin": "round", "stroke_linecap": "round"}
    line = _line(cut(points), place, stroke=theme.accent, stroke_width="1.6", **ends)
    return _image((line, _dot(known[-1], place, theme, 2.4)), (WIDTH, HEIGHT), alt)


def beside_city(own: Sequence[Point], city: Sequence[Point], theme: Theme, alt: str) -> Markup:
    """A place's line in a cell of a table, the city's pale below it on the same scale, breaks as upright strokes.

    own, city: in order. Empty where the place has fewer than two figures.
    """
    known = [point for point in own if point.known]
    if len(known) < 2:
        return Markup()
    every = [*known, *(point for point in city if point.known)]
    place, years = _scale(every, *CELL), [point.x for point in every]
    strokes = [
        tag("path", d=f"M{place(point.x, 0)[0]} 0V{CELL[1]}", stroke=theme.muted, stroke_dasharray="2 2")
        for point in own
        if point.status == "B" and min(years) < point.x <= max(years)
    ]
    lines = (
        _line(city, place, stroke=theme.bar, stroke_width="1.2"),
        _line(own, place, stroke=theme.accent, stroke_width="1.6"),
    )
    return _image((*strokes, *lines, _dot(known[-1], place, theme, 2.2)), CELL, alt)


def _scale(points: Sequence[Point], width: int, height: int) -> Place:
    """Where points stand, so that all known ones fit; in the middle where all are the same."""
    left, right = min(point.x for point in points), max(point.x for point in points)
    low, high = min(point.value for point in points), max(point.value for point in points)

    def place(x: float, y: float) -> tuple[float, float]:
        across = (x - left) / (right - left) if right > left else 0.5
        up = (y - low) / (high - low) if high > low else 0.5
        return round(MARGIN + across * (width - 2 * MARGIN), 1), round(height - MARGIN - up * (height - 2 * MARGIN), 1)

    return place


def _line(points: Sequence[Point], place: Place, **pen: str) -> Markup:
    path, step = "", "M"
    for point in points:
        if point.known:
            x, y = place(point.x, point.value)
            path += f"{step}{x} {y}"
        step = "L" if point.known else "M"
    return tag("path", d=path, **pen) if path else Markup()


def _dot(point: Point, place: Place, theme: Theme, radius: float) -> Markup:
    x, y = place(point.x, point.value)
    return tag("circle", cx=str(x), cy=str(y), r=str(radius), fill=theme.accent, stroke="none")


def _image(parts: Sequence[Markup], size: tuple[int, int], alt: str) -> Markup:
    """Pages take no SVG among their HTML; as an image it is taken, and needs colours of its own."""
    width, height = size
    svg = tag("svg", *parts, xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {height}", fill="none")
    return tag("img", width=width, height=height, alt=alt, src=f"data:image/svg+xml,{quote(svg, safe=SAFE)}")


SAFE: Final = " =:/"
"""What may stand in an address between double quotes; everything else is written in percent."""
