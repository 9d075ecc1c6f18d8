"""A deck of slides as a file of PowerPoint, which LibreOffice and others read, too."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pptx.oxml.ns import qn

from exports.slides import bars, cascades, codes, columns, heat, maps, points, templates, year_heat
from exports.slides.forms import Form, add, box_of, write
from exports.slides.left_out import add_left_out
from exports.slides.room import Places, Room
from exports.slides.slide import Slide
from exports.slides.title import set_title
from exports.slides.words import is_small_print, plain, readable, rejoined
from locales import Language

PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LONG: Final = 110
"""Letters of a line of 12 points."""
SHOWN: Final = 110
"""Letters of an address that are written out; the link leads to all of it."""


def to_pptx(
    slides: Sequence[Slide], template: Path | None = None, left_out: Sequence[str] = (), lang: Language = "de"
) -> bytes:
    """A deck with a slide a picture, or more where a table has too many rows for one, and at the end what is left out.

    template: a presentation whose masters, layouts and fonts it has; left_out: why some pictures are missing, told in
    lang. Raises `templates.TemplateError` for a template that is none.
    """
    deck = templates.own() if template is None else templates.opened(template)
    places = templates.places_of(deck, own_look=template is None)
    for slide in slides:
        for part in range(heat.parts(slide.picture.figure)):
            page = _add(deck, slide, part, places, own_look=template is None)
            _speaks(page, slide.lang)
    if left_out:
        page = deck.slides.add_slide(templates.layout(deck))
        add_left_out(page, left_out, lang, places, own_look=template is None)
        _speaks(page, lang)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _add(deck: Any, slide: Slide, part: int, places: Places, *, own_look: bool) -> Any:
    page = deck.slides.add_slide(templates.layout(deck))
    for shape in [shape for shape in page.placeholders if shape.placeholder_format.idx]:
        shape.element.getparent().remove(shape.element)
    set_title(page, readable(slide.picture.sentence), slide.theme.text, own_look=own_look)
    layout, theme = slide.picture.figure["layout"], slide.theme
    heading, _, subtitle = plain(layout["title"]["text"]).partition("\n")
    said = [one for one in (heading, subtitle.replace("\n", " ")) if one and one not in slide.picture.sentence]
    # PowerPoint has no triangle that points down.
    below = " · ".join(said).replace("▼", "▲")
    write(page.shapes, places.subtitle, below, 12 if len(below) <= LONG else 10, theme.muted)
    _draw(page, slide, part, places.drawing)
    small = [
        rejoined(plain(one["text"]), slide.dataset.version) for one in layout["annotations"] if is_small_print(one)
    ]
    write(page.shapes, places.source, "\n".join([*slide.picture.caveats, *reversed(small)]), 8, theme.muted)
    if slide.address:
        _link(page, slide, places)
    page.notes_slide.notes_text_frame.text = readable(slide.notes)
    return page


def _draw(page: Any, slide: Slide, part: int, room: Room) -> None:
    figure = slide.picture.figure
    data, ground = figure["data"], figure["layout"]["paper_bgcolor"]
    kinds = {trace.get("type") for trace in data}
    if ground != slide.theme.background:
        add(page.shapes, Form(box_of(room), name="ground", fill=ground))
    if "choropleth" in kinds:
        maps.draw(page.shapes, slide, room)
    elif year_heat.is_year_heat(data):
        year_heat.draw(page.shapes, slide, room)
    elif "heatmap" in kinds:
        heat.draw(page.shapes, slide, part, room)
    elif cascades.is_cascade(data):
        cascades.draw(page.shapes, slide, room)
    elif columns.is_columns(figure):
        columns.draw(page.shapes, slide, room)
    elif "bar" in kinds or bars.is_ranking(data):
        bars.draw(page.shapes, slide, room)
    else:
        points.draw(page.shapes, slide, room)
    maps.mark(page.shapes, slide, room)


def _link(page: Any, slide: Slide, places: Places) -> None:
    """The address as words that lead there, and as a code."""
    place = Room(places.source.left, places.source.top + places.source.height - 0.14, places.source.width, 0.16)
    address = slide.address
    write(page.shapes, place, address if len(address) <= SHOWN else f"{address[:SHOWN]}…", 8, slide.theme.accent)
    page.shapes[-1].text_frame.paragraphs[0].runs[0].hyperlink.address = address
    codes.draw(page.shapes, address, places.code)


def _speaks(page: Any, lang: Language) -> None:
    """Says the language of every text, for who has it read out, and for spelling."""
    said = {"de": "de-DE", "en": "en-GB"}[lang]
    for look in page.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        look.set("lang", said)
