"""Axes as they are drawn: lines across at their marks, and the words at these."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from exports.images.lettering import BELOW, SPACING, Look, height, look_of, read, widest, write
from exports.images.markup import add, paint
from exports.images.panels import APART, MARK, Panel
from exports.images.scales import Tick, ticks

TURNED_ROOM = 0.95
"""Share of the distance between words that they may take before they are turned upright."""


def grid(within: Element, panel: Panel, separators: str) -> None:
    """What is below everything else: lines at marks, the line of zero, and those of the axes themselves."""
    for axis, along, across in ((panel.x_axis, panel.x, panel.y), (panel.y_axis, panel.y, panel.x)):
        if not axis.get("visible", True):
            continue
        upright = axis is panel.x_axis
        if axis.get("showgrid", True) and "gridcolor" in axis:
            for tick in ticks(axis, along, separators):
                _line(within, along.at(tick.place), (across.start, across.end), axis["gridcolor"], upright=upright)
        zero = axis.get("zeroline", "zerolinecolor" in axis)
        if zero and not along.names and along.has(0) and "zerolinecolor" in axis:
            _line(within, along.at(0), (across.start, across.end), axis["zerolinecolor"], upright=upright)
        if "linecolor" in axis:
            side = across.end if axis.get("side") == "top" else across.start
            _line(within, side, (along.start, along.end), axis["linecolor"], upright=not upright)


def _line(within: Element, at: float, ends: tuple[float, float], colour: str, *, upright: bool) -> None:
    (x1, x2), (y1, y2) = ((at, at), ends) if upright else (ends, (at, at))
    add(within, "line", x1=x1, x2=x2, y1=y1, y2=y2, **paint("stroke", colour))


def words(within: Element, panel: Panel, usual: Look, separators: str) -> None:
    """What stands at the marks of both axes, and the title of the horizontal one."""
    if panel.x_axis.get("visible", True):
        _below(within, panel, usual, ticks(panel.x_axis, panel.x, separators))
    if panel.y_axis.get("visible", True):
        _beside(within, panel, usual, ticks(panel.y_axis, panel.y, separators))


def _below(within: Element, panel: Panel, usual: Look, marks: Sequence[Tick]) -> None:
    """The words of a horizontal axis, below or above the drawing, turned where they would touch each other."""
    axis, look, on_top = panel.x_axis, look_of(panel.x_axis.get("tickfont"), usual), panel.x_axis.get("side") == "top"
    edge, way = (panel.y.end, -1) if on_top else (panel.y.start, 1)
    texts = [read(mark.said, look) for mark in marks]
    apart = min((abs(panel.x.at(b.place) - panel.x.at(a.place)) for a, b in pairwise(marks)), default=1e9)
    turned = "autotickangles" in axis and max(map(widest, texts), default=0) > TURNED_ROOM * apart
    out = _marks(within, axis, [(panel.x.at(mark.place), edge) for mark in marks], (0, way))
    for mark, lines in zip(marks, texts, strict=True):
        x = panel.x.at(mark.place)
        if turned:
            write(
                within,
                lines,
                look,
                x + 0.35 * look.size,
                edge + way * (out + APART),
                "left" if on_top else "right",
                turn=90,
            )
        else:
            foot = BELOW * look.size + (len(lines) - 1) * SPACING * look.size
            y = edge - out - APART - foot if on_top else edge + out + APART + 0.8 * look.size
            write(within, lines, look, x, y, "center")
    deep = out + APART + max((height(lines, look) for lines in texts), default=0)
    _title(within, panel, usual, edge + way * (deep + axis.get("title", {}).get("standoff", 0)), on_top=on_top)


def _title(within: Element, panel: Panel, usual: Look, edge: float, *, on_top: bool) -> None:
    title = panel.x_axis.get("title")
    if not title:
        return
    look = look_of(title.get("font"), usual)
    lines = read(title["text"], look)
    y = edge - height(lines, look) + 0.8 * look.size if on_top else edge + 0.8 * look.size
    write(within, lines, look, (panel.x.start + panel.x.end) / 2, y, "center")


def _beside(within: Element, panel: Panel, usual: Look, marks: Sequence[Tick]) -> None:
    """The words of an upright axis, at its left."""
    axis, look = panel.y_axis, look_of(panel.y_axis.get("tickfont"), usual)
    left = panel.x.start
    out = _marks(within, axis, [(left, panel.y.at(mark.place)) for mark in marks], (-1, 0))
    for mark in marks:
        lines = read(mark.said, look)
        above = (len(lines) - 1) * SPACING * look.size / 2
        y = panel.y.at(mark.place) - above + 0.35 * look.size
        write(within, lines, look, left - out - APART - axis.get("ticklabelstandoff", 0), y, "right")


def _marks(
    within: Element, axis: Mapping[str, Any], places: Sequence[tuple[float, float]], way: tuple[int, int]
) -> float:
    """The marks outside of the drawing, where an axis has any; returns how far out they reach."""
    if axis.get("ticks") != "outside":
        return 0
    for x, y in places:
        ends = {"x1": x, "y1": y, "x2": x + MARK * way[0], "y2": y + MARK * way[1]}
        add(within, "line", **ends, **paint("stroke", axis.get("tickcolor", "#444444")))
    return MARK
