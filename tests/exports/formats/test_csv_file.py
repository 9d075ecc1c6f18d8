"""CSV: what is written is what is read again, by programs and by spreadsheets."""

import csv
import io
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.formats.csv_file import FORMULA, STYLES, Style, chunks, to_csv


def cell(value: object, style: Style = "int") -> str:
    return to_csv(pd.DataFrame({"x": [value], "y": ["end"]}), style).decode("utf-8-sig").split("\r\n")[1][:-4]


def test_tables_that_follow_each_other_are_one_file() -> None:
    table = pd.DataFrame({"name": ["a", None, "b"], "value": [0.5, math.nan, 2]})
    for style in STYLES:
        parts = chunks(["name", "value"], [table.iloc[:1], table.iloc[1:1], table.iloc[1:]], style)
        assert b"".join(parts) == to_csv(table, style)


def test_the_international_style() -> None:
    table = pd.DataFrame({"name": ["Süd, Mitte"], "value": [0.5]})
    assert to_csv(table) == 'name,value\r\n"Süd, Mitte",0.5\r\n'.encode()


def test_the_german_style() -> None:
    table = pd.DataFrame({"name": ["Süd; Mitte"], "value": [0.5]})
    assert to_csv(table, "de") == b"\xef\xbb\xbf" + 'name;value\r\n"Süd; Mitte";0,5\r\n'.encode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (632562.0, "632562"),
        (4.81671973222304, "4.81671973222304"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e-7, "1e-07"),
        (-1.5, "-1.5"),
        (-0.0, "0"),
        (math.nan, ""),
        (2**60 + 1, "1152921504606846977"),
    ],
)
def test_numbers(value: float, expected: str) -> None:
    assert cell(value) == expected
    assert cell(value, "de") == expected.replace(".", ",")


@pytest.mark.parametrize("text", ["=1+1", "+49 341", "-5", "@SUM(A1)", "\t=1", "=HYPERLINK(A1)"])
def test_text_never_runs_as_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_a_formula_after_a_carriage_return_does_not_run_either() -> None:
    assert to_csv(pd.DataFrame({"x": ["\r=1"]})) == b'x\r\n"\'\r=1"\r\n'


@pytest.mark.parametrize("text", ["Plagwitz", "2024", "–", "a=b"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=5))
def test_cells_are_quoted_as_the_standard_library_does(cells: list[str]) -> None:
    frame = pd.DataFrame([cells])
    separators: dict[Style, str] = {"int": ",", "de": ";"}
    for style, separator in separators.items():
        text = to_csv(frame, style).decode("utf-8-sig")
        expected = io.StringIO(newline="")
        inert = [f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells]
        rows = [[str(n) for n in range(len(cells))], inert]
        csv.writer(expected, delimiter=separator, lineterminator="\r\n").writerows(rows)
        assert text == expected.getvalue()


def test_missing_text_is_an_empty_cell() -> None:
    assert cell(None) == ""


def test_no_rows_leave_the_header() -> None:
    assert to_csv(pd.DataFrame(columns=["a", "b"])) == b"a,b\r\n"
