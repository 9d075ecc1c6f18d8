"""A deck of slides as a file of PowerPoint, which LibreOffice and others read, too."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from exports.slides import bars, heat, maps, points
from exports.slides.room import CODE, DRAWING, SOURCE, SUBTITLE, TITLE, WHOLE, Room
from exports.slides.slide import Slide
from exports.slides.words import plain, style, write

PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FONT: Final = "Source Sans 3"
SIZES: Final = {80: 24, 150: 20, 230: 16, 330: 13}
"""Points of a sentence's letters, by as many as it has at most."""
SMALLEST: Final = 11


def to_pptx(slides: Sequence[Slide], template: Path | None = None) -> bytes:
    """A deck with a slide a picture, or two where a table has too many rows for one.

    template: a presentation whose look it has; its own slides are left out, and its layout `title only` is used.
    """
    deck = Presentation(str(template) if template else None)
    if template is None:
        deck.slide_width, deck.slide_height = Inches(WHOLE.width), Inches(WHOLE.height)
        theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        # python-pptx has no way of its own.
        theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())
    _emptied(deck)
    for slide in slides:
        for part in range(heat.parts(slide.picture.figure)):
            _add(deck, slide, part, own_look=template is None)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _emptied(deck: Any) -> None:
    """Leaves out the slides that a template shows as examples."""
    # python-pptx has no way of its own.
    ids = deck.slides._sldIdLst
    for each in list(ids):
        deck.part.drop_rel(each.rId)
        ids.remove(each)


def _add(deck: Any, slide: Slide, part: int, *, own_look: bool) -> None:
    layouts = deck.slide_layouts
    page = deck.slides.add_slide(layouts[min(5, len(layouts) - 1)])
    for shape in [shape for shape in page.placeholders if shape.placeholder_format.idx]:
        shape.element.getparent().remove(shape.element)
    _title(page, slide, own_look=own_look)
    layout, theme = slide.picture.figure["layout"], slide.theme
    heading, _, subtitle = plain(layout["title"]["text"]).partition("\n")
    said = " · ".join(filter(None, (heading, subtitle.replace("\n", " "))))
    write(page.shapes, SUBTITLE, said, 12, theme.muted)
    _draw(page, slide, part)
    small = [plain(one["text"]).replace("\n", " · ") for one in layout["annotations"] if is_small_print(one)]
    write(page.shapes, SOURCE, "\n".join([*reversed(small), slide.address]).strip(), 8, theme.muted)
    if slide.address:
        _code(page, slide.address)
    page.notes_slide.notes_text_frame.text = slide.notes


def _title(page: Any, slide: Slide, *, own_look: bool) -> None:
    title, said = page.shapes.title, slide.picture.sentence
    if title is None:
        write(page.shapes, TITLE, said, 20, slide.theme.text, bold=True)
        return
    title.text_frame.text = said
    title.left, title.top, title.width, title.height = TITLE.emu
    frame = title.text_frame
    frame.word_wrap, frame.vertical_anchor, frame.auto_size = True, MSO_ANCHOR.TOP, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    size = next((size for letters, size in SIZES.items() if len(said) <= letters), SMALLEST)
    for paragraph in title.text_frame.paragraphs:
        if own_look:
            style(paragraph.font, size, slide.theme.text, bold=True)
            paragraph.alignment = PP_ALIGN.LEFT
        else:
            style(paragraph.font, size, "rgba(0,0,0,0)", bold=True)


def _draw(page: Any, slide: Slide, part: int) -> None:
    data = slide.picture.figure["data"]
    kinds = {trace.get("type") for trace in data}
    if "choropleth" in kinds:
        maps.draw(page.shapes, slide, DRAWING)
    elif "heatmap" in kinds:
        heat.draw(page.shapes, slide, part, DRAWING)
    elif "bar" in kinds or bars.is_ranking(data):
        bars.draw(page.shapes, slide, DRAWING)
    else:
        points.draw(page.shapes, slide, DRAWING)


def is_small_print(annotation: dict[str, Any]) -> bool:
    """Whether it stands below the drawing, over its whole width: what signs mean, and the source."""
    return annotation.get("yanchor") == "bottom" and annotation.get("yshift", 0) < 0 and "xanchor" not in annotation


def _code(page: Any, address: str) -> None:
    """The address as a QR code."""
    import segno

    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="png", scale=6, border=1)
    drawn.seek(0)
    picture = page.shapes.add_picture(drawn, *Room(CODE.left, CODE.top, CODE.width, CODE.height).emu)
    picture.element.nvPicPr.cNvPr.set("descr", address)
