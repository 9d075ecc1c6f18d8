"""Every source, fetched, read and verified; one that can't be used keeps its last good figures."""

import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from threading import Semaphore
from typing import TYPE_CHECKING, Any, Final

import geopandas
import pandas as pd
from tqdm import tqdm

from data import checks, cities, store
from data.gate.areas import changed
from data.gate.finding import Finding, refuses
from data.gate.gate import findings
from data.observations import COLUMNS, InvalidObservations
from data.sources import city_tables, eurostat_cities, leipzig_boundaries, leipzig_statistics, pace, rules, zensus_grid
from data.sources.http import Download, SourceError, fetch, is_loopback
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


Held = Callable[[str], Download | None]

NAMED: Final = 3
"""Findings that a source's line tells in full."""
LONGEST: Final = 300
"""Letters of a message that nobody here has written."""


@dataclass(frozen=True)
class Outcome:
    """What became of one source: state is updated, kept or absent.

    table: its observations; record: what `sources.json` keeps of it, empty unless it was updated, because then its last
    record holds; findings: what the checks had to say of its new figures.
    """

    state: str
    message: str
    table: pd.DataFrame
    record: dict[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def sources() -> tuple[Source, ...]:
    """Everything that a refresh reads, the boundaries first because the others need the areas."""
    publishers = (leipzig_statistics, zensus_grid, eurostat_cities, city_tables)
    return (leipzig_boundaries.SOURCE, *(source for each in publishers for source in each.sources()))


def known_areas(areas: "GeoDataFrame") -> frozenset[str]:
    """Codes that observations may be about: Leipzig's areas, and the cities beside it."""
    return frozenset(areas["code"]) | frozenset(cities.names())


def fetch_until_time_is_up(mirror: str | None, held: Held = lambda _: None) -> Fetch:
    """A way to fetch that, however often it is used, ends within `TIME` from now, and asks no host too often.

    held: what came last time, which need not come again as long as the server says that it is still the file.
    """
    end = time.monotonic() + TIME
    turn = pace.at_once if mirror and is_loopback(mirror) else pace.at_most()
    return lambda url: fetch(
        url, mirror=mirror, deadline=max(round(end - time.monotonic()), 1), held=held(url), turn=turn
    )


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
                print(f"{_became(answer):<9} {url_of[answer]}", file=sys.stderr)
    return lambda url: answers[url].result() if url in answers else fetch_one(url)


def _became(answer: Future[Download]) -> str:
    if answer.exception():
        return "failed"
    return "unchanged" if answer.result().unchanged else "fetched"


def load_areas(fetch_one: Fetch, last: store.Dataset, accepted: frozenset[str]) -> "tuple[GeoDataFrame, Outcome]":
    """The areas in EPSG:25833, new or last good; accepted: as in `data.gate.finding.refuses`.

    Raises SourceError when there are neither.
    """
    source, nothing = leipzig_boundaries.SOURCE, pd.DataFrame(columns=COLUMNS)
    try:
        areas = leipzig_boundaries.parse(*(fetch_one(url).body for url in source.urls))
        reading = source.read(fetch_one, areas)
    except Exception as error:  # as for every source: whatever an answer does to its reader, the others go on
        if last.areas.empty:
            raise SourceError(_reason(error)) from error
        return last_areas(last), Outcome("kept", _reason(error), nothing)
    found = () if last.areas.empty else tuple(changed(areas, last_areas(last)))
    if refusing := [finding for finding in found if refuses(finding, source.id, accepted)]:
        return last_areas(last), Outcome("kept", _refusal(source.id, refusing), nothing, findings=found)
    return areas, _updated(source, reading, found)


def _reason(error: Exception) -> str:
    """Why an answer can't be used: in our words where we have looked for the fault."""
    known = isinstance(error, SourceError | InvalidObservations | checks.Implausible)
    if known:
        return str(error)
    fault = f"{type(error).__name__}: {error}"[:LONGEST]
    return f"the answer can't be read ({fault}), expected the publisher's layout; look at the file"


def last_areas(last: store.Dataset) -> "GeoDataFrame":
    """The areas of a version in EPSG:25833. Raises SourceError when there are none."""
    if last.areas.empty:
        raise SourceError("there are no boundaries yet; refresh the source 'boundaries' first")
    return geopandas.read_parquet(last.path / "areas.parquet")


def load(
    source: Source, fetch_one: Fetch, areas: "GeoDataFrame", held: pd.DataFrame, accepted: frozenset[str]
) -> Outcome:
    """The observations of one source, or its last good ones. accepted: as in `data.gate.finding.refuses`."""
    before = held.loc[held["source"] == source.id, COLUMNS]
    state = "kept" if len(before) else "absent"
    try:
        reading = source.read(fetch_one, areas)
        table = reading.observations
        verified = (*reading.checks, checks.valid(table, known_areas(areas)))
        verified += () if source.leaps else checks.no_leaps(table)
        found = (
            *reading.findings,
            *findings(table, before, held[COLUMNS], areas, source.constraints, datetime.now(UTC).year),
        )
    except Exception as error:  # whatever an answer does to its reader, the other sources go on
        return Outcome(state, _reason(error), before)
    if refusing := [finding for finding in found if refuses(finding, source.id, accepted)]:
        return Outcome(state, _refusal(source.id, refusing), before, findings=found)
    return _updated(source, _with_ended(replace(reading, checks=verified), before), found)


def _refusal(source: str, refusing: list[Finding]) -> str:
    """Why figures are not taken over, and what can be done."""
    told = "; ".join(finding.sentence for finding in refusing[:NAMED])
    more = f"; {len(refusing) - NAMED} more findings in the report" if len(refusing) > NAMED else ""
    if any(finding.severity == "reject" for finding in refusing):
        return told + more
    asked = " ".join(f"--accept {source}:{check}" for check in dict.fromkeys(f.check for f in refusing))
    return f"{told}{more}; if the publisher means it, take it over with python -m data.refresh {asked}"


def _with_ended(reading: Reading, before: pd.DataFrame) -> Reading:
    """A source's reading, and the last figures of series that it no longer serves."""
    ended = before[~before["series"].isin(reading.observations["series"].unique())]
    if ended.empty:
        return reading
    names = ", ".join(sorted(ended["series"].unique()))
    message = f"{reading.message} no longer served, last figures kept: {names}".strip()
    return replace(reading, message=message, observations=pd.concat([reading.observations, ended], ignore_index=True))


def _updated(source: Source, reading: Reading, findings: tuple[Finding, ...] = ()) -> Outcome:
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
        "remarks": [*map(rules.remark, source.rules), *reading.remarks],
    }
    return Outcome("updated", reading.message, reading.observations, record, findings)
