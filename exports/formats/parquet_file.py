"""Observations as a Parquet file, for programs that take large tables."""

import io
import json
from typing import Final

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from exports.about.definitions import About, nothing
from exports.observations import COLUMNS, NUMBERS
from exports.wide import Layout, wide

TYPES: Final = {column: pa.from_numpy_dtype(kind) for column, kind in NUMBERS.items()}
SCHEMA: Final = pa.schema([(column, TYPES.get(column, pa.string())) for column in COLUMNS])
METADATA: Final = b"leipzig_urban_indicators"
"""The key under which the file's metadata has `data_version`, `address`, `filters` and `citation` as JSON."""


def to_parquet(frame: pd.DataFrame, about: About, layout: Layout = "long") -> bytes:
    """Columns `exports.observations.COLUMNS` as text, doubles and whole numbers, or wide as `exports.wide` has it; a
    missing value is null."""
    facts = {
        "data_version": about.version,
        "address": about.address,
        "filters": dict(about.filters),
        "citation": about.citation,
        **({"note": nothing(about.lang)} if frame.empty else {}),
    }
    if layout == "wide" and not frame.empty:
        table = pa.Table.from_pandas(wide(frame, named=len(about.indicators) > 1), preserve_index=False)
    else:
        table = pa.Table.from_pandas(frame[COLUMNS], schema=SCHEMA, preserve_index=False)
    told = table.replace_schema_metadata(
        {**table.schema.metadata, METADATA: json.dumps(facts, ensure_ascii=False).encode()}
    )
    file = io.BytesIO()
    parquet.write_table(told, file, compression="zstd")
    return file.getvalue()
