"""A table as a CSV file, for programs and for German spreadsheets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
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
    A number has as many digits as tell it from every other one, whole ones no decimals; a missing value is an
    empty cell. Text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    return b"".join(chunks([str(name) for name in frame.columns], [frame], style))


def chunks(columns: Sequence[str], frames: Iterable[pd.DataFrame], style: Style = "int") -> Iterator[bytes]:
    """The file of `to_csv` for tables that follow each other under one header: the header first, then each table."""
    look = _LOOKS[style]
    yield _lines([[_text(name, look) for name in columns]], look).encode(look.encoding)
    for frame in frames:
        cells = (_cells(column, look) for _, column in frame.items())
        yield _lines(zip(*cells, strict=True), look).encode()


def _lines(rows: Iterable[Iterable[str]], look: _Look) -> str:
    return "".join(look.separator.join(row) + "\r\n" for row in rows)


def _cells(column: pd.Series, look: _Look) -> list[str]:
    if not is_float_dtype(column):
        return _texts(column, look, is_numeric_dtype(column))
    # Adding zero takes the sign from a negative zero.
    written = [repr(value + 0.0).removesuffix(".0").replace(".", look.decimal) for value in column.tolist()]
    return ["" if missing else cell for cell, missing in zip(written, column.isna().tolist(), strict=True)]


def _texts(column: pd.Series, look: _Look, is_number: bool) -> list[str]:
    """Text and whole numbers as they are written; tables repeat the same few over and over."""
    cells, shown = column.tolist(), str if is_number else partial(_text, look=look)
    written = {value: "" if pd.isna(value) else shown(str(value)) for value in dict.fromkeys(cells)}
    return [written[value] for value in cells]


def _text(value: str, look: _Look) -> str:
    inert = f"'{value}" if value.startswith(FORMULA) else value
    # Python's csv writes the same, ten times slower than cells are joined that need no further look.
    return '"' + inert.replace('"', '""') + '"' if set(inert) & {look.separator, '"', "\r", "\n"} else inert
