"""What slides look like: our own look, or that of a presentation that an organisation gives."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from exports.slides.room import WHOLE, Places, Room, places

FONT: Final = "Source Sans 3"
TYPES: Final = "[Content_Types].xml"
TEMPLATE, PRESENTATION = (f"presentationml.{kind}.main+xml".encode() for kind in ("template", "presentation"))
FOOT: Final = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


class TemplateError(ValueError):
    """A template that can't be used; says what was wrong, what was expected and what to do."""


def own() -> Any:
    """An empty deck, 16:9, in the font of the pages."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WHOLE.width), Inches(WHOLE.height)
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    # python-pptx has no way of its own.
    theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())
    return deck


def opened(template: Path) -> Any:
    """A deck with the masters, layouts and fonts of a template (PPTX or POTX), without its slides.

    Raises TemplateError for a file that is none.
    """
    try:
        deck = Presentation(BytesIO(_as_presentation(template.read_bytes())))
        _emptied(deck)
        layout(deck)
    except OSError as error:
        why = error.strerror or "it can't be read"
        raise TemplateError(f"The template {template} can't be opened ({why}); name a file PPTX or POTX.") from None
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, IndexError, SyntaxError) as error:
        raise TemplateError(
            f"The template {template} is no presentation with a layout ({error}); expected is a PPTX or POTX as "
            "PowerPoint saves it: open it there and save it anew."
        ) from None
    return deck


def _as_presentation(content: bytes) -> bytes:
    """A template's bytes as those of a presentation, which say another type and are else the same."""
    with zipfile.ZipFile(BytesIO(content)) as given:
        if TEMPLATE not in given.read(TYPES):
            return content
        written = BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as copied:
            for item in given.infolist():
                part = given.read(item)
                copied.writestr(item, part.replace(TEMPLATE, PRESENTATION) if item.filename == TYPES else part)
    return written.getvalue()


def _emptied(deck: Any) -> None:
    """Leaves out the slides that a template shows as examples."""
    # python-pptx has no way of its own.
    ids = deck.slides._sldIdLst
    for each in list(ids):
        deck.part.drop_rel(each.rId)
        ids.remove(each)


def layout(deck: Any) -> Any:
    """The layout of slides with nothing but a title; the one with the fewest other places where none is called so."""
    layouts = list(deck.slide_layouts)
    titled = [one for one in layouts if _title(one) is not None] or layouts
    only = [one for one in titled if one._element.get("type") == "titleOnly"]
    return (only or sorted(titled, key=lambda one: len(one.placeholders)))[0]


def places_of(deck: Any, *, own_look: bool) -> Places:
    """Where what stands on a slide; in a template between its title and what stands at its foot."""
    if own_look:
        return places()
    chosen = layout(deck)
    wide, high = deck.slide_width / Inches(1), deck.slide_height / Inches(1)
    title, foot = _title(chosen), high
    for shape in chosen.placeholders:
        if shape.placeholder_format.type in FOOT and shape.top / Inches(1) > high / 2:
            foot = min(foot, shape.top / Inches(1))
    below = (title.top + title.height) / Inches(1) if title is not None else 1.3
    left = title.left / Inches(1) if title is not None else 0.5
    return places(Room(left, 0, wide - 2 * left, high), min(below, 0.3 * high), min(foot, high - 0.2))


def _title(layout: Any) -> Any:
    kinds = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    return next((one for one in layout.placeholders if one.placeholder_format.type in kinds), None)
