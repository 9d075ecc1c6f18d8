"""Tables of colours as tables, with the figures in their cells; long ones over several slides."""

from collections.abc import Sequence
from typing import Any, Final

from charts.stacked import on
from charts.theme import Figure
from exports.slides import tables
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.tables import Cell
from exports.slides.words import plain
from locales import NO_VALUE

ROWS: Final = 32
"""Rows of a table on one slide."""
NAMES: Final = 2.2
"""Inches of the column of names."""


def parts(figure: Figure) -> int:
    """Slides that a picture takes: several only as a table of many rows."""
    data = figure["data"]
    return -(-len(data[0]["y"]) // ROWS) if data and data[0].get("type") == "heatmap" else 1


def draw(shapes: Any, slide: Slide, part: int, room: Room) -> None:
    """The rows of one part, with the periods above them."""
    figure, theme = slide.picture.figure, slide.theme
    values = next(trace for trace in figure["data"] if trace.get("name") == "values")
    periods, names = values["x"], figure["layout"]["yaxis"]["ticktext"]
    rows = [[Cell(plain(said), theme.background, theme.muted) for said in ("", *periods)]]
    for n in range(len(values["y"]))[part * ROWS : (part + 1) * ROWS]:
        name = Cell(plain(names[n]), theme.background, theme.text, align="l", bold="<b>" in names[n])
        rows.append([name, *(_cell(values, n, column, slide) for column in range(len(periods)))])
    tables.draw(shapes, room, rows, _widths(room, len(periods)), room.height / (ROWS + 1), slide.picture.sentence)


def _widths(room: Room, periods: int) -> Sequence[float]:
    return [NAMES, *[(room.width - NAMES) / periods] * periods]


def _cell(values: dict[str, Any], row: int, column: int, slide: Slide) -> Cell:
    """A figure with its sign on its colour."""
    place = values["z"][row][column]
    if place is None:
        return Cell(NO_VALUE, slide.theme.no_value, on(slide.theme.no_value))
    sign = values["text"][row][column] if "text" in values else ""
    shade = values["colorscale"][2 * place][1]
    return Cell(plain(values["customdata"][row][column]).partition("\n")[0] + sign, shade, on(shade))
