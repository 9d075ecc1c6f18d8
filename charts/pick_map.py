"""A map to pick a district from: HTML and SVG, each district a link, without a library in the browser."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from charts.classes import Classes
from charts.html import tag

Spot = tuple[int, int]
Rings = Sequence[Sequence[Spot]]


@dataclass(frozen=True)
class District:
    """A district: what is said when it is pointed at, where it leads, its colour and its closed rings."""

    told: str
    address: str
    colour: str
    rings: Rings


def pick_map(
    districts: Sequence[District],
    boroughs: Iterable[Rings],
    group: Iterable[tuple[Spot, Spot]],
    size: tuple[int, int],
    label: str,
) -> Markup:
    """The map in units of its rings; label: what it is, for who can't see it; group: the edges around one.

    The browser draws what is pointed at once more on top (`lit`), as neighbours would cover half of its outline.
    """
    links = [
        tag("a", tag("title", one.told), tag("path", d=_path(one.rings), fill=one.colour), href=one.address)
        for one in districts
    ]
    edges = "".join(f"M{a} {b}L{c} {d}" for (a, b), (c, d) in group)
    lines = [
        tag("path", d="".join(map(_path, boroughs)), class_="boroughs"),
        tag("path", d=edges, class_="group"),
        tag("path", d="M0 0", class_="lit"),
    ]
    width, height = size
    box = f"-4 -4 {width + 8} {height + 8}"
    return tag("svg", *links, *lines, viewBox=box, preserveAspectRatio="xMinYMin", role="group", aria_label=label)


def legend(classes: Classes, words: str, group: str) -> Markup:
    """The scale with the bounds of its classes between them; words: of what it is; group: how the line is called."""
    steps = [
        tag("i", tag("span", classes.labels.get(n, "")), style=f"background:{colour}")
        for n, colour in enumerate(classes.colours)
    ]
    return tag(
        "p",
        tag("span", words),
        tag("span", *steps, class_="scale"),
        tag("span", tag("i", class_="line"), group),
        class_="legend",
    )


def _path(rings: Rings) -> str:
    """Rings as SVG writes them: the first point, then steps."""
    found = ""
    for ring in rings:
        (x, y), *_ = ring
        steps = (f"{c - a} {d - b}" for (a, b), (c, d) in pairwise(ring[:-1]))
        found += f"M{x} {y}l{' '.join(steps)}z".replace(" -", "-")
    return found
