"""Names on a map of circles: inside a district's own circle, else below or above it, and never on another one."""

from collections.abc import Mapping, Sequence
from math import cos, hypot, radians
from typing import Any, Final

from charts.choropleth import HEIGHT
from charts.ground import BOTTOM, TOP, Ground, full_width
from charts.labels import broken
from charts.map_names import NAME, Box, certain_names, name_size, names
from charts.theme import Theme

BESIDE: Final = 2
"""Pixels between a circle and a name."""


def circle_names(ground: Ground, radii: Mapping[str, float], theme: Theme) -> dict[str, Any]:
    """The names of those districts that are wide enough and have room beside circles.

    radii: of the largest circle of each area that has one, in any period, in pixels, so that names stay where they
    are while circles grow.
    """
    degree = full_width(ground, HEIGHT) / (ground.lon[1] - ground.lon[0])
    shrunk = cos(radians(sum(ground.lat) / 2))
    circles = {
        area: (lon * degree, lat * degree / shrunk, radii.get(area, 0.0)) for area, _, lon, lat, _ in ground.names
    }
    east, north = sum(ground.lon) / 2 * degree, sum(ground.lat) / 2 * degree / shrunk
    drawing = Box(east, north, full_width(ground, HEIGHT) / 2, (HEIGHT - TOP - BOTTOM) / 2)
    placed = [("", name.box(ground, full_width(ground, HEIGHT))) for name in certain_names(ground)]
    for area, name, _, _, width in sorted(ground.names, key=lambda place: -place[4]):
        shown = broken(name, NAME)
        wide, high = name_size(shown)
        if area in ground.named or wide >= width * degree:
            continue
        others = [circle for other, circle in circles.items() if other != area]
        inside = (box for box in _beside(circles[area], wide / 2, high / 2) if box.within(drawing))
        free = (box for box in inside if _free(box, others, placed))
        placed += [(shown, box) for box in [next(free, None)] if box]
    return names([(shown, box.x / degree, box.y * shrunk / degree) for shown, box in placed if shown], theme)


def _free(box: Box, circles: Sequence[tuple[float, float, float]], placed: Sequence[tuple[str, Box]]) -> bool:
    return not any(_covers(box, *circle) for circle in circles) and not any(box.touches(other) for _, other in placed)


def _covers(box: Box, x: float, y: float, radius: float) -> bool:
    """Whether a box covers a part of a circle."""
    return hypot(max(abs(box.x - x) - box.wide, 0), max(abs(box.y - y) - box.high, 0)) < radius


def _beside(circle: tuple[float, float, float], wide: float, high: float) -> list[Box]:
    """Where a name may stand, the best place first: inside its circle if that is large enough, below it, above it; at
    its sides, it would stand in another district."""
    x, y, radius = circle
    inside = [Box(x, y, wide, high)] if radius == 0 or hypot(wide, high) <= radius else []
    away = radius + BESIDE + high
    return [*inside, Box(x, y - away, wide, high), Box(x, y + away, wide, high)]
