"""Maps as shapes: a freeform a district, which can be coloured, moved and copied."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log, pi, radians, tan
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from charts.choropleth import COUNT, HALF
from charts.circles import SIZE
from data.areas import LEVELS
from data.store import Dataset
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, plain, write

Ring = tuple[tuple[float, float], ...]
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
LEGEND: Final = 0.62
"""Inches below a map for its legend."""


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """Every layer of a picture's maps as a group of shapes, with names, circles and the legend."""
    figure = slide.picture.figure
    rings, map_room = _rings(slide.dataset), room.part((0, 1), (0, 1 - LEGEND / room.height))
    for name in [key for key in figure["layout"] if key.startswith("geo")]:
        geo = figure["layout"][name]
        place = _Place(geo, map_room.part(tuple(geo.get("domain", {}).get("x", (0, 1))), (0, 1)))
        for trace in figure["data"]:
            if trace.get("geo", "geo") != name:
                continue
            if trace["type"] == "choropleth":
                _districts(shapes, trace, rings, place)
            elif trace.get("mode") == "text":
                _names(shapes, trace, place)
            elif trace.get("mode") == "markers":
                _circles(shapes, trace, place, figure["layout"])
    _legend(shapes, slide, room.part((0, 1), (1 - LEGEND / room.height, 1)), place.per_pixel(figure["layout"]))


class _Place:
    """Where a longitude and a latitude are on a slide, in EMU; the part of the world is as large as its room allows."""

    def __init__(self, geo: Mapping[str, Any], room: Room) -> None:
        self.west, east = geo["lonaxis"]["range"]
        south, north = geo["lataxis"]["range"]
        self.top = _mercator(north)
        wide, high = radians(east - self.west), self.top - _mercator(south)
        self.scale = min(room.width / wide, room.height / high)
        self.width = wide * self.scale
        self.left, self.upper = room.left + (room.width - self.width) / 2, room.top

    def of(self, lon: float, lat: float) -> tuple[int, int]:
        x = self.left + radians(lon - self.west) * self.scale
        return Inches(x), Inches(self.upper + (self.top - _mercator(lat)) * self.scale)

    def per_pixel(self, layout: Mapping[str, Any]) -> float:
        """Inches of a pixel of the map on the page, of which circles are so many wide."""
        full: float = layout.get("meta", {}).get("full", 1)
        return self.width / (full * HALF if "geo2" in layout else full)


def _mercator(lat: float) -> float:
    return log(tan(pi / 4 + radians(lat) / 2))


@lru_cache(maxsize=2)
def _rings(dataset: Dataset) -> dict[str, tuple[Ring, ...]]:
    """By area of any level, the rings of its boundaries, in degrees."""
    found: dict[str, tuple[Ring, ...]] = {}
    for level in LEVELS:
        for feature in json.loads(dataset.geojson(level))["features"]:
            shape = feature["geometry"]
            parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
            found[feature["id"]] = tuple(tuple((x, y) for x, y, *_ in ring) for part in parts for ring in part)
    return found


def _districts(shapes: Any, trace: Mapping[str, Any], rings: Mapping[str, tuple[Ring, ...]], place: _Place) -> None:
    """A layer as a group; a district's name and value are its alternative text."""
    group = shapes.add_group_shape()
    group.name = trace.get("name", "outlines")
    line = trace["marker"]["line"]
    names = trace.get("text") or trace["locations"]
    told = trace.get("customdata") or [""] * len(names)
    for area, name, own, fill in zip(trace["locations"], names, told, _fills(trace), strict=True):
        shape = _freeform(group.shapes, rings[area], place)
        value = own if isinstance(own, str) else next(iter(own), "")
        properties = shape.element.nvSpPr.cNvPr
        properties.set("name", name)
        properties.set("descr", plain(f"{name}: {value}") if value else name)
        _without_style(shape)
        seen, edge = colour(fill), colour(line["color"])
        if seen is None:
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = seen
        shape.line.width = Pt(line["width"])
        if edge is not None:
            shape.line.color.rgb = edge


def _freeform(shapes: Any, rings: Sequence[Ring], place: _Place) -> Any:
    """A shape of all rings; holes stay open, as those of one path do."""
    drawn = [[place.of(*point) for point in ring] for ring in rings]
    across, up = ([point[i] for ring in drawn for point in ring] for i in (0, 1))
    left, right, top, bottom = min(across), max(across), min(up), max(up)
    builder = shapes.build_freeform(left, top, scale=1.0)
    builder.add_line_segments([(right, top), (right, bottom), (left, bottom)], close=True)
    shape = builder.convert_to_shape()
    # python-pptx looks for the edges of the whole shape again at each point, which takes seconds a map.
    path = shape.element.spPr.find(f".//{{{A}}}path")
    for point in list(path):
        path.remove(point)
    path.extend(parse_xml(f'<a:path xmlns:a="{A}">{"".join(_path(ring, left, top) for ring in drawn)}</a:path>'))
    return shape


def _without_style(shape: Any) -> None:
    """Leaves a shape the look that it is given: its theme's would throw a shadow."""
    shape.element.remove(shape.element.find(qn("p:style")))


def _path(ring: Sequence[tuple[int, int]], left: int, top: int) -> str:
    first, *others = (f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in ring)
    return f"<a:moveTo>{first}</a:moveTo>{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in others)}<a:close/>"


def _fills(trace: Mapping[str, Any]) -> list[str]:
    """The colour of each area: of the class that its number names."""
    scale = trace["colorscale"]
    colours = list(dict.fromkeys(shade for _, shade in scale))
    if len(colours) == 1:
        return colours * len(trace["z"])
    return [scale[2 * number][1] for number in trace["z"]]


def _names(shapes: Any, trace: Mapping[str, Any], place: _Place) -> None:
    font = trace["textfont"]
    for name, lon, lat in zip(trace["text"], trace["lon"], trace["lat"], strict=True):
        x, y = (at / Inches(1) for at in place.of(lon, lat))
        lines = plain(name).count("\n") + 1
        room = Room(x - 0.75, y - 0.06 * lines, 1.5, 0.12 * lines)
        write(shapes, room, plain(name), 7, font["color"], bold="<b>" in name, align="center")


def _circles(shapes: Any, trace: Mapping[str, Any], place: _Place, layout: Mapping[str, Any]) -> None:
    """Circles as large beside the map as on the page."""
    group, marker = shapes.add_group_shape(), trace["marker"]
    group.name = trace["name"]
    per_pixel = place.per_pixel(layout)
    told = zip(trace["text"], trace["customdata"], trace["lon"], trace["lat"], marker["size"], strict=True)
    for name, own, lon, lat, size in told:
        if size:
            x, y = (at / Inches(1) for at in place.of(lon, lat))
            wide = size * per_pixel
            circle = group.shapes.add_shape(MSO_SHAPE.OVAL, *Room(x - wide / 2, y - wide / 2, wide, wide).emu)
            circle.element.nvSpPr.cNvPr.set("descr", plain(f"{name}: {own if isinstance(own, str) else own[0]}"))
            _without_style(circle)
            circle.fill.background()
            circle.line.width = Pt(1.25)
            circle.line.color.rgb = colour(marker["line"]["color"])


def _legend(shapes: Any, slide: Slide, room: Room, per_pixel: float) -> None:
    """The classes' colours with the numbers between them and, above, how many districts each holds."""
    scales = [trace for trace in slide.picture.figure["data"] if "colorbar" in trace]
    if not scales:
        _sizes(shapes, slide, room, per_pixel)
        return
    bar, colours = scales[0]["colorbar"], [shade for _, shade in scales[0]["colorscale"][::2]]
    own, group = room.part((0.2, 0.8), (0, 1)), shapes.add_group_shape()
    width = own.width / len(colours)
    for n, shade in enumerate(colours):
        box = Room(own.left + n * width, own.top + 0.22, width, 0.14)
        patch = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
        patch.fill.solid()
        patch.fill.fore_color.rgb = colour(shade)
        patch.line.fill.background()
        _without_style(patch)
    group.name = "legend"
    muted = slide.theme.muted
    for place, said in zip(bar["tickvals"], bar["ticktext"], strict=True):
        middle = own.left + (place + 0.5) * width
        write(shapes, Room(middle - 0.6, own.top + 0.38, 1.2, 0.18), plain(said), 9, muted, align="center")
    for n, count in _counts(slide):
        room_of = Room(own.left + n * width, own.top + 0.03, width, 0.18)
        write(shapes, room_of, count, 9, muted, align="center")


def _counts(slide: Slide) -> Iterator[tuple[int, str]]:
    for annotation in slide.picture.figure["layout"]["annotations"]:
        if annotation.get("name", "").startswith(COUNT):
            yield int(annotation["name"].removeprefix(COUNT)), annotation["text"]


def _sizes(shapes: Any, slide: Slide, room: Room, per_pixel: float) -> None:
    """What the sizes of circles mean, each with its number."""
    layout = slide.picture.figure["layout"]
    circles = [one for one in layout.get("shapes", ()) if one.get("name") == SIZE and one["type"] == "circle"]
    labels = [plain(one["text"]) for one in layout["annotations"] if one.get("name") == SIZE]
    left = room.left
    for circle, said in zip(circles, labels, strict=True):
        wide = (circle["x1"] - circle["x0"]) * per_pixel
        drawn = shapes.add_shape(MSO_SHAPE.OVAL, *Room(left, room.top + room.height - wide, wide, wide).emu)
        _without_style(drawn)
        drawn.fill.background()
        drawn.line.color.rgb = colour(circle["line"]["color"])
        write(shapes, Room(left + wide + 0.06, room.top + room.height - 0.18, 0.9, 0.18), said, 9, slide.theme.muted)
        left += wide + 1.0
