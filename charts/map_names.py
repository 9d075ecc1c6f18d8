"""Names of districts on a map: for certain of those that are spoken of, and of others where there is room."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from math import cos, radians
from typing import Any, Final, NamedTuple

from charts.ground import Ground, full_width
from charts.labels import LINE, broken, longest
from charts.theme import Theme

NAME: Final = 11
"""Letters of a district's name on one line."""
NAMED: Final = 520
"""Pixels of the narrowest picture in which names are not wider than their districts."""
NARROW: Final = 300
"""Pixels of the narrowest map, on which names that are drawn for certain must not touch each other."""
SIDES: Final = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))
"""To which sides of its place a name may move, to the right and up, the best first."""
AWAY: Final = 6
"""Pixels between a place and a name beside it on the narrowest map."""


class Box(NamedTuple):
    """The room that something takes: its middle, half its width and half its height, in pixels."""

    x: float
    y: float
    wide: float
    high: float

    def touches(self, other: "Box") -> bool:
        return abs(self.x - other.x) < self.wide + other.wide and abs(self.y - other.y) < self.high + other.high

    def within(self, other: "Box") -> bool:
        return abs(self.x - other.x) + self.wide <= other.wide and abs(self.y - other.y) + self.high <= other.high


class Certain(NamedTuple):
    """A name that is drawn at every size, of which district, and where."""

    area: str
    name: str
    lon: float
    lat: float

    def box(self, ground: Ground, width: float) -> Box:
        """The room that it takes on a map of so many pixels from west to east."""
        wide, high = (side / 2 for side in name_size(self.name))
        right, up = _degree(ground, width)
        return Box(self.lon * right, self.lat * up, wide, high)


def _degree(ground: Ground, width: float) -> tuple[float, float]:
    """Pixels of a degree to the east and to the north on a map of so many pixels from west to east."""
    east = width / (ground.lon[1] - ground.lon[0])
    return east, east / cos(radians(sum(ground.lat) / 2))


@lru_cache(maxsize=16)
def certain_names(ground: Ground) -> tuple[Certain, ...]:
    """The names that a map bears at every size: each where it touches none of those before, even on a phone. Without
    the names for which that is nowhere: of two that lie over each other, neither can be read."""
    there = {area: Certain(area, broken(name, NAME), lon, lat) for area, name, lon, lat, _ in ground.names}
    placed: list[Certain] = []
    for area in dict.fromkeys(area for area in ground.named if area in there):
        choices = [_moved(ground, there[area], side) for side in SIDES]
        placed += [choice for choice in choices if _fits(ground, choice, placed)][:1]
    return tuple(placed)


def _moved(ground: Ground, name: Certain, side: tuple[int, int]) -> Certain:
    """A name beside its place."""
    box, degrees = name.box(ground, NARROW), _degree(ground, NARROW)
    away = (side[0] * (box.wide + AWAY), side[1] * (box.high + AWAY))
    return Certain(name.area, name.name, name.lon + away[0] / degrees[0], name.lat + away[1] / degrees[1])


def _fits(ground: Ground, choice: Certain, placed: Sequence[Certain]) -> bool:
    """Whether a name is inside of the narrowest map and touches none that are there."""
    own = choice.box(ground, NARROW)
    return own.within(_whole(ground, NARROW)) and not any(own.touches(other.box(ground, NARROW)) for other in placed)


def _whole(ground: Ground, width: float) -> Box:
    """The room that a map of so many pixels from west to east has."""
    (right, up), north = _degree(ground, width), ground.lat[1] - ground.lat[0]
    return Box(sum(ground.lon) / 2 * right, sum(ground.lat) / 2 * up, width / 2, north / 2 * up)


def room_names(ground: Ground, height: float, certain: Sequence[Certain]) -> list[tuple[str, float, float]]:
    """The names of those districts that are wide enough for them; where two would touch, of the wider one.

    height: pixels of the picture; certain: names that are there already.
    """
    width = full_width(ground, height)
    degree = width / (ground.lon[1] - ground.lon[0])
    taken, fits = [name.box(ground, width) for name in certain], list[tuple[str, float, float]]()
    named = {name.area for name in certain}
    for area, name, lon, lat, room in sorted(ground.names, key=lambda place: -place[4]):
        shown = Certain(area, broken(name, NAME), lon, lat)
        box = shown.box(ground, width)
        roomy = area not in named and 2 * box.wide < room * degree and box.within(_whole(ground, width))
        if roomy and not any(box.touches(other) for other in taken):
            taken.append(box)
            fits.append((shown.name, lon, lat))
    return fits


def name_size(shown: str) -> tuple[float, float]:
    """Width and height of a name, in pixels; names are written smaller than the labels that `longest` measures."""
    return 0.8 * longest([shown]), 0.6 * LINE * (1 + shown.count("<br>"))


def names(places: Collection[tuple[str, float, float]], theme: Theme) -> dict[str, Any]:
    """Names at their places, by longitude and latitude, where the picture is not too narrow for them."""
    return _texts(places, theme) | {"meta": {"from": NAMED}}


def in_bold(certain: Collection[Certain], theme: Theme) -> dict[str, Any]:
    """Names that are drawn whatever room there is."""
    places = [(f"<b>{each.name}</b>", each.lon, each.lat) for each in certain]
    return _texts(places, theme)


def _texts(places: Collection[tuple[str, float, float]], theme: Theme) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [lon for _, lon, _ in places],
        "lat": [lat for _, _, lat in places],
        "text": [name for name, _, _ in places],
        "textfont": {"size": 10, "color": theme.text},
        "hoverinfo": "skip",
    }
