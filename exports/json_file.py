"""A table as a JSON document."""

import json
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype


def to_json(frame: pd.DataFrame, about: dict[str, Any]) -> bytes:
    """`{**about, "observations": [{column: value, …}, …]}`, compact, in UTF-8.

    A missing value is null; whole numbers are integers, all others keep every digit they have.
    Raises ValueError for an infinite number, which JSON can't write.
    """
    columns = [_cells(column) for _, column in frame.items()]
    rows = [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]
    document = {**about, "observations": rows}
    return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _cells(column: pd.Series) -> list[Any]:
    shown = _number if is_numeric_dtype(column) else str
    pairs = zip(column.tolist(), column.isna().tolist(), strict=True)
    return [None if missing else shown(value) for value, missing in pairs]


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value
