"""Texts of figures, with their marks of type, as lines of letters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

from exports.images import fonts
from exports.images.markup import add, attributes, clean, paint

SPACING: Final = 1.3
"""From line to line, by the size of the letters, as in browsers."""
ABOVE: Final = 0.75
BELOW: Final = 0.3
"""Above and below the line that letters stand on, by their size; together a little less than a line."""
RING: Final = "○"
DISC: Final = "•"
LIKE: Final = str.maketrans({"●": DISC, "┃": "|", "\u2002": "\u00a0\u00a0\u00a0", "\u2009": "\u202f"})
"""Signs that the font of pictures has not, and what looks like them there; a ring is the edge of a disc."""
ANCHORS: Final = {"left": "start", "center": "middle", "right": "end"}


@dataclass(frozen=True)
class Look:
    """How letters look. size: in pixels; colour: of a theme."""

    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True)
class Run:
    """Letters of one look; ring: whether only their edges are drawn."""

    said: str
    look: Look
    ring: bool = False

    @property
    def width(self) -> float:
        return fonts.width(self.said, self.look.size, bold=self.look.bold)


Lines = list[list[Run]]


class _Reader(HTMLParser):
    """Reads the few marks that figures have: `<b>`, `<br>`, `<span style>`; others are left out, their words stay."""

    def __init__(self, look: Look) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: Lines = [[]]
        self.looks = [look]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.lines.append([])
            return
        own = self.looks[-1]
        style = dict(attrs).get("style") or ""
        size, colour = re.search(r"font-size:\s*([\d.]+)px", style), re.search(r"(?<![-\w])color:\s*(#\w+)", style)
        own = replace(own, size=float(size[1])) if size else own
        own = replace(own, colour=colour[1]) if colour else own
        self.looks.append(replace(own, bold=True) if tag == "b" else own)

    def handle_endtag(self, tag: str) -> None:
        if tag != "br" and len(self.looks) > 1:
            self.looks.pop()

    def handle_data(self, data: str) -> None:
        for part in filter(None, re.split(f"({RING})", clean(data).translate(LIKE))):
            self.lines[-1].append(Run(DISC if part == RING else part, self.looks[-1], ring=part == RING))


def read(said: str, look: Look) -> Lines:
    """The lines of a figure's text."""
    reader = _Reader(look)
    reader.feed(said)
    reader.close()
    return reader.lines


def plain(said: str) -> str:
    """The words of a figure's text, its lines one after the other."""
    lines = read(said, Look(1, ""))
    return " ".join(filter(None, ("".join(run.said for run in line).strip() for line in lines)))


def look_of(font: Mapping[str, Any] | None, usual: Look) -> Look:
    """The look that a figure's font asks for."""
    own = font or {}
    return replace(usual, size=own.get("size", usual.size), colour=own.get("color", usual.colour))


def widest(lines: Lines) -> float:
    """Pixels of the longest line."""
    return max((sum(run.width for run in line) for line in lines), default=0)


def height(lines: Lines, look: Look) -> float:
    """Pixels from the top of the first line to the foot of the last."""
    return look.size * (ABOVE + BELOW + SPACING * (len(lines) - 1))


def first_line(lines: Lines, look: Look, y: float, side: str) -> float:
    """Where the first line stands, of a block whose top, middle or bottom is at a height."""
    whole = height(lines, look)
    top = {"top": y, "middle": y - whole / 2, "bottom": y - whole}[side]
    return top + ABOVE * look.size


def write(
    within: Element,
    lines: Lines,
    look: Look,
    x: float,
    y: float,
    align: str = "left",
    *,
    behind: str = "",
    turn: float = 0,
) -> Element:
    """Lines of letters, the first on y. align: of each line to x; behind: colour of an outline that keeps letters off
    what is below them; turn: degrees to the left."""
    own = paint("fill", look.colour)
    if behind:
        own |= {"stroke": behind, "stroke_width": 3, "stroke_linejoin": "round", "paint_order": "stroke"}
    turned = f"rotate({-turn:g} {x:.1f} {y:.1f})" if turn else None
    text = add(within, "text", font_size=look.size, text_anchor=ANCHORS[align], transform=turned, **own)
    for n, line in enumerate(lines):
        for k, run in enumerate(line or [Run("", look)]):
            place = {} if k else attributes(x=x, y=y + n * SPACING * look.size)
            SubElement(text, "tspan", place | _differing(run, look)).text = run.said
    return text


def _differing(run: Run, usual: Look) -> dict[str, str]:
    """What a run's look has that the text around has not."""
    own = run.look
    found = attributes(font_weight="700") if own.bold else {}
    found |= attributes(font_size=own.size) if own.size != usual.size else {}
    if run.ring:
        return found | attributes(fill="none", **paint("stroke", own.colour))
    return found | (attributes(**paint("fill", own.colour)) if own.colour != usual.colour else {})
