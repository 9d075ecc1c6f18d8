"""A picture as SVG, with all that is to be known of it where it lies alone: title, sentence, source, licence, dates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from charts.theme import Figure
from data.store import Dataset
from exports.about.sources import licences, sources
from exports.images import drawing, fonts
from exports.images.lettering import RING, SPACING, Lines, Look, Run, plain, read, write
from exports.images.markup import add, attributes, clean, paint
from exports.rings import rings
from indicators.catalogue import Indicator
from locales import Language, date, text
from pictures.picture import Picture

SVG: Final = "http://www.w3.org/2000/svg"
EDGE: Final = 24
"""Pixels around everything."""
WIDE: Final = 960
MAP: Final = 640
"""Pixels of a drawing, and of one that is a single map."""
TITLE: Final = 18
SENTENCE: Final = 14
SMALL: Final = 11
"""Pixels of letters."""
BASE: Final = 0.71
"""Height of capitals, by the size of letters."""


@dataclass(frozen=True)
class Words:
    """What stands around a drawing. title, subtitle: with marks of type; below: paragraphs in small type."""

    title: Lines
    subtitle: Lines
    sentence: Sequence[str]
    below: Sequence[str]


def words_below(picture: Picture, lang: Language, dataset: Dataset, indicators: Sequence[Indicator]) -> list[str]:
    """What is to be said below a picture besides its small print: caveats, licence, and when the figures came."""
    maps = any("geojson" in trace for trace in picture.figure["data"])
    known = sources(dataset, indicators, boundaries=maps)
    said = [" ".join(filter(None, (one.title or one.id, one.address))) for one in licences(known)]
    terms = [text(lang, "Licence: {licence}", licence=", ".join(said))] if said else []
    days = sorted(source.retrieved_at for source in known if source.retrieved_at)
    retrieved = [text(lang, "Fetched on {day}", day=date(lang, days[-1]))] if days else []
    return [*picture.caveats, *terms, " · ".join([*retrieved, text(lang, "Leipzig Urban Indicators")])]


def width_of(figure: Figure) -> float:
    """Pixels that a drawing is wide: as on pages at least, so that nothing in it touches another."""
    maps = [key for key in figure["layout"] if key.startswith("geo")]
    return MAP if len(maps) == 1 else WIDE


def to_svg(picture: Picture, lang: Language, dataset: Dataset, indicators: Sequence[Indicator]) -> bytes:
    """A file of SVG without any reference to others. Raises CannotDraw for what only browsers can draw."""
    figure, width = picture.figure, width_of(picture.figure)
    layout = figure["layout"]
    said = _words(picture, width, words_below(picture, lang, dataset, indicators))
    muted = layout["annotations"][0]["font"]["color"]
    own = Look(layout["font"]["size"], layout["font"]["color"])
    whole = Element("svg", xmlns=SVG, role="img")
    whole.set("font-family", fonts.FAMILIES)
    whole.set("xml:lang", lang)
    SubElement(whole, "title").text = clean(" ".join(run.said for line in said.title for run in line))
    SubElement(whole, "desc").text = clean(" ".join(filter(None, (picture.sentence, picture.legend))))
    ground = add(whole, "rect", **paint("fill", layout["paper_bgcolor"]))
    inner = add(whole, "g", transform=f"translate({EDGE} {EDGE})")
    head = _head(inner, said, own, muted)
    body = add(inner, "g", transform=f"translate(0 {head - layout['margin']['t'] + drawing.above(layout):.1f})")
    drawing.draw(body, figure, width, rings(dataset))
    foot = head + drawing.above(layout) + layout["height"] - layout["margin"]["t"]
    below = _foot(inner, said.below, Look(SMALL, muted), foot)
    full = {"width": width + 2 * EDGE, "height": round(below + 2 * EDGE)}
    whole.attrib |= attributes(**full, viewBox=f"0 0 {full['width']:g} {full['height']:g}")
    ground.attrib |= attributes(**full)
    written: bytes = tostring(whole, encoding="utf-8", xml_declaration=True)
    return written


def _words(picture: Picture, width: float, below: Sequence[str]) -> Words:
    """All words in lines as wide as the drawing."""
    title, subtitle = drawing.titles(picture.figure["layout"])
    small = [line for said in below for line in fonts.broken(said, SMALL, width)]
    return Words(
        _fitting(title, TITLE, width, bold=True),
        _fitting(subtitle, 12, width),
        fonts.broken(clean(picture.sentence), SENTENCE, width) if picture.sentence != plain(title) else [],
        small,
    )


def _fitting(said: str, size: float, width: float, *, bold: bool = False) -> Lines:
    """A text without marks of type, in lines of one look."""
    look = Look(size, "", bold)
    found: Lines = []
    for line in read(said, look):
        whole = "".join(RING if run.ring else run.said for run in line)
        for part in fonts.broken(whole, size, width, bold=bold):
            found += read(escape(part), look)
    return found


def _head(within: Element, said: Words, own: Look, muted: str) -> float:
    """Title, subtitle and sentence; returns how much room they take."""
    y = 0.0
    blocks: list[tuple[Lines, Look, float]] = [
        (said.title, Look(TITLE, own.colour, bold=True), 4),
        (said.subtitle, Look(12, muted), 12),
        ([[Run(line, Look(SENTENCE, own.colour))] for line in said.sentence], Look(SENTENCE, own.colour), 14),
    ]
    for given, look, after in blocks:
        lines = [[replace(run, look=look) for run in line] for line in given]
        if any(run.said for line in lines for run in line):
            write(within, lines, look, 0, y + BASE * look.size + 2)
            y += SPACING * look.size * len(lines) + after
    return y


def _foot(within: Element, lines: Sequence[str], look: Look, y: float) -> float:
    """The small type below everything; returns where it ends."""
    write(within, [[Run(clean(line), look)] for line in lines], look, 0, y + SPACING * look.size)
    return y + SPACING * look.size * len(lines) + 4
