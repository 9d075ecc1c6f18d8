"""Tables of colours as tables, with the figures in their cells; long ones over several slides."""

from typing import Any, Final

from pptx.util import Inches, Pt

from charts.theme import Figure
from exports.slides.room import Room
from exports.slides.slide import Slide
from exports.slides.words import colour, plain, style
from locales import NO_VALUE

ROWS: Final = 32
"""Rows of a table on one slide."""
NAMES: Final = 2.2
"""Inches of the column of names."""
DARK: Final = 128
"""How light a colour has to be for dark letters, of 255."""


def parts(figure: Figure) -> int:
    """Slides that a picture takes: several only as a table of many rows."""
    data = figure["data"]
    return -(-len(data[0]["y"]) // ROWS) if data and data[0].get("type") == "heatmap" else 1


def draw(shapes: Any, slide: Slide, part: int, room: Room) -> None:
    """The rows of one part, with the periods above them."""
    figure = slide.picture.figure
    values = next(trace for trace in figure["data"] if trace.get("name") == "values")
    rows = range(len(values["y"]))[part * ROWS : (part + 1) * ROWS]
    periods, names = values["x"], figure["layout"]["yaxis"]["ticktext"]
    frame = shapes.add_table(len(rows) + 1, len(periods) + 1, *room.emu)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", slide.picture.sentence)
    table = frame.table
    table.columns[0].width = Inches(NAMES)
    for column in list(table.columns)[1:]:
        column.width = Inches((room.width - NAMES) / len(periods))
    for row in table.rows:
        row.height = Inches(room.height / (ROWS + 1))
    for n, period in enumerate(["", *periods]):
        _write(table.cell(0, n), period, slide.theme.background, slide.theme.muted)
    for n, row in enumerate(rows, 1):
        _write(table.cell(n, 0), plain(names[row]), slide.theme.background, slide.theme.text)
        for column in range(len(periods)):
            said, shade = _cell(values, row, column, slide)
            _write(table.cell(n, column + 1), said, shade, _ink(shade, slide))


def _cell(values: dict[str, Any], row: int, column: int, slide: Slide) -> tuple[str, str]:
    """What a cell says, with the sign of its figure, and its colour."""
    place = values["z"][row][column]
    if place is None:
        return NO_VALUE, slide.theme.no_value
    sign = values["text"][row][column] if "text" in values else ""
    return plain(values["customdata"][row][column]).partition("\n")[0] + sign, values["colorscale"][2 * place][1]


def _ink(shade: str, slide: Slide) -> str:
    red, green, blue = (int(shade[i : i + 2], 16) for i in (1, 3, 5))
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return slide.theme.text if light > DARK else slide.theme.background


def _write(cell: Any, said: str, shade: str, ink: str) -> None:
    cell.text = said
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Pt(0.5)
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(shade)
    style(cell.text_frame.paragraphs[0].font, 7, ink)
