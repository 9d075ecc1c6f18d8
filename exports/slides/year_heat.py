"""A year by day and hour as shapes: one of many cells for each colour, as a table would have 8,760 of them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from charts.year_heat import NAME
from exports.slides import legends
from exports.slides.forms import Form, Ring, add_group, emu, outline, text_box
from exports.slides.room import Room
from exports.slides.slide import Slide

Classes = Sequence[Sequence[int | None]]
LEFT: Final = 0.4
BELOW: Final = 0.9
"""Inches left of the cells for the hours, and below them for the months and the scale."""
SIZE: Final = 10


def is_year_heat(data: Sequence[dict[str, Any]]) -> bool:
    """Whether a picture has a cell for each hour of a year."""
    return bool(data) and data[0].get("name") == NAME


def draw(shapes: Any, slide: Slide, room: Room) -> None:
    """The cells, what stands beside and below them, and the scale."""
    trace, layout = slide.picture.figure["data"][0], slide.picture.figure["layout"]
    inner = room.part((LEFT / room.width, 1), (0, 1 - BELOW / room.height))
    wide, high = inner.width / len(trace["x"]), inner.height / len(trace["y"])
    forms = [
        Form(*outline(list(_cells(trace["z"], n, inner, wide, high))), name=f"class {n}", fill=colour)
        for n, colour in enumerate(shade for _, shade in trace["colorscale"][::2])
        if any(n in row for row in trace["z"])
    ]
    add_group(shapes, NAME, forms)
    muted = slide.theme.muted
    months = zip(layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"], strict=True)
    words = []
    for day, said in months:
        middle = inner.left + wide * (trace["x"].index(day) + 0.5)
        place = Room(middle - 0.5, inner.top + inner.height + 0.04, 1, 0.2)
        words.append(text_box(place, said, SIZE, muted, align="ctr"))
    for hour, said in zip(layout["yaxis"]["tickvals"], layout["yaxis"]["ticktext"], strict=True):
        middle = inner.top + inner.height - high * (hour + 0.5)
        words.append(text_box(Room(room.left, middle - 0.09, LEFT - 0.08, 0.18), said, SIZE, muted, align="r"))
    add_group(shapes, "labels", words)
    legends.draw(shapes, slide, room.part((0, 1), (1 - 0.6 / room.height, 1)), 1.0)


def _cells(
    classes: Sequence[Sequence[int | None]], wanted: int, inner: Room, wide: float, high: float
) -> Iterator[Ring]:
    """A ring for each run of days that are of a class in an hour."""
    for hour, row in enumerate(classes):
        top, foot = (emu(inner.top + inner.height - high * place) for place in (hour + 1, hour))
        day = 0
        for own, run in groupby(row):
            count = len(list(run))
            if own == wanted:
                left, right = (emu(inner.left + wide * place) for place in (day, day + count))
                yield [(left, top), (right, top), (right, foot), (left, foot)]
            day += count
