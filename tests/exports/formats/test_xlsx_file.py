"""Excel workbooks: what an official sees on opening one."""

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from openpyxl.workbook import Workbook

from data.store import Dataset
from exports.about.citation import as_text
from exports.about.definitions import About, about
from exports.formats.xlsx_file import to_xlsx
from exports.observations import COLUMNS, EMPTY, observations
from indicators import catalogue
from indicators.selection import Selection
from locales import Language

SHARE = catalogue.load()["unemployment_share"]


def facts(snapshot: Dataset, lang: Language = "de") -> About:
    return about(
        snapshot,
        Selection([SHARE], areas=["51"], start="2010", end="2012"),
        lang=lang,
        address="http://localhost/x",
        accessed=dt.date(2026, 3, 1),
    )


def opened(frame: pd.DataFrame, told: About) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(frame, told)))


@pytest.fixture
def book(snapshot: Dataset) -> Workbook:
    return opened(
        observations(snapshot, Selection([SHARE], areas=["51"], start="2010", end="2012"), lang="de"), facts(snapshot)
    )


def test_the_header_stays_and_can_be_filtered(book: Workbook) -> None:
    sheet = book["Daten"]
    assert [cell.value for cell in sheet[1]] == COLUMNS
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:N4")
    assert all(cell.font.bold for cell in sheet[1])


def test_numbers_are_numbers_and_codes_are_text(book: Workbook) -> None:
    row = {header.value: cell for header, cell in zip(book["Daten"][1], book["Daten"][4], strict=True)}
    assert (row["area"].value, row["period"].value, row["value"].value) == ("51", "2012", 9.030516919)
    assert (row["area"].data_type, row["period"].data_type, row["value"].data_type) == ("s", "s", "n")
    # The catalogue shows the share with one decimal.
    assert row["value"].number_format == "#,##0.0"


def test_the_second_sheet_explains_the_first(book: Workbook, snapshot: Dataset) -> None:
    rows = [[cell for cell in row if cell] for row in book["Über die Daten"].iter_rows(values_only=True)]
    told = {row[0]: row[1:] for row in rows if row}
    assert told["Gebiete"] == ["Plagwitz"]
    assert told["Jahre"] == ["2010–2012"]
    assert told["Adresse"] == ["http://localhost/x"]
    assert told["Datenversion"] == [snapshot.version]
    assert told["Zitierhinweis"] == [as_text("de", facts(snapshot).work)]
    assert told["Arbeitslosenanteil"][:2] == [SHARE.description["de"], SHARE.reading["de"]]
    assert "Datenlizenz Deutschland" in str(told["Stadt Leipzig, Amt für Statistik und Wahlen"][1])
    assert ["Q", "fehlt: aus Gründen der Geheimhaltung unterdrückt"] in rows
    assert [
        "Q",
        "Seit 2018 werden viele Anzahlen unter 10 nicht veröffentlicht; eine Null kann eine kleine Anzahl sein.",
        "ab 2018",
        "kd7-3",
    ] in rows


@pytest.mark.parametrize("text", ["=1+1", "+49 341", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_text_never_is_a_formula(snapshot: Dataset, text: str) -> None:
    frame = observations(snapshot, Selection([SHARE], areas=["51"], start="2012", end="2012"), lang="de").assign(
        name=text
    )
    cell = opened(frame, facts(snapshot))["Daten"]["E2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert str(cell.value).replace("_x000D_", "\r") == text


def test_an_address_that_looks_like_a_formula_is_text_too(snapshot: Dataset) -> None:
    book = opened(EMPTY, replace(facts(snapshot), address="=1+1"))
    assert {cell.data_type for row in book["Über die Daten"] for cell in row if cell.value == "=1+1"} == {"s"}


def test_more_rows_than_a_sheet_holds_are_not_dropped(snapshot: Dataset) -> None:
    frame = observations(snapshot, Selection([SHARE], areas=["51"], start="2012", end="2012"), lang="de")
    with pytest.raises(ValueError, match="1,048,576 rows, expected at most 1,048,575"):
        to_xlsx(frame.loc[[0] * 1_048_576], facts(snapshot))


def test_without_rows_the_second_sheet_is_open_and_says_so(snapshot: Dataset) -> None:
    book = opened(EMPTY, facts(snapshot, "en"))
    assert [cell.value for cell in book["Data"][1]] == COLUMNS
    assert book["Data"].max_row == 1
    assert book.active is not None
    assert book.active.title == "About the data"
    assert book["About the data"]["A2"].value == "This version of the data holds no figures for this choice."
