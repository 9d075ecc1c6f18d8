"""Every source, fetched, read and verified; one that can't be used keeps its last good figures."""

import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field, replace
from threading import Semaphore
from typing import TYPE_CHECKING, Any, Final

import geopandas
import pandas as pd
from tqdm import tqdm

from data import checks, cities, store
from data.checks import Check
from data.observations import COLUMNS, InvalidObservations
from data.sources import city_tables, eurostat_cities, leipzig_boundaries, leipzig_statistics, rules, zensus_grid
from data.sources.http import Download, SourceError, fetch
from data.sources.source import Fetch, Reading, Source

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

AT_ONCE: Final = 4
"""Requests under way at the same time: quick enough, and polite to a city's server."""

TURN: Final = 15
"""Seconds an address waits for its turn; then it goes ahead, so that a server that keeps some requests
hanging does not use up the time of the others."""

TIME: Final = 130
"""Seconds for all requests of a refresh together."""


@dataclass(frozen=True)
class Outcome:
    """What became of one source: state is updated, kept or absent.

    table: its observations; record: what `sources.json` keeps of it, empty unless it was updated, because then its last
    record holds; compared: the checks that it passed beside the figures held already.
    """

    state: str
    message: str
    table: pd.DataFrame
    record: dict[str, Any] = field(default_factory=dict)
    compared: tuple[Check, ...] = ()


def sources() -> tuple[Source, ...]:
    """Everything that a refresh reads, the boundaries first because the others need the areas."""
    publishers = (leipzig_statistics, zensus_grid, eurostat_cities, city_tables)
    return (leipzig_boundaries.SOURCE, *(source for each in publishers for source in each.sources()))


def known_areas(areas: "GeoDataFrame") -> frozenset[str]:
    """Codes that observations may be about: Leipzig's areas, and the cities beside it."""
    return frozenset(areas["code"]) | frozenset(cities.names())


def fetch_until_time_is_up(mirror: str | None) -> Fetch:
    """A way to fetch that, however often it is used, ends within `TIME` from now."""
    end = time.monotonic() + TIME
    return lambda url: fetch(url, mirror=mirror, deadline=max(round(end - time.monotonic()), 1))


def fetch_ahead(urls: Iterable[str], fetch_one: Fetch) -> Fetch:
    """A way to fetch that has asked some addresses already, and knows what they answered or why they did not."""
    turns = Semaphore(AT_ONCE)

    def in_turn(url: str) -> Download:
        has_turn = turns.acquire(timeout=TURN)
        try:
            return fetch_one(url)
        finally:
            if has_turn:
                turns.release()

    distinct = list(dict.fromkeys(urls))
    with ThreadPoolExecutor(len(distinct) or 1) as pool:
        answers = {url: pool.submit(in_turn, url) for url in distinct}
        url_of = {answer: url for url, answer in answers.items()}
        progress = tqdm(as_completed(url_of), total=len(url_of), desc="fetching", unit="address", disable=None)
        for answer in progress:
            if progress.disable:  # as it is where nobody watches
                print(f"{'failed ' if answer.exception() else 'fetched'} {url_of[answer]}", file=sys.stderr)
    return lambda url: answers[url].result() if url in answers else fetch_one(url)


def load_areas(fetch_one: Fetch, last: store.Dataset) -> "tuple[GeoDataFrame, Outcome]":
    """The areas in EPSG:25833, new or last good. Raises SourceError when there are neither."""
    source = leipzig_boundaries.SOURCE
    try:
        areas = leipzig_boundaries.parse(*(fetch_one(url).body for url in source.urls))
        return areas, _updated(source, source.read(fetch_one, areas))
    except SourceError as error:
        if last.areas.empty:
            raise
        return last_areas(last), Outcome("kept", str(error), pd.DataFrame(columns=COLUMNS))


def last_areas(last: store.Dataset) -> "GeoDataFrame":
    """The areas of a version in EPSG:25833. Raises SourceError when there are none."""
    if last.areas.empty:
        raise SourceError("there are no boundaries yet; refresh the source 'boundaries' first")
    return geopandas.read_parquet(last.path / "areas.parquet")


def load(source: Source, fetch_one: Fetch, areas: "GeoDataFrame", held: pd.DataFrame, *, fewer: bool) -> Outcome:
    """The observations of one source, or its last good ones. fewer: whether it may serve less than is held."""
    before = held.loc[held["source"] == source.id, COLUMNS]
    try:
        reading = source.read(fetch_one, areas)
        table = reading.observations
        verified = (*reading.checks, checks.valid(table, known_areas(areas)))
        verified += () if source.leaps else checks.no_leaps(table)
        compared = () if fewer else checks.kept(table, before)
    except (SourceError, InvalidObservations, checks.Implausible) as error:
        return Outcome("kept" if len(before) else "absent", str(error), before)
    return _updated(source, _with_ended(replace(reading, checks=verified), before), compared)


def _with_ended(reading: Reading, before: pd.DataFrame) -> Reading:
    """A source's reading, and the last figures of series that it no longer serves."""
    ended = before[~before["series"].isin(reading.observations["series"].unique())]
    if ended.empty:
        return reading
    names = ", ".join(sorted(ended["series"].unique()))
    message = f"{reading.message} no longer served, last figures kept: {names}".strip()
    return replace(reading, message=message, observations=pd.concat([reading.observations, ended], ignore_index=True))


def _updated(source: Source, reading: Reading, compared: tuple[Check, ...] = ()) -> Outcome:
    """The record's checks depend on the answers and the declarations alone, not on what was held before."""
    periods = reading.observations["period"]
    record = {
        "title": source.title,
        **reading.origin,
        "licence": source.licence,
        "attribution": source.attribution,
        "rows": len(periods),
        "newest_period": str(periods.max()) if len(periods) else "",
        "checks": [asdict(check) for check in reading.checks],
        "message": reading.message,
        "remarks": [rules.remark(rule) for rule in source.rules],
    }
    return Outcome("updated", reading.message, reading.observations, record, compared)
