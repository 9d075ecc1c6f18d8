"""The versions of the figures that are kept, and what changed from one to another."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, Final

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from api import parameters
from api.answers import cached, document, streamed
from api.parameters import Asked
from api.problems import UnknownVersion
from data import store
from data.store import Dataset
from exports.filename import stem
from exports.formats import csv_file
from exports.formats.csv_file import STYLES, Style
from exports.tables.revisions import COLUMNS, SERIES_COLUMNS, revisions, revisions_of_series

REVISIONS: Final = ("of", "indicator", "area", "level", "from", "to", "lang", "style")
OF: Final = ("indicators", "series")


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
    style = parameters.choice(query, "style", STYLES) or "int"
    of = parameters.choice(query, "of", OF) or OF[0]
    newer = parameters.version(query, "to") or store.current()
    older = parameters.version(query, "from") or _before(newer)
    asked, chosen = parameters.asked_of(newer, query), "indicator" in query
    answer = partial(_revisions, asked, older, style, of, chosen)
    return cached(request, f"{older.version}+{newer.version}", answer)


def _revisions(asked: Asked, older: Dataset, style: Style, of: str, chosen: bool) -> Response:
    """chosen: whether only some indicators, or the series behind them, are asked for."""
    newer = asked.dataset
    columns, found = _of_series(asked, older, chosen) if of == "series" else _of_indicators(asked, older)
    prefix = "leipzig_revisions" if of == OF[0] else "leipzig_revisions_series"
    name = stem(replace(asked.selection, own=()), f"{older.version}_{newer.version}", prefix)
    headers = {"Content-Disposition": f'attachment; filename="{name}{"_de" if style == "de" else ""}.csv"'}
    return streamed(csv_file.chunks(columns, found, style), headers, "text/csv")


def _of_indicators(asked: Asked, older: Dataset) -> tuple[list[str], Iterable[pd.DataFrame]]:
    narrowed = {"areas": asked.selection.areas, "levels": asked.selection.levels}
    return COLUMNS, revisions(older, asked.dataset, asked.selection.named, lang=asked.lang, **narrowed)


def _of_series(asked: Asked, older: Dataset, chosen: bool) -> tuple[list[str], Iterable[pd.DataFrame]]:
    series = {name for indicator in asked.selection.named for name in indicator.series} if chosen else None
    narrowed = {"areas": asked.selection.areas, "levels": asked.selection.levels}
    return SERIES_COLUMNS, [revisions_of_series(older, asked.dataset, series, lang=asked.lang, **narrowed)]


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
