"""python -m data.refresh: fetch every source, verify it, and put a new version of the figures in force.

A source that can't be used keeps its last good figures, or stays without any, and the others go on.
Exit status: 0 all sources are good, 1 some kept their last good figures or have none, 2 nothing usable came.
"""

import argparse
import logging
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

import log
import settings
from data import answers, gather, outlines, store, turns, versions
from data.areas import COLUMNS as AREA_COLUMNS
from data.areas import LEVELS
from data.gate.finding import CHECKS, record, refuses
from data.gather import Outcome, sources
from data.observations import COLUMNS, KEY, validate
from data.sources import leipzig_boundaries
from data.sources.http import SourceError
from locales import day_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

AFTERWARDS: Final = ("indicators.analysis.store",)
"""Modules that make something of a new version, each in a process of its own: nothing here knows them, and one that
fails takes no figures away."""


def refresh(
    root: Path,
    *,
    mirror: str | None,
    only: Collection[str],
    accept: Collection[str],
    keep: int,
    dry_run: bool,
    snapshot: bool,
) -> tuple[int, dict[str, Outcome]]:
    """Exit status and what became of each source; the rest is what the command line says.

    Raises SourceError when there are no areas at all.
    """
    with nullcontext() if dry_run else turns.alone(root):
        return _refresh(root, mirror, only, frozenset(accept), keep, dry_run=dry_run, snapshot=snapshot)


def _refresh(
    root: Path,
    mirror: str | None,
    only: Collection[str],
    accept: frozenset[str],
    keep: int,
    *,
    dry_run: bool,
    snapshot: bool,
) -> tuple[int, dict[str, Outcome]]:
    # Revisions are told apart by the moment of their refresh, and two refreshes can fall into one second.
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    last = _last_good(root)
    held = _held(last)
    selection = [source for source in sources() if not only or source.id in only]
    fetch_one = cache(gather.fetch_until_time_is_up(mirror, answers.held(root, mirror)))
    fetch = gather.fetch_ahead((url for source in selection for url in source.urls), fetch_one)
    outcomes: dict[str, Outcome] = {}
    if leipzig_boundaries.SOURCE in selection:
        areas, outcomes[leipzig_boundaries.SOURCE.id] = gather.load_areas(fetch, last, accept)
    else:
        areas = gather.last_areas(last)
    for source in selection:
        if source is not leipzig_boundaries.SOURCE:
            outcomes[source.id] = gather.load(source, fetch, areas, held, accept)
    if not dry_run:
        versions.write_report(root, _report(outcomes, accept, now))
    # A committed table is always there; it makes nothing usable of a network on which nothing is.
    online = [outcomes[source.id] for source in selection if source.urls] or list(outcomes.values())
    if all(outcome.state != "updated" for outcome in online):
        return 2, outcomes
    if not dry_run:
        path = _publish(root, last, held, areas, outcomes, now)
        _clear(root, keep, path.name, last.version)
        answers.keep(root, mirror, map(fetch, _used(outcomes.values())))
        if snapshot:
            versions.embed(path, store.SNAPSHOT)
    return int(any(outcome.state != "updated" for outcome in outcomes.values())), outcomes


def _clear(root: Path, keep: int, in_force: str, before: str) -> None:
    try:
        versions.prune(root, keep, in_force, before)
    except OSError as error:
        print(f"old versions in {root} can't be removed, the figures are in force: {error}", file=sys.stderr)


def _used(outcomes: Iterable[Outcome]) -> list[str]:
    """The addresses whose answers figures were made of: one that was refused or could not be read has to come again."""
    return [url for outcome in outcomes for url in outcome.record.get("urls", ())]


def _report(outcomes: dict[str, Outcome], accept: frozenset[str], now: str) -> dict[str, Any]:
    """All findings, those that keep figures out first."""
    findings = [
        {"source": id, **record(finding), "refused": refuses(finding, id, accept)}
        for id, outcome in outcomes.items()
        for finding in outcome.findings
    ]
    return {"refreshed_at": now, "findings": sorted(findings, key=lambda finding: not finding["refused"])}


def _last_good(root: Path) -> store.Dataset:
    """The version in force, or one of nothing where there is none yet."""
    try:
        return store.current(root)
    except store.NoData:
        return store.Dataset("", root, pd.DataFrame(columns=COLUMNS), pd.DataFrame(columns=AREA_COLUMNS), {}, {})


def _held(last: store.Dataset) -> pd.DataFrame:
    """The last good observations with their source's id, text as text."""
    table = last.observations.astype({**dict.fromkeys(store.TEXT, "str"), "value": "float64"})
    return table.assign(source=table["series"].str.split("/", n=1).str[0])


def _publish(
    root: Path,
    last: store.Dataset,
    held: pd.DataFrame,
    areas: "GeoDataFrame",
    outcomes: dict[str, Outcome],
    now: str,
) -> Path:
    """Builds a version and puts it in force; returns its folder."""
    declared = {source.id for source in sources()}
    untouched = held.loc[held["source"].isin(declared - set(outcomes)), COLUMNS]
    table = pd.concat([untouched, *(o.table for o in outcomes.values() if len(o.table))], ignore_index=True)
    table = validate(table.sort_values(KEY, ignore_index=True), gather.known_areas(areas))
    simplified = outlines.simplify(areas)
    boundaries = {level: outlines.geojson(simplified, level) for level in LEVELS}
    records = last.sources | {id: outcome.record for id, outcome in outcomes.items() if outcome.record}
    records = {id: record for id, record in records.items() if id in declared}
    revised = _revisions(last, held, table, now)
    contents = versions.Contents(table, areas[[*AREA_COLUMNS, "geometry"]], boundaries, records, revised)
    digest = versions.content_hash(contents)[:8]
    same = digest in last.version.split("-")
    version = last.version if same else versions.named(root, f"{day_of(now)}-{digest}", revised)
    path = versions.write(root, version, contents)
    states = last.current.get("sources", {}) | {id: _state(outcome, now) for id, outcome in outcomes.items()}
    versions.switch(root, {"data_version": version, "refreshed_at": now, "sources": states})
    return path


def _state(outcome: Outcome, now: str) -> dict[str, Any]:
    """What became of a source, and what the checks had to say, which only this refresh can tell."""
    findings = [record(finding) for finding in outcome.findings]
    return {"state": outcome.state, "message": outcome.message, "checked_at": now, "findings": findings}


def _revisions(last: store.Dataset, held: pd.DataFrame, table: pd.DataFrame, now: str) -> pd.DataFrame:
    """Those of the last version, and those of this refresh."""
    found = versions.revisions(held, table, now)
    if not last.version:
        return found
    known = pd.read_csv(last.path / store.REVISIONS, dtype=dict.fromkeys(KEY, str))
    return pd.concat([known, found], ignore_index=True) if len(known) else found


def _lines(outcomes: dict[str, Outcome]) -> Iterator[str]:
    for id, outcome in outcomes.items():
        rows = f"{len(outcome.table):>7,} rows" if len(outcome.table) else " " * 12
        yield f"{id:<20} {outcome.state:<8} {rows}  {outcome.message}".rstrip()


def _log(status: int, outcomes: dict[str, Outcome]) -> None:
    for id, outcome in outcomes.items():
        level = logging.INFO if outcome.state == "updated" else logging.WARNING
        rows, told = len(outcome.table), outcome.message
        log.event("refresh_source", level=level, source=id, state=outcome.state, rows=rows, message=told)
    log.event("refresh", level=logging.WARNING if status else logging.INFO, status=status, sources=len(outcomes))


def _verdict(status: int, outcomes: dict[str, Outcome]) -> str:
    if status != 1:
        return "nothing usable came" if status else "all sources are good"
    became = {"kept": "kept their last good figures", "absent": "have no figures yet"}
    counts = {state: sum(outcome.state == state for outcome in outcomes.values()) for state in became}
    parts = [f"{n} {became[state]}" for state, n in counts.items() if n]
    return f"of {len(outcomes)} sources, {' and '.join(parts)}"


def _command_line() -> argparse.ArgumentParser:
    known = [source.id for source in sources()]
    several: dict[str, Any] = {"action": "append", "default": []}
    mirror = "ask BASE/host/path instead of https://host/path (setting INDICATORS_MIRROR)"
    only = f"refresh this source alone; one of {', '.join(known)}"
    asked = [*known, *(f"{id}:{check}" for id in known for check in CHECKS)]
    accept = "take a source over although its new figures are odd; look at them before; "
    accept += f"CHECK is one of {', '.join(CHECKS)}, all of them where it is left out"
    cli = argparse.ArgumentParser(prog="python -m data.refresh", description=(__doc__ or "").partition("\n")[0])
    cli.add_argument("--mirror", default=settings.mirror(), metavar="BASE", help=mirror)
    cli.add_argument("--only", **several, choices=known, metavar="SOURCE", help=only)
    cli.add_argument("--accept", **several, choices=asked, metavar="SOURCE[:CHECK]", help=accept)
    cli.add_argument("--keep", type=int, default=5, metavar="N", help="versions that stay in the store (5)")
    cli.add_argument("--dry-run", action="store_true", help="fetch and verify, write nothing")
    cli.add_argument("--snapshot", action="store_true", help="make the result the embedded snapshot, too")
    return cli


def main(arguments: list[str] | None = None) -> int:
    try:
        settings.in_force()
    except settings.SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    cli = _command_line()
    options = cli.parse_args(arguments)
    if options.keep < 1:
        cli.error("--keep takes a whole number from 1")
    try:
        status, outcomes = refresh(settings.store(), **vars(options))
    except SourceError as error:
        print(f"nothing usable: {error}", file=sys.stderr)
        return 2
    except turns.BusyError as error:
        print(f"nothing changed: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"the store {settings.store()} can't be written, nothing changed: {error}", file=sys.stderr)
        return 2
    _log(status, outcomes)
    print("\n".join(_lines(outcomes)))
    print(_verdict(status, outcomes), file=sys.stderr if status else sys.stdout)
    return status


if __name__ == "__main__":
    if not sys.stderr.isatty():  # whoever watches reads the same below
        log.begin()
    status = main()
    if status < 2 and "--dry-run" not in sys.argv:
        for module in AFTERWARDS:
            print(f"python -m {module}", file=sys.stderr)
            # What is run is ours.
            subprocess.run(  # noqa: S603
                [sys.executable, "-m", module, *({"--snapshot"} & set(sys.argv))], cwd=settings.ROOT, check=False
            )
    sys.exit(status)
