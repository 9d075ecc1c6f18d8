"""The sheet of a workbook with one row an area."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.formats.csv_file import FORMULA
from exports.wide import STATUS, value_columns, wide

WIDTHS: Final[dict[str, int]] = {"title": 30, "unit": 16, "name": 24, "source": 60}
USUAL: Final = 12


def write(sheet: Worksheet, rows: pd.DataFrame, bold: Format, inert: Format, numbers: Mapping[str, Format]) -> None:
    """Writes the observations as `exports.wide.wide` has them; numbers: the look of each chosen indicator."""
    named = len(numbers) > 1
    table = wide(rows, named=named)
    looks = {name: numbers[id] for name, (id, _) in value_columns(rows, named=named).items()}
    for n, column in enumerate(map(str, table)):
        sheet.set_column(n, n, 9 if column.endswith(STATUS) else WIDTHS.get(column, USUAL))
        sheet.write_string(0, n, column, bold)
    cells = zip(*(column.tolist() for _, column in table.items()), strict=True)
    known = zip(*(column.notna().tolist() for _, column in table.items()), strict=True)
    formats = [looks.get(str(column)) for column in table]
    for row, (values, there) in enumerate(zip(cells, known, strict=True), 1):
        for n, (value, is_there, look) in enumerate(zip(values, there, formats, strict=True)):
            if look is None and is_there:
                sheet.write_string(row, n, value, inert if value.startswith(FORMULA) else None)
            elif is_there:
                sheet.write_number(row, n, value, look)
    places = [*table].index("level") + 1
    sheet.freeze_panes(1, places)
    sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(table) + 1}"})
