"""Whether there are figures, how new they are, and what became of each source at the last refresh."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from api.answers import document
from api.problems import NO_FIGURES
from data import store
from data.rhythms import overdue
from data.store import Dataset
from server import turns

STATE: Final = ("state", "checked_at", "message")
TO_DO: Final = {
    "no figures": NO_FIGURES,
    "not updated": "The last refresh got nothing new from {kept}, as `message` says; run python -m data.refresh.",
    "overdue": "By their publishers' rhythm these should have newer figures: {overdue}; run python -m data.refresh, "
    "and where it finds none, ask the publisher, or change data/rhythms.toml if none are to come.",
    "refresh failed": "The last refresh got nothing that could be used, as report.json in the store says; run python "
    "-m data.refresh.",
    "refreshed long ago": "The last refresh was more than a year ago; run python -m data.refresh, and see that a timer "
    "does from now on.",
    "unreadable": "The version {name}, which is in force, can't be read; {served} is served instead; run python -m "
    "data.refresh.",
    "changed on disk": "What is served was read before {changed} changed on disk; run python -m data.refresh, and find "
    "out who writes there.",
    "pages hang": "A page takes longer than it may, and the log's page_run lines say which; if that goes on, start "
    "this process again.",
}
"""By reason, what an operator can do about it."""
STANDS: Final = 10.0
"""Seconds without a move after which the line of pages makes the health worse; the slowest page takes two."""
LONG: Final = timedelta(days=366)
"""Since the last refresh."""
STATUSES: Final = ("ok", "degraded", "down")
"""The better first."""
RECORD: Final = ("title", "vintage", "retrieved_at", "newest_period")


def healthz(_request: Request) -> Response:
    """The state as JSON, 503 where there are no figures."""
    found = state()
    return document(found, 503 if found["status"] == "down" else 200)


def now() -> datetime:
    """The clock, UTC."""
    return datetime.now(UTC)


def age(moment: str) -> timedelta | None:
    """Since a moment as a refresh writes it; None for anything else, as in a file that somebody has changed."""
    with suppress(ValueError, TypeError):
        return now() - datetime.fromisoformat(moment)
    return None


def state() -> dict[str, Any]:
    """`status` is ok, degraded for one of `reasons`, or down without figures; `to_do` says of each reason what to do.

    A source that has never had figures (`absent`) is told, but is no reason. `waiting` tells how many page runs stand
    in line, for how many seconds the line has not moved, and how many went on after their limit and still do. Such hold
    up nobody, so that health is degraded and not down: a restart would end everybody's session.
    """
    try:
        dataset = store.current()
    except store.NoData:
        return {"status": "down", "reasons": ["no figures"], "to_do": {"no figures": NO_FIGURES}, "error": NO_FIGURES}
    sources, line, changed = _sources(dataset), turns.line(), store.changed(dataset)
    unreadable = store.named() not in ("", dataset.version)
    reasons = [*_of_refresh(dataset, sources), *_of_service(line, changed, unreadable=unreadable)]
    to_do = _to_do(reasons, sources, name=store.named(), served=dataset.version, changed=", ".join(changed))
    return {
        "status": "degraded" if reasons else "ok",
        "reasons": reasons,
        "to_do": to_do,
        **({"error": to_do["unreadable"]} if unreadable else {}),
        **({"changed": changed} if changed else {}),
        "data_version": dataset.version,
        "newest_period": dataset.newest_period,
        "refreshed_at": dataset.current.get("refreshed_at"),
        "waiting": {"runs": line.runs, "seconds": round(line.seconds, 1), "beyond_limit": line.beyond},
        "sources": sources,
    }


def _of_refresh(dataset: Dataset, sources: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What the last refresh left to be desired."""
    refreshed = str(dataset.current.get("refreshed_at") or "")
    since = age(refreshed)
    if _kept(sources):
        yield "not updated"
    if _overdue(sources):
        yield "overdue"
    if store.attempted() > refreshed:
        yield "refresh failed"
    if since is None or since > LONG:
        yield "refreshed long ago"


def _kept(sources: Mapping[str, Mapping[str, Any]]) -> list[str]:
    return [id for id, source in sources.items() if source["state"] not in {"updated", "absent"}]


def _overdue(sources: Mapping[str, Mapping[str, Any]]) -> list[str]:
    return [id for id, source in sources.items() if source["overdue"]]


def _to_do(reasons: Sequence[str], sources: Mapping[str, Mapping[str, Any]], **names: str) -> dict[str, str]:
    """What to do about each reason. names: of the version in force, that which is served, and files that changed."""
    named = {"kept": ", ".join(_kept(sources)), "overdue": ", ".join(_overdue(sources)), **names}
    return {reason: TO_DO[reason].format_map(named) for reason in reasons}


def _of_service(line: turns.Line, changed: Sequence[str], *, unreadable: bool) -> Iterator[str]:
    """What is wrong with the figures that are served, and with their serving."""
    if unreadable:
        yield "unreadable"
    if changed:
        yield "changed on disk"
    if line.seconds >= STANDS or line.beyond:
        yield "pages hang"


def _sources(dataset: Dataset) -> dict[str, dict[str, Any]]:
    """Each source's state at the last refresh beside the record of its figures, and whether something newer should be
    there; what is unknown is null."""
    states = dataset.current.get("sources", {})
    ids = dict.fromkeys([*states, *dataset.sources])
    return {
        id: {key: states.get(id, {}).get(key) for key in STATE}
        | {key: dataset.sources.get(id, {}).get(key) for key in RECORD}
        | {"overdue": overdue(id, str(dataset.sources.get(id, {}).get("newest_period") or ""), now().date())}
        for id in ids
    }
