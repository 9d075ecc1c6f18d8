"""The slide that names what of a set is not on slides."""

from collections.abc import Sequence
from typing import Any

from charts.theme import LIGHT
from exports.slides.forms import write
from exports.slides.room import Places
from exports.slides.title import set_title
from exports.slides.words import readable
from locales import Language, text


def add_left_out(page: Any, why: Sequence[str], lang: Language, places: Places, *, own_look: bool) -> None:
    """A heading and a line for each."""
    for shape in [shape for shape in page.placeholders if shape.placeholder_format.idx]:
        shape.element.getparent().remove(shape.element)
    set_title(page, text(lang, "Left out"), LIGHT.text, own_look=own_look)
    write(page.shapes, places.drawing, readable("\n".join(why)), 14, LIGHT.text)
