"""The versions of the figures that are kept, and what changed from one to another."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Final

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, disposition, document, streamed
from api.problems import UnknownVersion
from data import store
from data.store import Dataset
from exports.formats import csv_file
from exports.formats.registry import File
from exports.tables.revisions import COLUMNS, SERIES_COLUMNS, revisions, revisions_of_series

REVISIONS: Final = ("of", "indicator", "area", "level", "from", "to", "lang", "style")
PREFIXES: Final = {"indicators": "leipzig_revisions", "series": "leipzig_revisions_series"}
OF: Final = tuple(PREFIXES)


def versions_json(request: Request) -> Response:
    """`data_version`, the one in force, and `versions`, newest first; each can be asked for by `version`."""
    parameters.check_names(request.query_params, ())
    in_force, names = store.current(), store.kept()
    return cached(request, "+".join([in_force.version, *names]), lambda: document(_contents(in_force, names)))


def revisions_csv(request: Request) -> Response:
    """Columns `exports.tables.revisions.COLUMNS`; from and to are versions, by default the last two.

    of=series: the publishers' own figures, columns `exports.tables.revisions.SERIES_COLUMNS`.
    """
    query = request.query_params
    parameters.check_names(query, REVISIONS)
    of = parameters.choice(query, "of", OF) or OF[0]
    newer = parameters.version(query, "to") or store.current()
    older = parameters.version(query, "from") or _before(newer)
    file = parameters.asked_of(newer, query)
    tables = _of_series if of == "series" else _of_indicators

    def answer() -> Response:
        columns, found = tables(file, older, "indicator" in query)
        return streamed(csv_file.chunks(columns, found, file.style), "text/csv")

    headers = disposition(file, PREFIXES[of], version=f"{older.version}_{newer.version}")
    return cached(request, f"{older.version}+{newer.version}", answer, headers=headers)


def _of_indicators(file: File, older: Dataset, _some: bool) -> tuple[list[str], Iterable[pd.DataFrame]]:
    return COLUMNS, revisions(older, file.dataset, file.selection, file.lang)


def _of_series(file: File, older: Dataset, some: bool) -> tuple[list[str], Iterable[pd.DataFrame]]:
    """some: whether only the series behind some indicators are asked for."""
    series = {name for indicator in file.selection.named for name in indicator.series} if some else None
    return SERIES_COLUMNS, [revisions_of_series(older, file.dataset, series, file.selection, file.lang)]


def _before(newer: Dataset) -> Dataset:
    """The version that was there before another one. Raises UnknownVersion for the oldest."""
    names = store.kept()
    for older in _readable(names[names.index(newer.version) + 1 :]):
        return older
    raise UnknownVersion(f"No version older than '{newer.version}' is kept here, so there is none to compare it with.")


def _contents(in_force: Dataset, names: list[str]) -> dict[str, Any]:
    return {
        "data_version": in_force.version,
        "versions": [
            {
                "data_version": dataset.version,
                "in_force": dataset.version == in_force.version,
                "newest_period": dataset.newest_period,
                "retrieved_at": max((source["retrieved_at"] for source in dataset.sources.values()), default=""),
                "observations": len(dataset.observations),
            }
            for dataset in _readable(names)
        ],
    }


def _readable(names: Iterable[str]) -> Iterator[Dataset]:
    for name in names:
        with suppress(store.NoData):
            yield store.version(name)
