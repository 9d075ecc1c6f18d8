"""Texts and colours of pictures as slides take them."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.util import Pt

SPACES: Final = "\u2002"
"""What keeps words off their marks in a browser."""
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold."""
GROUPS: Final = r"#\ ##"
LINE: Final = 66
"""Letters of a line of small type, see `charts.theme.in_lines`."""
COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?")


def plain(said: str) -> str:
    """A text of a picture without its marks of type; its lines stay apart."""
    lines = re.sub(r"<br\s*/?>", "\n", said)
    return readable(unescape(re.sub(r"<[^>]*>", "", lines)).strip(SPACES))


def readable(said: str) -> str:
    """A text without letters that a file of slides can't hold."""
    return CONTROL.sub(" ", said)


def one_line(said: str) -> str:
    """A name that is broken over lines, without its breaks."""
    return plain(said).replace("-\n", "-").replace("\n", " ")


def number_format(decimals: int, largest: float, *, signed: bool = False) -> str:
    """How a chart writes its numbers, with those decimals; largest: of their sizes; signed: whether rises have a sign.

    Thousands stand apart with a space: a point or a comma would be that of whoever opens the file, whatever language
    the slide is in.
    """
    end = f".{'0' * decimals}" if decimals else ""
    if signed or largest < 1000:
        plus, form = "+" if signed else "", f"{GROUPS if largest >= 1000 else ''}0{end}"
        return f"{plus}{form};−{form};0{end}"
    return f"[>=1000000]#\\ ###\\ ##0{end};[>=1000]#\\ ##0{end};0{end}"


def rejoined(small: str, version: str) -> str:
    """Small type in the lines of a phone as one line, with a dot between its parts, each of which began a line there.

    A line that had room for the word after it ended a part; the version of the figures begins one.
    """
    first, *others = small.split("\n")
    joined, last = first, first
    for line in others:
        goes_on = len(last) + 1 + len(line.split(" ")[0]) > LINE and version not in line
        joined += f"{' ' if goes_on else ' · '}{line}"
        last = line
    return joined


def is_small_print(annotation: Mapping[str, Any]) -> bool:
    """Whether it stands below the drawing, over its whole width: what signs mean, and the source."""
    low = annotation.get("yanchor") == "bottom" and annotation.get("yshift", 0) < 0
    return low and annotation.get("yref") == "paper" and "xanchor" not in annotation


def colour(said: str) -> RGBColor | None:
    """A colour of a theme, without its opacity; None for one that is not seen. Raises ValueError for what is none."""
    if said.startswith("rgba") and said.endswith(",0)"):
        return None
    if not COLOUR.fullmatch(said):
        raise ValueError(f"{said!r} is no colour of a slide, expected one such as #01665e.")
    return RGBColor.from_string(said[1:7].upper())


def opacity(said: str) -> int:
    """Of a colour, in percent; 100 where it says none."""
    return round(int(said[7:9], 16) / 2.55) if COLOUR.fullmatch(said) and len(said) == 9 else 100


def style(font: Any, size: float, shade: str, *, bold: bool = False) -> None:
    """How letters look. size: in points; shade: a colour of a theme."""
    font.size, font.bold = Pt(size), bold
    if (seen := colour(shade)) is not None:
        font.color.rgb = seen
