"""Parquet: types that do not depend on the rows, and metadata."""

import datetime as dt
import io
import json

from pyarrow import parquet

from data.store import Dataset
from exports.about.definitions import about
from exports.formats.parquet_file import METADATA, to_parquet
from exports.observations import COLUMNS, EMPTY, observations
from indicators import catalogue
from indicators.selection import Selection
from tests.support.tables import same

POPULATION = catalogue.load()["population"]


def test_types_and_facts_are_the_same_with_and_without_rows(snapshot: Dataset) -> None:
    told = about(snapshot, Selection([POPULATION]), lang="en", address="http://x/y", accessed=dt.date(2026, 3, 1))
    rows = observations(snapshot, Selection([POPULATION], areas=["51"]), lang="en")
    full, empty = (parquet.read_table(io.BytesIO(to_parquet(frame, told))) for frame in (rows, EMPTY))
    assert full.schema.names == COLUMNS
    assert full.schema.types == empty.schema.types
    assert {str(field.type) for field in full.schema if field.name not in ("value", "year")} == {"string"}
    assert [str(full.schema.field(name).type) for name in ("value", "year")] == ["double", "int64"]
    assert str(full.schema.field("value").type) == "double"
    assert same(full.to_pandas(), rows)
    facts = json.loads(full.schema.metadata[METADATA])
    assert facts == {
        "data_version": snapshot.version,
        "address": "http://x/y",
        "filters": dict(told.filters),
        "citation": told.citation,
    }
    assert "note" in json.loads(empty.schema.metadata[METADATA])
