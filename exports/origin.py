"""Which version of the data rows are from, and when their sources were retrieved: what a CSV file, which has room for
nothing beside its rows, says in its last two columns."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from data.store import Dataset
from exports.about.sources import sources
from indicators.catalogue import Indicator

ORIGIN: Final = ["data_version", "retrieved_at"]


def with_origin(dataset: Dataset, indicators: Iterable[Indicator], rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with `ORIGIN` as last columns. retrieved_at: when the last of the indicators' sources was retrieved, as
    `2026-11-27T03:12:45Z`; empty where none says so."""
    moments = (source.retrieved_at for source in sources(dataset, indicators))
    return rows.assign(data_version=dataset.version, retrieved_at=max(moments, default=""))
