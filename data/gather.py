"""Every source, fetched, read and verified; one that can't be used keeps its last good figures."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from threading import Semaphore
from typing import TYPE_CHECKING, Any, Final

import geopandas
import pandas as pd
from tqdm import tqdm

from data import checks, cities, passed, store
from data.checks import Check
from data.observations import COLUMNS, InvalidObservations, validate
from data.sources import (
    city_tables,
    eurostat_cities,
    leipzig_boundaries,
    leipzig_portal,
    leipzig_statistics,
    zensus_grid,
)
from data.sources.http import Download, NotThereError, SourceError, fetch
from data.sources.leipzig_statistics import Rubric, WrongRubric

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

AT_ONCE: Final = 4
"""Requests under way at the same time: quick enough, and polite to a city's server."""

TURN: Final = 15
"""Seconds an address waits for its turn; then it goes ahead, so that a server that keeps some requests
hanging does not use up the time of the others."""

TIME: Final = 130
"""Seconds for all requests of a refresh together."""

CITY_LICENCE: Final = ("dl-de/by-2-0", "Stadt Leipzig, Amt für Statistik und Wahlen")
CENSUS_LICENCE: Final = ("dl-de/by-2-0", "Statistische Ämter des Bundes und der Länder")
EUROSTAT_LICENCE: Final = ("Eurostat re-use policy", "Eurostat")

CENSUS_DAY: Final = "2011-05-09"


@dataclass(frozen=True)
class Source:
    """Something that is fetched, or committed (a table, which has no address): its id is the prefix of its series."""

    id: str
    title: str
    urls: tuple[str, ...]
    licence: str
    attribution: str
    rubric: Rubric | None = None
    eurostat: eurostat_cities.Dataset | None = None
    table: city_tables.Table | None = None


@dataclass
class Outcome:
    """What became of one source: state is updated, kept or absent.

    checks: those that its answers passed; compared: those that they passed beside the figures held already.
    """

    state: str
    message: str = ""
    table: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=COLUMNS))
    record: dict[str, Any] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    compared: tuple[Check, ...] = ()


def sources() -> tuple[Source, ...]:
    """Everything that a refresh reads, the boundaries first because the others need the areas."""
    boundaries = Source(
        "boundaries", "Ortsteile und Stadtbezirke", tuple(leipzig_boundaries.URLS.values()), *CITY_LICENCE
    )
    rubrics = [Source(r.id, r.title, (r.url,), *CITY_LICENCE, rubric=r) for r in leipzig_statistics.rubrics()]
    census = [
        Source(f"zensus2011-{subject}", f"Zensus 2011, 100-m-Gitter: {subject}", (url,), *CENSUS_LICENCE)
        for subject, url in zensus_grid.URLS_2011.items()
    ]
    eurostat = [
        Source(f"eurostat-{d.id}", d.title, tuple(s.url for s in d.series), *EUROSTAT_LICENCE, eurostat=d)
        for d in eurostat_cities.datasets()
    ]
    tables = [Source(t.id, t.title, (), t.licence, t.attribution, table=t) for t in city_tables.tables()]
    return (boundaries, *rubrics, *census, *eurostat, *tables)


def known_areas(areas: "GeoDataFrame") -> frozenset[str]:
    """Codes that observations may be about: Leipzig's areas, and the cities beside it."""
    return frozenset(areas["code"]) | frozenset(cities.names())


Fetch = Callable[[str], Download]


def fetch_until_time_is_up(mirror: str | None) -> Fetch:
    """A way to fetch that, however often it is used, ends within `TIME` from now."""
    end = time.monotonic() + TIME
    return lambda url: fetch(url, mirror=mirror, deadline=max(round(end - time.monotonic()), 1))


def fetch_all(urls: list[str], fetch_one: Fetch, *, show: bool) -> dict[str, Download | SourceError]:
    """What each address answered, or why it did not."""
    answers: dict[str, Download | SourceError] = {}
    turns = Semaphore(AT_ONCE)

    def in_turn(url: str) -> Download:
        has_turn = turns.acquire(timeout=TURN)
        try:
            return fetch_one(url)
        finally:
            if has_turn:
                turns.release()

    with ThreadPoolExecutor(len(urls)) as pool:
        waiting = {pool.submit(in_turn, url): url for url in urls}
        for done in tqdm(as_completed(waiting), total=len(urls), desc="fetching", unit="address", disable=not show):
            error = done.exception()
            if error is not None and not isinstance(error, SourceError):
                raise error
            answers[waiting[done]] = error if isinstance(error, SourceError) else done.result()
            if not show:
                print(f"{'failed ' if error else 'fetched'} {waiting[done]}", file=sys.stderr)
    return answers


def load_areas(
    answers: dict[str, Download | SourceError], last: store.Dataset | None
) -> "tuple[GeoDataFrame, Outcome]":
    """The areas in EPSG:25833, new or last good. Raises SourceError when there are neither."""
    try:
        bodies = [_body(answers, url) for url in leipzig_boundaries.URLS.values()]
        areas = leipzig_boundaries.parse(*bodies)
        found = passed.of_boundaries(areas, bodies[1])
        return areas, Outcome("updated", "63 Ortsteile, 10 Stadtbezirke, 1 city", checks=found)
    except SourceError as error:
        if last is None:
            raise
        return geopandas.read_parquet(last.path / "areas.parquet"), Outcome("kept", str(error))


def _body(answers: dict[str, Download | SourceError], url: str) -> bytes:
    answer = answers.get(url, SourceError(f"{url} was not asked for"))
    if isinstance(answer, SourceError):
        raise answer
    return answer.body


def load(source: Source, answers: dict[str, Download | SourceError], areas: "GeoDataFrame", refetch: Fetch) -> Outcome:
    """The observations of one source. Raises SourceError when its answer can't be used."""
    if source.table is not None:
        table = city_tables.parse(city_tables.read(source.table), source.table)
        return Outcome("updated", "", table, checks=passed.of_table(source.table, table))
    if source.eurostat is not None:
        bodies = [_body(answers, url) for url in source.urls]
        table = eurostat_cities.parse(bodies, source.eurostat)
        return Outcome("updated", "", table, checks=passed.of_dataset(source.eurostat, table))
    if source.rubric is None:
        return _load_census(source, _body(answers, source.urls[0]), areas)
    try:
        table = leipzig_statistics.parse(_body(answers, source.urls[0]), source.rubric, areas)
        found = passed.of_rubric(source.rubric, table, areas)
        return Outcome("updated", _lacking(source.rubric, table), table, checks=found)
    except SourceError as error:
        return _load_moved(source, source.rubric, error, answers, areas, refetch)


def _load_census(source: Source, body: bytes, areas: "GeoDataFrame") -> Outcome:
    subject = next(subject for subject, url in zensus_grid.URLS_2011.items() if url == source.urls[0])
    cells = zensus_grid.parse_2011(body, subject, zensus_grid.box_around(areas))
    sums, coverage = zensus_grid.by_ortsteil(cells, areas)
    placed = f"{coverage.placed:,} of {coverage.cells:,} cells placed, {coverage.outside:,} outside"
    table = zensus_grid.observations(sums, source.id, CENSUS_DAY)
    return Outcome("updated", placed, table, checks=passed.of_census(cells, coverage))


def _load_moved(
    source: Source,
    rubric: Rubric,
    error: SourceError,
    answers: dict[str, Download | SourceError],
    areas: "GeoDataFrame",
    refetch: Fetch,
) -> Outcome:
    """The rubric at the number that the portal's catalogue gives its title, if that is another one."""
    if not isinstance(error, WrongRubric | NotThereError):
        raise error
    try:
        known = leipzig_portal.addresses(_body(answers, leipzig_portal.URL))
    except SourceError as no_catalogue:
        raise SourceError(f"{error}; whether it has moved is unknown: {no_catalogue}") from error
    place = known.get((rubric.service, rubric.title))
    if place is None or place == (rubric.category, rubric.number):
        raise SourceError(f"{error}; the portal's catalogue names no other number for {rubric.title!r}")
    url = leipzig_statistics.address(rubric, *place)
    answers[source.urls[0]] = moved = refetch(url)
    table = leipzig_statistics.parse(moved.body, rubric, areas)
    told = f"moved from {rubric.category}/{rubric.number} to {place[0]}/{place[1]}; change it in the declaration"
    message = "; ".join(filter(None, [told, _lacking(rubric, table)]))
    return Outcome("updated", message, table, checks=passed.of_rubric(rubric, table, areas))


def _lacking(rubric: Rubric, table: pd.DataFrame) -> str:
    """What of a rubric's expected characteristics was not found, in words."""
    names = leipzig_statistics.not_found(rubric, table)
    return f"not found, check their spelling in the declaration: {', '.join(names)}" if names else ""


def verified(
    source: Source,
    answers: dict[str, Download | SourceError],
    areas: "GeoDataFrame",
    held: pd.DataFrame,
    refetch: Fetch,
    *,
    fewer: bool = False,
) -> Outcome:
    """The observations of one source, or its last good ones. fewer: whether it may serve less than is held."""
    before = held.loc[held["source"] == source.id, COLUMNS]
    try:
        outcome = load(source, answers, areas, refetch)
        outcome.checks += passed.of_observations(validate(outcome.table, known_areas(areas)))
        outcome.checks += () if source.rubric and source.rubric.leaps else checks.no_leaps(outcome.table)
        outcome.compared = () if fewer else checks.kept(outcome.table, before)
    except (SourceError, InvalidObservations, checks.Implausible) as error:
        return Outcome("kept" if len(before) else "absent", str(error), before)
    ended = before[~before["series"].isin(outcome.table["series"].unique())]
    if len(ended):
        names = ", ".join(sorted(ended["series"].unique()))
        outcome.message = f"{outcome.message} no longer served, last figures kept: {names}".strip()
        outcome.table = pd.concat([outcome.table, ended], ignore_index=True)
    return outcome
