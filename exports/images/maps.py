"""Maps: areas by colour, circles, names."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from exports.images.ground import Place, place
from exports.images.lettering import Look, height, look_of, read, write
from exports.images.markup import add, paint, titled
from exports.images.panels import Room
from exports.images.told import each, told
from exports.images.traces import shade
from exports.rings import Ring

Rings = Mapping[str, tuple[Ring, ...]]


def draw(within: Element, figure: Mapping[str, Any], room: Room, rings: Rings, usual: Look) -> None:
    """Every map of a figure, its layers in order."""
    layout = figure["layout"]
    places = {key: place(layout[key], room) for key in layout if key.startswith("geo")}
    for trace in figure["data"]:
        if trace.get("geo", "geo") in places:
            _layer(within, trace, places[trace.get("geo", "geo")], rings, layout["paper_bgcolor"], usual)


def _layer(within: Element, trace: Mapping[str, Any], where: Place, rings: Rings, behind: str, usual: Look) -> None:
    group = add(within, "g", stroke_linejoin="round")
    if trace["type"] == "choropleth":
        _areas(group, trace, where, rings)
    elif trace.get("mode") == "text":
        _names(group, trace, where, behind, usual)
    else:
        _circles(group, trace, where)


def _areas(within: Element, trace: Mapping[str, Any], where: Place, rings: Rings) -> None:
    line = trace["marker"]["line"]
    low, high = trace.get("zmin", 0), trace.get("zmax", 1)
    edge = paint("stroke", line["color"]) | {"stroke_width": line["width"]}
    for n, (area, number) in enumerate(zip(trace["locations"], trace["z"], strict=True)):
        fill = paint("fill", shade(trace["colorscale"], (number - low) / (high - low)))
        drawn = add(within, "path", d=_path(rings[area], where), fill_rule="evenodd", **fill, **edge)
        titled(drawn, told(trace, n, {}))


def _path(rings: Sequence[Ring], where: Place) -> str:
    """The boundaries of an area in tenths of a pixel, without points that say nothing new."""
    parts = []
    for ring in rings:
        spots = (where.of(*point) for point in ring)
        written = dict.fromkeys(f"{x:.1f},{y:.1f}" for x, y in spots)
        parts.append(f"M{' '.join(written)}Z")
    return "".join(parts)


def _names(within: Element, trace: Mapping[str, Any], where: Place, behind: str, usual: Look) -> None:
    look = look_of(trace["textfont"], usual)
    for name, lon, lat in zip(trace["text"], trace["lon"], trace["lat"], strict=True):
        x, y = where.of(lon, lat)
        lines = read(name, look)
        write(within, lines, look, x, y - height(lines, look) / 2 + 0.8 * look.size, "center", behind=behind)


def _circles(within: Element, trace: Mapping[str, Any], where: Place) -> None:
    marker = trace["marker"]
    look = paint("fill", marker["color"]) | paint("stroke", marker["line"]["color"])
    sizes = each(marker["size"], len(trace["lon"]))
    for n, (lon, lat, size) in enumerate(zip(trace["lon"], trace["lat"], sizes, strict=True)):
        if size:
            x, y = where.of(lon, lat)
            circle = add(within, "circle", cx=x, cy=y, r=size / 2, **look, stroke_width=marker["line"]["width"])
            titled(circle, told(trace, n, {}))
