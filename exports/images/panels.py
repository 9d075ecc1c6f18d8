"""The panels of a figure: each a pair of axes with its scales, inside of the room that margins leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from charts.theme import Figure
from exports.images.lettering import Look, look_of, read, widest
from exports.images.scales import Scale, scale, ticks

MARK: Final = 5
"""Pixels of a mark outside of the drawing."""
APART: Final = 3
"""Pixels between a mark, or the drawing, and its words."""


@dataclass(frozen=True)
class Room:
    """The room of all drawings of a picture, in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class Panel:
    """A pair of axes with what is drawn between them. id: empty for the first, then `2` …"""

    id: str
    x_axis: Mapping[str, Any]
    y_axis: Mapping[str, Any]
    x: Scale
    y: Scale
    traces: Sequence[Mapping[str, Any]]


def room_of(figure: Figure, width: float) -> Room:
    """The room inside of the margins of a picture of a width, with what an axis adds that sees to its own."""
    layout = figure["layout"]
    margin = layout["margin"]
    inner = Room(margin["l"], margin["t"], width - margin["r"], layout["height"] - margin["b"])
    axis = layout.get("yaxis", {})
    if not axis.get("automargin"):
        return inner
    along = scale(axis, "y", figure["data"], inner.bottom, inner.top)
    usual = Look(layout["font"]["size"], layout["font"]["color"])
    words = [read(tick.said, look_of(axis.get("tickfont"), usual)) for tick in ticks(axis, along, layout["separators"])]
    return Room(inner.left + max(map(widest, words), default=0) + 2 * APART, inner.top, inner.right, inner.bottom)


def panels(figure: Figure, room: Room) -> list[Panel]:
    """The panels of a figure, in its order; none of a map."""
    layout = figure["layout"]
    return [_panel(figure, key.removeprefix("yaxis"), room) for key in layout if key.startswith("yaxis")]


def _panel(figure: Figure, id: str, room: Room) -> Panel:
    layout = figure["layout"]
    shared = layout["template"]["layout"]
    x_axis, y_axis = (shared.get(name, {}) | layout.get(f"{name}{id}", {}) for name in ("xaxis", "yaxis"))
    traces = [trace for trace in figure["data"] if trace.get("yaxis", "y") == f"y{id}"]
    (left, right), (foot, head) = (axis.get("domain", (0, 1)) for axis in (x_axis, y_axis))
    x_axis = x_axis | {"across": True}
    x = scale(x_axis, "x", traces, room.left + left * room.width, room.left + right * room.width)
    y = scale(y_axis, "y", traces, room.bottom - foot * room.height, room.bottom - head * room.height)
    return Panel(id, x_axis, y_axis, x, y, traces)
