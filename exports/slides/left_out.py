"""The slide that names what of a set is not on slides."""

from collections.abc import Sequence
from typing import Any

from charts.theme import LIGHT
from exports.slides.forms import write
from exports.slides.room import TITLE, Places
from exports.slides.words import readable
from locales import Language, text


def add_left_out(page: Any, why: Sequence[str], lang: Language, places: Places) -> None:
    """A heading and a line for each."""
    for shape in [shape for shape in page.placeholders if shape.placeholder_format.idx]:
        shape.element.getparent().remove(shape.element)
    heading = text(lang, "Left out")
    if page.shapes.title is None:
        write(page.shapes, TITLE, heading, 24, LIGHT.text, bold=True)
    else:
        page.shapes.title.text_frame.text = heading
    write(page.shapes, places.drawing, readable("\n".join(why)), 14, LIGHT.text)
