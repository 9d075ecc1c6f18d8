"""Tables of any columns in every format that they have, read back by libraries that did not write them."""

import io
import json

import openpyxl
import pandas as pd
import pytest

from exports.formats.table_file import WRITERS, to_xlsx

FACTS = {"Title": "Ranks", "Citation": "=1+1"}
TABLE = pd.DataFrame(
    {
        "name": ["Plagwitz", "=1+1", "-5", "\tx", None],
        "rank": pd.array([1, 2, None, 4, 5], dtype="Int64"),
        "value": [-1.5, 0.1 + 0.2, float("nan"), -632562.0, 0.0],
        "=header": ["+49", "@SUM(A1)", "\r=1", "–", "a=b"],
    }
)
RANKS = [1, 2, None, 4, 5]
VALUES = [-1.5, 0.1 + 0.2, None, -632562.0, 0.0]


def listed(column: pd.Series) -> list[object]:
    return [None if pd.isna(value) else value for value in column]


def test_a_workbook_has_numbers_as_numbers_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(TABLE, FACTS)))
    sheet, about = book.worksheets
    assert [cell.value for cell in sheet[1]] == [*TABLE.columns]
    # XlsxWriter writes 16 of up to 17 digits.
    assert [cell.value for cell in sheet["C"][1:] if cell.value is not None] == pytest.approx(
        [value for value in VALUES if value is not None], rel=1e-15
    )
    assert [cell.value for cell in sheet["B"][1:]] == RANKS
    assert {cell.data_type for name in "BC" for cell in sheet[name][1:]} == {"n"}
    texts = [cell for name in "AD" for cell in sheet[name][1:] if cell.value is not None]
    assert {cell.data_type for cell in texts} == {"s"}
    prefixed = {str(cell.value).replace("_x000D_", "\r") for cell in texts if cell.quotePrefix}
    assert prefixed == {"=1+1", "-5", "\tx", "+49", "@SUM(A1)", "\r=1"}
    assert {cell.data_type for row in about.iter_rows() for cell in row} == {"s"}
    assert about["B1"].value == "Ranks"


@pytest.mark.parametrize(("kind", "separator", "decimal"), [("csv", ",", "."), ("csv_de", ";", ",")])
def test_csv(kind: str, separator: str, decimal: str) -> None:
    written = io.BytesIO(WRITERS[kind](TABLE, FACTS))
    read = pd.read_csv(written, sep=separator, decimal=decimal, encoding="utf-8-sig", dtype={"name": "str"})
    assert listed(read["value"]) == VALUES
    assert listed(read["rank"]) == RANKS
    assert read["name"].tolist()[:4] == ["Plagwitz", "'=1+1", "'-5", "'\tx"]
    assert read.columns[3] == "'=header"


def test_json_and_parquet_keep_every_digit() -> None:
    rows = json.loads(WRITERS["json"](TABLE, FACTS))
    assert rows["Title"] == "Ranks"
    assert [row["value"] for row in rows["observations"]] == VALUES
    read = pd.read_parquet(io.BytesIO(WRITERS["parquet"](TABLE, FACTS)))
    assert listed(read["value"]) == VALUES
    assert listed(read["rank"]) == RANKS
    assert listed(read["=header"]) == TABLE["=header"].tolist()


@pytest.mark.parametrize("kind", WRITERS)
def test_a_table_without_rows_is_a_file_all_the_same(kind: str) -> None:
    assert WRITERS[kind](TABLE[:0], FACTS)
