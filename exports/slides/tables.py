"""Tables of PowerPoint, written at once: a library that styles one cell after the other takes a second for a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml

from exports.slides.forms import SPACES, Words, emu, filled, paragraph
from exports.slides.room import Room


@dataclass(frozen=True)
class Cell:
    """What a cell says, in which colours; size: in points; align: `l`, `ctr` or `r`."""

    said: str
    shade: str
    ink: str
    size: float = 7
    align: str = "ctr"
    bold: bool = False


def draw(
    shapes: Any, room: Room, rows: Sequence[Sequence[Cell]], widths: Sequence[float], height: float, told: str
) -> None:
    """A table whose first row is its head. widths, height: of columns and of a row, in inches; told: the alternative
    text."""
    frame = shapes.add_table(1, 1, *room.emu)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", told)
    frame.height = emu(height) * len(rows)
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    lines = "".join(f'<a:tr h="{emu(height)}">{"".join(map(_cell, row))}</a:tr>' for row in rows)
    look = '<a:tblPr firstRow="1"/>'
    table = frame._element.graphic.graphicData.tbl
    written = parse_xml(f"<a:tbl {SPACES}>{look}<a:tblGrid>{columns}</a:tblGrid>{lines}</a:tbl>")
    table.getparent().replace(table, written)


def _cell(cell: Cell) -> str:
    words = paragraph(cell.said, Words(cell.said, cell.size, cell.ink, cell.bold, cell.align))
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
        f'<a:tcPr marL="25400" marR="25400" marT="0" marB="0" anchor="ctr">{filled(cell.shade)}</a:tcPr></a:tc>'
    )
