"""A picture for a wall: its words apart from its drawing, so that they can be read from the last row.

Title, what it is in, notes and source leave the figure, and the room that it kept for them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

import orjson

from charts.theme import Figure
from pictures.picture import Drawn

LINE: Final = 15
"""Pixels from line to line of small print, as in `charts.theme`."""
TITLE: Final = 46
"""Pixels that a figure keeps for its title and what it is in."""
COLOURED: Final = re.compile(r"<span style=[\"']color:(#[0-9a-fA-F]{3,8})[\"']>(.*?)</span>", re.S)


@dataclass(frozen=True, eq=False)
class Shown:
    """What a slide shows.

    title: empty where the sentence begins with it; notes: lines, each of pieces of text with their colours, empty for
    that of all text; figure: as JSON, empty where the picture can't be shown; then sentence says why.
    """

    title: str
    subtitle: str
    sentence: str
    notes: tuple[tuple[tuple[str, str], ...], ...] = ()
    legend: str = ""
    figure: bytes = b""

    def as_json(self) -> dict[str, Any]:
        """For a browser."""
        figure = orjson.Fragment(self.figure or b"null")
        return {**{name: value for name, value in vars(self).items() if name != "figure"}, "figure": figure}


def shown(drawn: Drawn) -> Shown:
    """A picture in words and drawing, or why there is none."""
    if isinstance(drawn, str):
        return Shown("", "", drawn)
    layout = drawn.figure["layout"]
    title, _, below = layout["title"]["text"].partition("<br>")
    prints = sorted(filter(_is_print, layout["annotations"]), key=lambda one: one["yshift"], reverse=True)
    lines = [tuple(line) for one in prints for line in _pieces(one["text"])]
    lines += [((caveat, ""),) for caveat in drawn.caveats]
    figure = orjson.dumps(_alone(drawn.figure), option=orjson.OPT_SERIALIZE_NUMPY)
    said = _plain(title)
    heading = "" if drawn.sentence.startswith(said) else said
    return Shown(heading, _plain(below), drawn.sentence, tuple(lines), drawn.legend, figure)


def _is_print(annotation: Mapping[str, Any]) -> bool:
    """Whether it is small print below the drawing, as `charts.theme.small_print` writes it."""
    at = annotation.get("yref"), annotation.get("y"), annotation.get("yanchor"), annotation.get("align")
    return at == ("paper", 0, "bottom", "left") and annotation.get("yshift", 0) < 0


def _alone(figure: Figure) -> Figure:
    """The drawing without its words around it."""
    layout = dict(figure["layout"])
    margin, annotations = dict(layout["margin"]), layout["annotations"]
    prints = [-one["yshift"] - LINE * (one["text"].count("<br>") + 1) for one in annotations if _is_print(one)]
    below = max(min([*prints, margin["b"]]), 8)
    above = max(margin["t"] - TITLE, 8)
    layout["height"] -= margin["b"] - below + margin["t"] - above
    layout["margin"] = {**margin, "t": above, "b": below}
    layout["annotations"] = [one for one in annotations if not _is_print(one)]
    del layout["title"]
    return {"data": figure["data"], "layout": layout}


def _pieces(small: str) -> Iterator[list[tuple[str, str]]]:
    """Lines of small print in pieces of one colour each."""
    for line in small.split("<br>"):
        pieces, at = list[tuple[str, str]](), 0
        for found in COLOURED.finditer(line):
            pieces += [(_plain(line[at : found.start()]), ""), (_plain(found[2]), found[1])]
            at = found.end()
        yield [piece for piece in (*pieces, (_plain(line[at:]), "")) if piece[0]]


def _plain(said: str) -> str:
    """A text of plotly's without its marks."""
    return unescape(re.sub(r"<[^>]*>", "", said))
