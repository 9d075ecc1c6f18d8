"""Tiles: each a figure with its year, its course and what is told of it, and a link to where it is shown."""

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from charts.html import stylesheet, tag

STYLE: Final = stylesheet(__file__, "tiles.css")


def tile(title: str, when: str, figure: tuple[str, str] | None, line: Markup, told: str, address: str) -> Markup:
    """One tile. when: the figure's period and care; figure: the number and its unit, None where there is none; line:
    its course as an image, may be empty; told: what is said below, or why there is no figure."""
    name = tag("span", tag("b", title), f" {when}", class_="name")
    value = tag("span", tag("b", figure[0]), f" {figure[1]}".rstrip(), class_="value") if figure else Markup()
    return tag("a", name, value, line, tag("span", told, class_="told"), href=address)


def tiles(every: Iterable[Markup], *, six: bool = False) -> Markup:
    """Tiles in rows of four or of six, fewer in a narrow window; `STYLE` has to be on the page."""
    return tag("ul", *(tag("li", each) for each in every), class_="tiles six" if six else "tiles")
