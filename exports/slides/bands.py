"""Ranges around lines as shapes behind their chart, which can't fill between lines itself."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from exports.slides.forms import Form, Ring, add_group, emu, outline
from exports.slides.panels import Panel
from exports.slides.words import opacity

Ends = tuple[float, float]


def draw(shapes: Any, panel: Panel, across: Ends, up: Ends) -> None:
    """Every filled trace of a panel. across, up: where the axes of its chart begin and end."""
    forms = [form for trace in panel.traces if trace.get("fill") for form in _filled(trace, panel, across, up)]
    add_group(shapes, "ranges", forms)


def _filled(trace: Mapping[str, Any], panel: Panel, across: Ends, up: Ends) -> Iterator[Form]:
    shade = trace["fillcolor"]
    seen = round(trace.get("opacity", 1) * opacity(shade))
    points = list(zip(trace["x"], trace["y"], strict=True))
    for known, run in groupby(points, key=lambda point: None not in point):
        if known:
            box, geometry = outline([_ring(list(run), panel, across, up)])
            yield Form(box, geometry, "range", fill=shade, opacity=seen)


def _ring(points: list[tuple[float, float]], panel: Panel, across: Ends, up: Ends) -> Ring:
    left, top, wide, high = panel.inner
    inside = panel.room.part((left, left + wide), (top, top + high))
    placed = []
    for x, y in points:
        right, above = (x - across[0]) / (across[1] - across[0]), (y - up[0]) / (up[1] - up[0])
        placed.append((emu(inside.left + right * inside.width), emu(inside.top + (1 - above) * inside.height)))
    return placed
