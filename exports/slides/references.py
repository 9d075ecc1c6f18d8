"""What all bars are set against: a dotted line across them, with its name below."""

from typing import Any, Final

from charts.theme import Figure
from exports.slides.forms import Form, add_group, box_of, text_box
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import plain

FOOT: Final = 0.3
"""Inches below the drawing for the words."""
LINE: Final = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'


def reference(figure: Figure) -> tuple[float, str] | None:
    """Where the line over the whole height stands, and the words at its foot; None where there is none."""
    for shape in figure["layout"].get("shapes", ()):
        if shape.get("line", {}).get("dash") == "dot" and shape.get("yref") == "paper":
            notes = [note for note in figure["layout"]["annotations"] if note.get("x") == shape["x0"]]
            return shape["x0"], plain(notes[0]["text"]) if notes else ""
    return None


def draw(shapes: Any, slide: Slide, drawing: Room, against: tuple[float, str], ends: tuple[float, float]) -> None:
    """The line with its words. drawing: of the bars alone; ends: where their lengths begin and end."""
    value, name = against
    x = drawing.left + drawing.width * (value - ends[0]) / (ends[1] - ends[0])
    upright = Form(box_of(Room(x, drawing.top, 0, drawing.height)), LINE, name, name, "", 100, slide.theme.text, 1)
    below = Room(x - 1, drawing.top + drawing.height + 0.03, 2, 0.2)
    add_group(shapes, "reference", [upright, text_box(below, name, 9, slide.theme.text, align="ctr")])
