"""Elements of SVG: numbers as short as anyone sees, colours with their opacity, texts without what no XML holds."""

import re
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from exports.images.cannot import CannotDraw

Said = str | float | None
FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML can't hold, be it as references."""


def add(within: Element, name: str, **said: Said) -> Element:
    """An element inside of another. said: its attributes, `_` for `-`; those that are None are left out."""
    return SubElement(within, name, attributes(**said))


def attributes(**said: Said) -> dict[str, str]:
    """Attributes as they are written."""
    return {
        name.rstrip("_").replace("_", "-"): value if isinstance(value, str) else short(value)
        for name, value in said.items()
        if value is not None
    }


def short(value: float) -> str:
    """A number in hundredths at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "-0" if abs(value) >= 0.005 else "0", 1)


def clean(said: str) -> str:
    """A text without what XML can't hold."""
    return FORBIDDEN.sub("", said)


def titled(within: Element, said: str) -> None:
    """What a pointer that rests on an element is told."""
    if said:
        SubElement(within, "title").text = clean(said)


def paint(kind: str, colour: str, opacity: float = 1.0) -> dict[str, Said]:
    """A colour of a theme as attributes; kind: fill or stroke. Raises CannotDraw for what is no such colour."""
    if re.fullmatch(r"rgba\(.*,\s*0\)", colour):
        return {kind: "none"}
    if not re.fullmatch(r"#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?", colour):
        raise CannotDraw(f"the colour {colour!r}")
    seen = opacity * (int(colour[7:], 16) / 255 if len(colour) > 7 else 1)
    return {kind: colour[:7], f"{kind}_opacity": seen if seen < 1 else None}
