"""CSV: what is written is what is read again, by programs and by spreadsheets."""

import io
import math
from typing import Any

import pandas as pd
import pytest

from data.store import Dataset
from exports.csv_file import Style, to_csv
from exports.observations import LEVELS, observations
from indicators import catalogue

READ: dict[Style, Any] = {"int": {"sep": ",", "decimal": "."}, "de": {"sep": ";", "decimal": ","}}


def cell(value: object, style: Style = "int") -> str:
    return to_csv(pd.DataFrame({"x": [value], "y": ["end"]}), style).decode("utf-8-sig").split("\r\n")[1][:-4]


@pytest.mark.parametrize("style", ["int", "de"])
def test_pandas_reads_what_was_written(snapshot: Dataset, style: Style) -> None:
    written = observations(snapshot, catalogue.load().values(), lang="de", levels=LEVELS)
    text = to_csv(written, style).decode("utf-8-sig")
    kinds = dict.fromkeys(written.columns.drop("value"), "str")
    read = pd.read_csv(io.StringIO(text), **READ[style], dtype=kinds, keep_default_na=False, na_values={"value": [""]})
    # 15 significant digits are kept of up to 17.
    pd.testing.assert_frame_equal(read, written, rtol=1e-14, atol=0)


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
        (0.1 + 0.2, "0.3"),
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


def test_missing_text_is_an_empty_cell() -> None:
    assert cell(None) == ""


def test_no_rows_leave_the_header() -> None:
    assert to_csv(pd.DataFrame(columns=["a", "b"])) == b"a,b\r\n"
