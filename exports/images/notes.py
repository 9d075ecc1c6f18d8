"""What figures have besides traces: notes, shapes, and scales of colours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element

from exports.images.cannot import CannotDraw
from exports.images.lettering import Look, first_line, height, look_of, read, widest, write
from exports.images.markup import add, paint
from exports.images.panels import Panel, Room
from exports.images.scales import Scale
from exports.images.traces import line_look

PAD: Final = 1
"""Pixels around the words of a note that does not say how many."""


@dataclass(frozen=True)
class Places:
    """What notes and shapes are placed by: the paper, an axis, or the domain of an axis. axes: by name, `x`, `y2` …"""

    room: Room
    axes: Mapping[str, Scale]

    def at(self, ref: str, value: Any, letter: str) -> float:
        """Pixels of a value; letter: x or y. Raises CannotDraw for an axis that there is not."""
        if ref == "paper":
            share = float(value)
            room = self.room
            return room.left + share * room.width if letter == "x" else room.bottom - share * room.height
        axis, _, domain = ref.partition(" ")
        if axis not in self.axes:
            raise CannotDraw(f"a place on an axis {ref!r}")
        scale = self.axes[axis]
        return float(scale.start + value * (scale.end - scale.start) if domain else scale.at(value))


def places_of(room: Room, panels: Sequence[Panel]) -> Places:
    """The places of a figure's paper and panels."""
    return Places(room, {f"{letter}{panel.id}": getattr(panel, letter) for panel in panels for letter in "xy"})


def note(within: Element, said: Mapping[str, Any], places: Places, usual: Look) -> None:
    """A note at its place; beside it where it has an arrow, which itself is not drawn."""
    look = look_of(said.get("font"), usual)
    lines, pad = read(said["text"], look), said.get("borderpad", PAD) + 1
    x = places.at(said.get("xref", "paper"), said["x"], "x") + said.get("xshift", 0)
    y = places.at(said.get("yref", "y"), said["y"], "y") - said.get("yshift", 0)
    align, side = said.get("xanchor", "left"), said.get("yanchor", "middle")
    if said.get("showarrow"):
        x, y, side = x + said["ax"], y + said["ay"], "middle"
    # What stands at the edge of the paper is in line with everything else there.
    x += {"left": pad, "right": -pad, "center": 0}[align] if "bgcolor" in said or "xref" in said else 0
    y += {"top": pad, "bottom": -pad, "middle": 0}[side]
    top = first_line(lines, look, y, side)
    if "bgcolor" in said:
        wide = widest(lines)
        left = x - {"left": 0, "right": wide, "center": wide / 2}[align]
        box = {"x": left - pad, "y": top - 0.75 * look.size, "width": wide + 2 * pad, "height": height(lines, look)}
        add(within, "rect", **box, **paint("fill", said["bgcolor"]))
    write(within, lines, look, x, top, align)


def shape(within: Element, given: Mapping[str, Any], places: Places) -> None:
    """A line, a rectangle or a circle. Raises CannotDraw for others."""
    (x0, x1), (y0, y1) = (_ends(given, places, letter) for letter in "xy")
    opacity = given.get("opacity")
    line = (
        line_look(given["line"]) if given["line"].get("width", 1) and "color" in given["line"] else {"stroke": "none"}
    )
    if given["type"] == "line":
        add(within, "line", x1=x0, x2=x1, y1=y0, y2=y1, opacity=opacity, **line)
        return
    look = {**paint("fill", given.get("fillcolor", "rgba(0,0,0,0)")), **line, "opacity": opacity}
    if given["type"] == "rect":
        box = {"x": min(x0, x1), "y": min(y0, y1), "width": abs(x1 - x0), "height": abs(y1 - y0)}
        add(within, "rect", **box, **look)
    elif given["type"] == "circle":
        middle = {"cx": (x0 + x1) / 2, "cy": (y0 + y1) / 2, "rx": abs(x1 - x0) / 2, "ry": abs(y1 - y0) / 2}
        add(within, "ellipse", **middle, **look)
    else:
        raise CannotDraw(f"the shape {given['type']!r}")


def _ends(given: Mapping[str, Any], places: Places, letter: str) -> tuple[float, float]:
    ref, first, last = given.get(f"{letter}ref", letter), given[f"{letter}0"], given[f"{letter}1"]
    if given.get(f"{letter}sizemode") == "pixel":
        anchor, way = places.at(ref, given[f"{letter}anchor"], letter), 1 if letter == "x" else -1
        return anchor + way * first, anchor + way * last
    return places.at(ref, first, letter), places.at(ref, last, letter)


def colour_bar(within: Element, trace: Mapping[str, Any], room: Room, usual: Look) -> None:
    """The scale of a trace's colours below the drawing, with the numbers between its classes."""
    bar, look = trace["colorbar"], look_of(trace["colorbar"].get("tickfont"), usual)
    low, high = trace["zmin"], trace["zmax"]
    top = room.bottom + bar["ypad"]
    for (start, colour), (end, _) in zip(trace["colorscale"][::2], trace["colorscale"][1::2], strict=True):
        box = {"x": room.left + start * room.width, "width": (end - start) * room.width + 0.2}
        add(within, "rect", **box, y=top, height=bar["thickness"], **paint("fill", colour))
    for value, said in zip(bar["tickvals"], bar["ticktext"], strict=True):
        x = room.left + (value - low) / (high - low) * room.width
        lines = read(said, look)
        wide = widest(lines) / 2
        x = min(max(x, room.left + wide), room.right - wide)
        write(within, lines, look, x, top + bar["thickness"] + 3 + 0.8 * look.size, "center")
