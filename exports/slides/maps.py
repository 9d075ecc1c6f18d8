"""Maps as shapes: a freeform a district, which can be coloured, moved and copied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import radians
from typing import Any, Final

from charts.choropleth import HALF
from exports.rings import Ring, mercator
from exports.rings import rings as rings_of
from exports.slides import legends
from exports.slides.forms import OVAL, Form, Words, add, add_group, box_of, emu, outline, text_box
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import opacity, plain

UNNAMED: Final = {"choropleth": "outlines", "scattergeo": "names"}
"""What layers without a name are called."""
LEGEND: Final = 0.62
"""Inches below a map for its legend."""


@dataclass(frozen=True)
class _Place:
    """Where a part of the world is on a slide.

    west: longitude of its left edge, in degrees; top: of its upper one, as the projection counts; scale: inches a
    radian; left, upper: of the place, width: of the part, in inches.
    """

    west: float
    top: float
    scale: float
    left: float
    upper: float
    width: float

    def of(self, lon: float, lat: float) -> tuple[float, float]:
        """Inches from the slide's upper left corner."""
        return self.left + radians(lon - self.west) * self.scale, self.upper + (self.top - mercator(lat)) * self.scale

    def per_pixel(self, layout: Mapping[str, Any]) -> float:
        """Inches of a pixel of the map on the page, of which circles are so many wide."""
        full: float = layout.get("meta", {}).get("full", 1)
        return self.width / (full * HALF if "geo2" in layout else full)


def _place(geo: Mapping[str, Any], room: Room) -> _Place:
    """The part of the world that a map shows, as large as its room allows."""
    west, east = geo["lonaxis"]["range"]
    south, north = geo["lataxis"]["range"]
    top = mercator(north)
    wide, high = radians(east - west), top - mercator(south)
    scale = min(room.width / wide, room.height / high)
    return _Place(west, top, scale, room.left + (room.width - wide * scale) / 2, room.top, wide * scale)


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """Every layer of a picture's maps as a group of shapes, with names, circles and the legend."""
    figure = slide.picture.figure
    rings, map_room = rings_of(slide.dataset), room.part((0, 1), (0, 1 - LEGEND / room.height))
    per_pixel = 1.0
    for name in [key for key in figure["layout"] if key.startswith("geo")]:
        geo = figure["layout"][name]
        place = _place(geo, map_room.part(tuple(geo.get("domain", {}).get("x", (0, 1))), (0, 1)))
        per_pixel = place.per_pixel(figure["layout"])
        for trace in figure["data"]:
            if trace.get("geo", "geo") == name:
                add_group(
                    shapes, trace.get("name") or UNNAMED[trace["type"]], list(_layer(trace, rings, place, per_pixel))
                )
    add_group(
        shapes,
        "headings",
        [_heading(note, slide, map_room) for note in figure["layout"]["annotations"] if _is_heading(note)],
    )
    legends.draw(shapes, slide, room.part((0, 1), (1 - LEGEND / room.height, 1)), per_pixel)


def _is_heading(note: Mapping[str, Any]) -> bool:
    """Whether it tells one of two maps from the other."""
    return (note.get("y"), note.get("yref"), note.get("yanchor"), "name" in note) == (1, "paper", "top", False)


def _heading(note: Mapping[str, Any], slide: Slide, room: Room) -> Form:
    place = Room(room.left + note["x"] * room.width, room.top, 3, 0.3)
    return text_box(place, plain(note["text"]), 14, slide.theme.text, bold=True)


def mark(shapes: Any, slide: Slide, room: Room) -> None:
    """The word across a picture of what might be, as on the page."""
    for note in slide.picture.figure["layout"]["annotations"]:
        if (note.get("xref"), note.get("yref"), note.get("yanchor")) == ("paper", "paper", "middle"):
            x, y = room.left + note["x"] * room.width, room.top + max(0.3, (1 - note["y"]) * room.height)
            words = Words(
                plain(note["text"]), note["font"]["size"], slide.theme.text, True, "ctr", round(note["opacity"] * 100)
            )
            add(shapes, Form(box_of(Room(x - 2.5, y - 0.2, 5, 0.6)), words=words, turn=int(note.get("textangle", 0))))


def _layer(
    trace: Mapping[str, Any], rings: Mapping[str, tuple[Ring, ...]], place: _Place, per_pixel: float
) -> Iterator[Form]:
    if trace["type"] == "choropleth":
        yield from _districts(trace, rings, place)
    elif trace.get("mode") == "text":
        yield from _names(trace, place)
    elif trace.get("mode") == "markers":
        yield from _circles(trace, place, per_pixel)


def _districts(trace: Mapping[str, Any], rings: Mapping[str, tuple[Ring, ...]], place: _Place) -> Iterator[Form]:
    """A district's name and value are its alternative text."""
    line = trace["marker"]["line"]
    names = trace.get("text") or trace["locations"]
    told = trace.get("customdata") or [""] * len(names)
    for area, name, own, fill in zip(trace["locations"], names, told, _fills(trace), strict=True):
        box, geometry = outline([[_emu(place, *point) for point in ring] for ring in rings[area]])
        value = next(iter(own), "") if isinstance(own, list | tuple) else str(own)
        said = plain(f"{name}: {value}") if value else plain(name)
        yield Form(box, geometry, plain(name), said, fill, 100, line["color"], line["width"])


def _emu(place: _Place, lon: float, lat: float) -> tuple[int, int]:
    x, y = place.of(lon, lat)
    return emu(x), emu(y)


def _fills(trace: Mapping[str, Any]) -> list[str]:
    """The colour of each area: of the class that its number names."""
    scale = trace["colorscale"]
    colours = list(dict.fromkeys(shade for _, shade in scale))
    if len(colours) == 1:
        return colours * len(trace["z"])
    return [scale[2 * number][1] for number in trace["z"]]


def _names(trace: Mapping[str, Any], place: _Place) -> Iterator[Form]:
    font = trace["textfont"]
    for name, lon, lat in zip(trace["text"], trace["lon"], trace["lat"], strict=True):
        x, y = place.of(lon, lat)
        lines = plain(name).count("\n") + 1
        room = Room(x - 0.75, y - 0.06 * lines, 1.5, 0.12 * lines)
        yield text_box(room, plain(name), 7, font["color"], bold="<b>" in name, align="ctr")


def _circles(trace: Mapping[str, Any], place: _Place, per_pixel: float) -> Iterator[Form]:
    """Circles as large beside the map as on the page, which shows what they lie on."""
    marker = trace["marker"]
    fill, edge = marker.get("color", ""), marker["line"]["color"]
    told = zip(trace["text"], trace["customdata"], trace["lon"], trace["lat"], marker["size"], strict=True)
    for name, own, lon, lat, size in told:
        if size:
            x, y = place.of(lon, lat)
            wide = size * per_pixel
            said = plain(f"{name}: {own if isinstance(own, str) else own[0]}")
            box = box_of(Room(x - wide / 2, y - wide / 2, wide, wide))
            yield Form(box, OVAL, plain(name), said, fill, opacity(fill), edge, 1.25)
