"""A table as a JSON document."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype


def to_json(frame: pd.DataFrame, about: dict[str, Any]) -> bytes:
    """`{**about, "observations": [{column: value, …}, …]}`, compact, in UTF-8.

    A missing value is null; whole numbers are integers, all others keep every digit they have.
    Raises ValueError for an infinite number, which JSON can't write.
    """
    return b"".join(chunks([frame], about))


def chunks(frames: Iterable[pd.DataFrame], about: dict[str, Any], nothing: str = "") -> Iterator[bytes]:
    """The document of `to_json` for tables that follow each other: what it is about first, then each table.

    nothing: what a `note` at the end says where no table has a row; empty for no note.
    """
    opened = _written({**about, "observations": []})[:-2]
    comma = ""
    yield opened.encode()
    for frame in frames:
        rows = _written(_rows(frame))[1:-1]
        if rows:
            yield (comma + rows).encode()
            comma = ","
    yield b"]}" if comma or not nothing else f'],"note":{_written(nothing)}}}'.encode()


def _written(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    columns = [_cells(column) for _, column in frame.items()]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _cells(column: pd.Series) -> list[Any]:
    shown = _number if is_numeric_dtype(column) else str
    pairs = zip(column.tolist(), column.isna().tolist(), strict=True)
    return [None if missing else shown(value) for value, missing in pairs]


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value
