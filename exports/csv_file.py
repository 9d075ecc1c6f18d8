"""A table as a CSV file, for programs and for German spreadsheets."""

import csv
import io
from dataclasses import dataclass
from typing import Final, Literal, get_args

import pandas as pd
from pandas.api.types import is_float_dtype, is_numeric_dtype

Style = Literal["int", "de"]
STYLES: Final[tuple[Style, ...]] = get_args(Style)

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula. Source: OWASP, "CSV Injection"."""


@dataclass(frozen=True)
class _Look:
    separator: str
    decimal: str
    encoding: str


# Excel in German takes a file for UTF-8 only if it starts with a byte order mark.
_LOOKS: Final[dict[Style, _Look]] = {"int": _Look(",", ".", "utf-8"), "de": _Look(";", ",", "utf-8-sig")}


def to_csv(frame: pd.DataFrame, style: Style = "int") -> bytes:
    """The table with a header line, without its index; lines end in CRLF (RFC 4180).

    style: `int` has commas and decimal points, `de` semicolons, decimal commas and a byte order mark.
    Numbers have 15 significant digits, whole ones no decimals; a missing value is an empty cell.
    Text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    look = _LOOKS[style]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=look.separator, lineterminator="\r\n")
    writer.writerow([_inert(str(name)) for name in frame.columns])
    writer.writerows(zip(*(_cells(column, look.decimal) for _, column in frame.items()), strict=True))
    return file.getvalue().encode(look.encoding)


def _cells(column: pd.Series, decimal: str) -> list[str]:
    if is_float_dtype(column):
        # 15 digits are what a double keeps of any decimal number; the 16th and 17th show how it is stored.
        # Adding zero takes the sign from a negative zero.
        written = [format(value + 0.0, ".15g").replace(".", decimal) for value in column.fillna(0.0).tolist()]
    elif is_numeric_dtype(column):
        written = [str(value) for value in column.tolist()]
    else:
        written = [_inert(str(value)) for value in column.tolist()]
    return ["" if missing else cell for cell, missing in zip(written, column.isna().tolist(), strict=True)]


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
