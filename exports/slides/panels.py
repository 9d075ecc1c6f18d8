"""The panels of a picture: which traces share a pair of axes, and where they stand on a slide."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, hypot, inf
from typing import Any, Final

from charts.stacked import KEY as KEY_NOTE
from charts.theme import Figure
from exports.slides.room import PIXEL, Room
from exports.slides.words import plain

SIGNED: Final = re.compile("<span style='color:(#[0-9a-f]{6,8})'>(.)</span>\u00a0([^<\u2003]+)")
"""A sign of a key in its colour, and its words."""
KEY: Final = 0.28
HEAD: Final = 0.4
"""Inches above all panels for the names of their lines, and above each for its title."""


@dataclass(frozen=True)
class Panel:
    """room: of the chart with its labels; inner: shares of it that the drawing begins at and takes (left, top, width,
    height); x, y: axes, whose range is known; straights: shapes that are a line upwards or across; notes: words
    at places; title, heading: what stands above it, and where."""

    room: Room
    inner: tuple[float, float, float, float]
    x: Mapping[str, Any]
    y: Mapping[str, Any]
    traces: Sequence[Mapping[str, Any]]
    straights: Sequence[Mapping[str, Any]]
    notes: Sequence[Mapping[str, Any]]
    title: str
    heading: Room

    def words(self, ink: str, muted: str) -> Iterator[tuple[str, tuple[float, float], str, str]]:
        """Side, place, words and colour of what is written in the drawing."""
        right, top = self.x["range"][1], self.y["range"][1]
        for note in self.notes:
            at_top = note.get("yref") == "paper"
            at_right = note.get("xref") in (None, "paper", "x domain")
            place = (right if at_right else note["x"], top if at_top else note["y"])
            # Words that an arrow on the page leads to stand off a large mark.
            off = " " * round(note.get("standoff", 0) / 4)
            yield (
                "above" if at_top else "right",
                place,
                off + plain(note["text"]),
                note.get("font", {}).get("color", ink),
            )
        for place, said in zip(self.x.get("tickvals", ()), self.x.get("ticktext", ()), strict=True):
            yield "below", (place, self.y["range"][0]), plain(said), muted
        for place, said in zip(self.y.get("tickvals", ()), self.y.get("ticktext", ()), strict=True):
            yield "left", (self.x["range"][0], place), plain(said), muted


def panels(figure: Figure, room: Room) -> list[Panel]:
    """The panels of a picture in the room of its drawing: one over all of it, or several in rows of equal ones."""
    ids = [key.removeprefix("yaxis") for key in figure["layout"] if key.startswith("yaxis")]
    if len(ids) == 1:
        return [_alone(figure, room)]
    columns = next(columns for columns in (2, 3, 4, 5, 6) if columns == 6 or -(-len(ids) // columns) < columns)
    rows, below = -(-len(ids) // columns), room.part((0, 1), (KEY / room.height, 1))
    return [_one_of(figure, id, below.part(*_cell(n, columns, rows))) for n, id in enumerate(ids)]


def _cell(n: int, columns: int, rows: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Shares of the room that the nth panel takes."""
    row, column = divmod(n, columns)
    return (column / columns, (column + 1) / columns), (row / rows, (row + 1) / rows)


def _alone(figure: Figure, room: Room) -> Panel:
    margin, notes = figure["layout"]["margin"], [note for note in _notes(figure) if is_inside(note, "x", "y")]
    left, right = max(0.45, margin["l"] * PIXEL * 1.1), (margin["r"] + 8) * PIXEL * 1.1
    titled = 0.2 if figure["layout"]["xaxis"].get("title") else 0.0
    inside = (left / room.width, 0.3 / room.height, 1 - (left + right) / room.width, 1 - (0.75 + titled) / room.height)
    said = [plain(note["text"]) for note in _notes(figure) if _on_paper(note)]
    heading = Room(room.left, room.top - 0.02, room.width, 0.2)
    return _panel(
        figure,
        "",
        Room(room.left, room.top + 0.1, room.width, room.height - 0.1),
        inside,
        notes,
        " · ".join(said),
        heading,
    )


def _one_of(figure: Figure, id: str, room: Room) -> Panel:
    heading, chart = Room(room.left, room.top, room.width - 0.2, HEAD), room.part((0, 0.96), (HEAD / room.height, 1))
    inside = (0.5 / chart.width, 0.05, 1 - 0.6 / chart.width, 1 - 0.3 / chart.height)
    domains = {
        key.removeprefix("yaxis"): _corner(figure, key.removeprefix("yaxis"))
        for key in figure["layout"]
        if key.startswith("yaxis")
    }
    own = [note for note in _notes(figure) if _on_paper(note) and _nearest(note, domains) == id]
    return _panel(
        figure, id, chart, inside, [], "\n".join(plain(note["text"]).replace("\n", " · ") for note in own), heading
    )


def _panel(
    figure: Figure,
    id: str,
    room: Room,
    inner: tuple[float, float, float, float],
    notes: Sequence[Mapping[str, Any]],
    title: str,
    heading: Room,
) -> Panel:
    layout, shared = figure["layout"], figure["layout"]["template"]["layout"]
    x, y = (shared.get(name, {}) | layout[f"{name}{id}"] for name in ("xaxis", "yaxis"))
    traces = [trace for trace in figure["data"] if trace.get("yaxis", "y") == f"y{id}"]
    shapes = [shape for shape in layout.get("shapes", ()) if _is_straight(shape, id)]
    if "range" not in x:
        x = x | {"range": [min(min(trace["x"]) for trace in traces), max(max(trace["x"]) for trace in traces)]}
    return Panel(room, inner, _with_own_years(x, traces), y, traces, shapes, notes, title, heading)


def _notes(figure: Figure) -> list[Mapping[str, Any]]:
    """Those of the drawing; what is written across it as a warning is turned, see `maps.mark`."""
    notes = [note for note in figure["layout"]["annotations"] if "name" not in note and "textangle" not in note]
    return [note for note in notes if note.get("yshift", 0) >= 0]


def _on_paper(note: Mapping[str, Any]) -> bool:
    return note.get("xref", "paper") == "paper" and note.get("yref") == "paper"


def _corner(figure: Figure, id: str) -> tuple[float, float]:
    """Upper left corner of a panel on the page, in shares of the picture."""
    layout = figure["layout"]
    return layout[f"xaxis{id}"]["domain"][0], layout[f"yaxis{id}"]["domain"][1]


def _nearest(note: Mapping[str, Any], corners: Mapping[str, tuple[float, float]]) -> str:
    return min(corners, key=lambda id: hypot(corners[id][0] - note["x"], corners[id][1] - note["y"]))


def _is_straight(shape: Mapping[str, Any], id: str) -> bool:
    """Whether it is a line upwards in a panel, or across a picture of one."""
    if shape.get("type") != "line" or "xsizemode" in shape or "ysizemode" in shape:
        return False
    if shape["x0"] == shape["x1"]:
        return bool(shape.get("xref", "x") == f"x{id}")
    return not id and shape["y0"] == shape["y1"] and shape.get("yref", "y") == "y"


def _with_own_years(x: dict[str, Any], traces: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The axis with its years as words where something stands before the first: steps of an axis begin at its end."""
    first = min((place for trace in traces for place in trace.get("x", ()) if place is not None), default=inf)
    begin = ceil(min(x["range"]))
    if x.get("tickformat") != "d" or first >= begin:
        return x
    years = range(begin, floor(max(x["range"])) + 1)
    shown = [year for year in years if len(years) <= 12 or year % 5 == 0]
    return x | {"tickvals": shown, "ticktext": [str(year) for year in shown]}


def is_inside(note: Mapping[str, Any], x: str, y: str) -> bool:
    """Whether words stand at a place of a panel rather than of the paper."""
    across, up = note.get("xref", "paper"), note.get("yref", "y")
    return (across in (x, f"{x} domain") and up in (y, "paper")) or (across == "paper" and up == y and x == "x")


def keys(figure: Figure, room: Room) -> Iterator[tuple[Room, str, str]]:
    """What colours mean, in a row above the panels: place, words and colour, empty for that of all words.

    Names of lines that several panels share have the colour of their line; of a key, its signs alone.
    """
    left = room.left
    for note in figure["layout"]["annotations"]:
        for shade, sign, said in SIGNED.findall(note["text"]) if note.get("name") == KEY_NOTE else ():
            width = 0.082 * len(said) + 0.4
            yield Room(left, room.top, 0.2, 0.2), sign, shade
            yield Room(left + 0.2, room.top, width - 0.2, 0.2), plain(said), ""
            left += width
        if note.get("xref") == "x domain" and note.get("yref") == "y":
            said = plain(note["text"])
            width = 0.095 * len(said) + 0.3
            yield Room(left, room.top, width, 0.2), said, note.get("font", {}).get("color", "")
            left += width
