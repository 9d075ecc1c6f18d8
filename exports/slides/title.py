"""The titles of slides."""

from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN

from exports.slides.forms import write
from exports.slides.room import TITLE
from exports.slides.words import style

SIZES: Final = {80: 24, 150: 20, 230: 16, 330: 13}
"""Points of a sentence's letters, by as many as it has at most."""
SMALLEST: Final = 11


def set_title(page: Any, said: str, shade: str, *, own_look: bool) -> None:
    """The sentence in the title's place; with a template's look, where and as that has it."""
    title = page.shapes.title
    size = next((size for letters, size in SIZES.items() if len(said) <= letters), SMALLEST)
    if title is None:
        write(page.shapes, TITLE, said, size, shade, bold=True)
        return
    title.text_frame.text = said
    frame = title.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    if own_look:
        title.left, title.top, title.width, title.height = TITLE.emu
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for paragraph in frame.paragraphs:
        style(paragraph.font, size, shade if own_look else "rgba(0,0,0,0)", bold=True)
        if own_look:
            paragraph.alignment = PP_ALIGN.LEFT
