"""Observations as an Excel workbook: a sheet of figures, and one that says what they are."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Final

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.about import codebook
from exports.about.definitions import About, nothing
from exports.formats import wide_sheet
from exports.formats.csv_file import FORMULA
from exports.observations import COLUMNS, NUMBERS
from exports.wide import Layout
from locales import Language, text

MOST: Final = 1_048_575
"""Rows that a sheet has room for below its header."""

WIDTHS: Final = {
    "indicator": 24,
    "title": 30,
    "unit": 16,
    "area": 14,
    "name": 24,
    "level": 12,
    "period": 9,
    "value": 14,
    "status": 8,
    "kind": 10,
    "source": 60,
    "area_id": 14,
    "year": 7,
    "parent": 9,
}

VALUE: Final = COLUMNS.index("value")
YEAR: Final = COLUMNS.index("year")

Row = tuple[str, ...]


def to_xlsx(frame: pd.DataFrame, about: About, layout: Layout = "long") -> bytes:
    """The workbook; columns `exports.observations.COLUMNS`, of at most `MOST` rows, or wide as `exports.wide` has it.

    Values are numbers with the decimals of their indicator, and keep all digits beneath. Area codes and periods
    are text. A missing value is an empty cell. Text is never a formula.
    Raises ValueError for more rows than that.
    """
    if len(frame) > MOST:
        raise ValueError(f"there are {len(frame):,} rows, expected at most {MOST:,}, which is what a sheet holds")
    file = io.BytesIO()
    # Rows are written aside as they come; kept in memory, 100,000 of them would take 250 MB.
    workbook = xlsxwriter.Workbook(file, {"constant_memory": True})
    issued = datetime.combine(about.work.issued, time(), UTC)
    workbook.set_properties({"title": about.work.title, "comments": about.citation, "created": issued})
    lang = about.lang
    sheet = workbook.add_worksheet(text(lang, "Data"))
    if layout == "wide" and not frame.empty:
        bold = workbook.add_format({"bold": True, "bottom": 1})
        wide_sheet.write(sheet, frame, bold, _inert(workbook), _numbers(workbook, about))
    else:
        _figures(workbook, sheet, frame, about)
    told = workbook.add_worksheet(text(lang, "About the data"))
    _facts(workbook, told, about, empty=frame.empty)
    if frame.empty:
        told.activate()
    workbook.close()
    return file.getvalue()


def _figures(workbook: Workbook, sheet: Worksheet, frame: pd.DataFrame, about: About) -> None:
    bold, inert = workbook.add_format({"bold": True, "bottom": 1}), _inert(workbook)
    numbers = _numbers(workbook, about)
    for n, column in enumerate(COLUMNS):
        sheet.set_column(n, n, WIDTHS[column])
        sheet.write_string(0, n, column, bold)
    texts = [(n, column) for n, column in enumerate(COLUMNS) if column not in NUMBERS]
    rows = zip(*(frame[column].tolist() for _, column in texts), strict=True)
    numeric = (frame[column].tolist() for column in ("indicator", "value", "year"))
    values = zip(*numeric, frame["value"].notna().tolist(), strict=True)
    for row, (cells, (id, value, year, known)) in enumerate(zip(rows, values, strict=True), 1):
        for (n, _), cell in zip(texts, cells, strict=True):
            sheet.write_string(row, n, cell, inert if cell.startswith(FORMULA) else None)
        if known:
            sheet.write_number(row, VALUE, value, numbers[id])
        sheet.write_number(row, YEAR, year)
    sheet.freeze_panes(1, 0)
    last = max(len(frame), 1)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    # Codes and years are meant to be text; Excel would mark each of them.
    sheet.ignore_errors({"number_stored_as_text": f"A1:N{last + 1}"})


def _numbers(workbook: Workbook, about: About) -> dict[str, Format]:
    """How the values of each indicator look."""
    patterns = {indicator.id: _pattern(indicator.decimals) for indicator in about.indicators}
    looks = {pattern: workbook.add_format({"num_format": pattern}) for pattern in set(patterns.values())}
    return {id: looks[pattern] for id, pattern in patterns.items()}


def _pattern(decimals: int) -> str:
    """Excel shows it with the marks of its reader's language."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _inert(workbook: Workbook) -> Format:
    """For text that would run as a formula once somebody edits its cell."""
    return workbook.add_format({"quote_prefix": True})


def _facts(workbook: Workbook, sheet: Worksheet, about: About, *, empty: bool) -> None:
    bold, wrapped = workbook.add_format({"bold": True}), workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28, wrapped)
    sheet.set_column(1, 1, 60, wrapped)
    sheet.set_column(2, 5, 24, wrapped)
    for n, (row, is_heading) in enumerate(_lines(about, empty=empty)):
        for place, cell in enumerate(row):
            sheet.write_string(n, place, cell, bold if is_heading else wrapped)


def _lines(about: About, *, empty: bool) -> Iterator[tuple[Row, bool]]:
    """The rows of the second sheet, and whether each is a heading."""
    lang = about.lang
    yield (about.work.title,), True
    if empty:
        yield (nothing(lang),), True
    for label, value in _choice(about).items():
        yield (label, value), False
    for heading, rows in (_indicators(about), _sources(about), _remarks(about), _legend(lang), _columns(lang)):
        yield (), False
        yield heading, True
        for row in rows:
            yield row, False


def _choice(about: About) -> dict[str, str]:
    lang = about.lang
    return {
        **about.filters,
        text(lang, "Data version"): about.version,
        text(lang, "Address"): about.address,
        text(lang, "Citation"): about.citation,
    }


def _indicators(about: About) -> tuple[Row, list[Row]]:
    lang = about.lang
    heading = (
        text(lang, "Indicator"),
        text(lang, "Definition"),
        text(lang, "How to read it"),
        text(lang, "Unit"),
        text(lang, "Kind"),
        text(lang, "Id"),
    )
    kinds = codebook.kinds(lang)
    return heading, [
        (
            indicator.title[lang],
            indicator.description[lang],
            indicator.reading[lang],
            indicator.unit[lang],
            kinds[indicator.kind],
            indicator.id,
        )
        for indicator in about.indicators
    ]


def _sources(about: About) -> tuple[Row, list[Row]]:
    lang = about.lang
    heading = (
        text(lang, "Source"),
        text(lang, "Title"),
        text(lang, "Licence"),
        text(lang, "Edition"),
        text(lang, "Retrieved"),
        text(lang, "Id"),
    )
    return heading, [
        (
            source.publisher,
            source.title,
            " ".join(filter(None, [source.licence.title or source.licence.id, source.licence.address])),
            source.vintage,
            source.retrieved_at,
            source.id,
        )
        for source in about.sources
    ]


def _remarks(about: About) -> tuple[Row, list[Row]]:
    lang = about.lang
    heading = (
        text(lang, "Status"),
        text(lang, "Breaks, doubtful and missing figures"),
        text(lang, "Years"),
        text(lang, "Areas"),
        text(lang, "Source"),
    )
    return heading, [
        (remark.status, remark.reason, remark.years, remark.places, remark.source) for remark in about.remarks
    ]


def _legend(lang: Language) -> tuple[Row, list[Row]]:
    return (text(lang, "Status"), text(lang, "Meaning")), list(codebook.statuses(lang).items())


def _columns(lang: Language) -> tuple[Row, list[Row]]:
    return (text(lang, "Column"), text(lang, "Meaning")), list(codebook.columns(lang).items())
