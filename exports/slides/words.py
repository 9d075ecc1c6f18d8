"""Texts and colours of pictures as slides take them."""

import re
from html import unescape
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from exports.slides.room import Room

SPACES: Final = "\u2002"
"""What keeps words off their marks in a browser."""


def plain(said: str) -> str:
    """A text of a picture without its marks of type; its lines stay apart."""
    lines = re.sub(r"<br\s*/?>", "\n", said)
    return unescape(re.sub(r"<[^>]*>", "", lines)).strip(SPACES)


def colour(said: str) -> RGBColor | None:
    """A colour of a theme, without its opacity; None for one that is not seen. Raises ValueError for what is none."""
    if said.startswith("rgba") and said.endswith(",0)"):
        return None
    if not re.fullmatch(r"#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?", said):
        raise ValueError(f"{said!r} is no colour of a slide, expected one such as #01665e.")
    return RGBColor.from_string(said[1:7].upper())


def write(
    shapes: Any, room: Room, said: str, size: float, shade: str, *, bold: bool = False, align: str = "left"
) -> Any:
    """A text box without margins, each line of the text a paragraph. shapes: of a slide or a group; align: left,
    center or right."""
    box = shapes.add_textbox(*room.emu)
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = said
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN[align.upper()]
        style(paragraph.font, size, shade, bold=bold)
    return box


def style(font: Any, size: float, shade: str, *, bold: bool = False) -> None:
    """How letters look. size: in points; shade: a colour of a theme."""
    font.size, font.bold = Pt(size), bold
    if (seen := colour(shade)) is not None:
        font.color.rgb = seen
