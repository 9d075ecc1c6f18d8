"""A table of any columns, such as ranks or a scenario, in the formats that such a table can have."""

import io
from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd
import xlsxwriter
from pandas.api.types import is_numeric_dtype
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.formats.csv_file import FORMULA, to_csv
from exports.formats.json_file import to_json

Facts = Mapping[str, str]
"""What a file says about itself, by label."""

WIDEST: Final = 48
"""Characters of the widest column of a sheet."""


def to_xlsx(frame: pd.DataFrame, facts: Facts) -> bytes:
    """A workbook of two sheets, the table and the facts. Numbers are numbers, text is never a formula."""
    file = io.BytesIO()
    workbook = xlsxwriter.Workbook(file, {"in_memory": True})
    bold, inert = workbook.add_format({"bold": True, "bottom": 1}), workbook.add_format({"quote_prefix": True})
    sheet, told = workbook.add_worksheet(), workbook.add_worksheet()
    for n, (name, column) in enumerate(frame.items()):
        sheet.write_string(0, n, str(name), bold)
        _column(sheet, n, column, inert)
        longest = max([len(str(name)), *(len(str(value)) for value in column.dropna().unique())])
        sheet.set_column(n, n, min(longest + 2, WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(frame) + 1}"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    told.set_column(0, 0, 24, wrapped)
    told.set_column(1, 1, 100, wrapped)
    for n, (label, fact) in enumerate(facts.items()):
        told.write_string(n, 0, label, wrapped)
        told.write_string(n, 1, fact, wrapped)
    workbook.close()
    return file.getvalue()


def to_parquet(frame: pd.DataFrame) -> bytes:
    """The table with the types of its columns."""
    file = io.BytesIO()
    frame.to_parquet(file, index=False, compression="zstd")
    return file.getvalue()


def _column(sheet: Worksheet, n: int, column: pd.Series, inert: Format) -> None:
    is_number, missing = is_numeric_dtype(column), column.isna().tolist()
    for row, (value, absent) in enumerate(zip(column.tolist(), missing, strict=True), 1):
        if absent:
            continue
        if is_number:
            sheet.write_number(row, n, value)
        else:
            sheet.write_string(row, n, str(value), inert if str(value).startswith(FORMULA) else None)


WRITERS: Final[Mapping[str, Callable[[pd.DataFrame, Facts], bytes]]] = {
    "xlsx": to_xlsx,
    "csv_de": lambda frame, _: to_csv(frame, "de"),
    "csv": lambda frame, _: to_csv(frame),
    "json": lambda frame, facts: to_json(frame, dict(facts)),
    "parquet": lambda frame, _: to_parquet(frame),
}
"""By format, of which `csv_de` is the CSV for German spreadsheets."""
