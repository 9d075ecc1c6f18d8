"""Bars that lie, with the words at their ends."""

from collections.abc import Mapping
from typing import Any, Final
from xml.etree.ElementTree import Element

from exports.images.cannot import CannotDraw
from exports.images.lettering import Look, look_of, read, write
from exports.images.markup import add, paint, titled
from exports.images.panels import Panel
from exports.images.told import each, told
from exports.images.traces import shades

GAP: Final = 0.2
"""Share of the distance between bars that is left free, where a figure does not say how much."""
APART: Final = 4


def draw(within: Element, trace: Mapping[str, Any], panel: Panel, layout: Mapping[str, Any], usual: Look) -> None:
    """A trace of bars. Raises CannotDraw for bars that stand or are hatched."""
    if trace.get("orientation") != "h":
        raise CannotDraw("bars that stand")
    if "pattern" in trace["marker"]:
        raise CannotDraw("hatched bars")
    count = len(trace["x"])
    wide = each(trace.get("width", 1 - layout.get("bargap", GAP)), count)
    colours, bases = shades(trace["marker"], count, ""), each(trace.get("base", 0), count)
    for n, (length, place) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if length is None or length != length:
            continue
        start, end = panel.x.at(bases[n]), panel.x.at(bases[n] + length)
        middle, half = panel.y.at(place), abs(panel.y.per_unit) * wide[n] / 2
        box = {"x": min(start, end), "y": middle - half, "width": abs(end - start), "height": 2 * half}
        bar = add(within, "rect", **box, **paint("fill", colours[n]))
        titled(bar, told(trace, n, {"y": str(place), "x": str(length)}))
        _word(within, trace, n, (end, middle), usual, left=length < 0)


def _word(
    within: Element, trace: Mapping[str, Any], n: int, end: tuple[float, float], usual: Look, *, left: bool
) -> None:
    if trace.get("textposition") != "outside" or "text" not in trace:
        return
    look = look_of(trace.get("textfont"), usual)
    x = end[0] - APART if left else end[0] + APART
    write(within, read(str(trace["text"][n]), look), look, x, end[1] + 0.35 * look.size, "right" if left else "left")
