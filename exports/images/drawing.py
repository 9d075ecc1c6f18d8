"""A figure as plotly's library in the browser draws it, as elements of SVG: those parts of it that our pictures use."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from xml.etree.ElementTree import Element

from charts.theme import Figure
from exports.images import axes, bars, cells, maps, notes, traces
from exports.images.cannot import CannotDraw
from exports.images.lettering import SPACING, Look
from exports.images.maps import Rings
from exports.images.markup import add
from exports.images.panels import Panel, panels, room_of

TITLE: Final = 0.71
"""Height of capitals, by the size of letters."""


def draw(within: Element, figure: Figure, width: float, rings: Rings) -> None:
    """A figure of a width in pixels and the height of its layout. Raises CannotDraw for what only browsers can draw.

    rings: the boundaries of areas, which figures name by address only. Titles are left to who places the drawing.
    """
    layout, room = figure["layout"], room_of(figure, width)
    there, usual = panels(figure, room), Look(layout["font"]["size"], layout["font"]["color"])
    places = notes.places_of(room, there)
    shapes = [layout["template"]["layout"].get("shapedefaults", {}) | one for one in layout.get("shapes", ())]
    for panel in there:
        axes.grid(within, panel, layout["separators"])
    for one in (one for one in shapes if one.get("layer") == "below"):
        notes.shape(within, one, places)
    if any(key.startswith("geo") for key in layout):
        maps.draw(within, figure, room, rings, usual)
    for panel in there:
        _panel(within, figure, panel, usual)
    for one in (one for one in shapes if one.get("layer") != "below"):
        notes.shape(within, one, places)
    for panel in there:
        axes.words(within, panel, usual, layout["separators"])
    for trace in figure["data"]:
        if "colorbar" in trace and trace.get("showscale", True):
            notes.colour_bar(within, trace, room, usual)
    edge = replace(places, room=replace(room, left=layout["margin"]["l"]))
    for said in layout["annotations"]:
        notes.note(within, said, edge if said.get("yshift", 0) < 0 else places, usual)


def _panel(within: Element, figure: Figure, panel: Panel, usual: Look) -> None:
    layout = figure["layout"]
    shared = layout["template"].get("data", {}).get("scatter", [{}])[0]
    clip = ""
    for trace in panel.traces:
        match trace.get("type", "scatter"):
            case "scatter":
                clip = clip or _clip(within, panel)
                marker = shared.get("marker", {}) | trace.get("marker", {})
                traces.scatter(
                    within, {**trace, "mode": trace.get("mode", shared["mode"]), "marker": marker}, panel, usual, clip
                )
            case "bar":
                bars.draw(within, trace, panel, layout, usual)
            case "heatmap":
                cells.draw(within, trace, panel, usual)
            case "choropleth" | "scattergeo":
                pass
            case other:
                raise CannotDraw(f"a trace of type {other!r}")


def _clip(within: Element, panel: Panel) -> str:
    """The edge of a panel, beyond which lines are not seen; returns its address."""
    name = f"panel{panel.id}"
    edge = add(add(within, "clipPath", id=name), "rect", **_box(panel))
    edge.set("fill", "none")
    return f"url(#{name})"


def _box(panel: Panel) -> dict[str, float]:
    x, y = panel.x, panel.y
    left, top = min(x.start, x.end), min(y.start, y.end)
    return {"x": left, "y": top, "width": abs(x.end - x.start), "height": abs(y.end - y.start)}


def titles(layout: Mapping[str, Any]) -> tuple[str, str]:
    """Title and subtitle of a figure, which are not drawn with it."""
    title, _, subtitle = layout["title"]["text"].partition("<br>")
    return title, subtitle


def above(layout: Mapping[str, Any]) -> float:
    """Pixels above the drawing that it needs besides those of its titles."""
    lines = layout["title"]["text"].count("<br>") + 1
    size = layout["title"]["font"]["size"]
    room = layout["margin"]["t"] - layout["title"]["pad"]["t"] - (TITLE + SPACING * (lines - 1) + 0.4) * size
    return float(max(0, room))
