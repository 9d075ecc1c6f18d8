"""Whether there are figures, how new they are, and what became of each source at the last refresh."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from api.answers import document
from api.problems import NO_FIGURES
from data import store
from data.store import Dataset
from server import turns

STATE: Final = ("state", "checked_at", "message")
UNREADABLE: Final = (
    "The version {name}, which is in force, can't be read; {served} is served instead; run python -m data.refresh."
)
STANDS: Final = 10.0
"""Seconds without a move after which the line of pages makes the health worse; the slowest page takes two."""
STATUSES: Final = ("ok", "degraded", "down")
"""The better first."""
RECORD: Final = ("vintage", "retrieved_at", "newest_period")


def healthz(_request: Request) -> Response:
    """The state as JSON, 503 where there are no figures."""
    found = state()
    return document(found, 503 if found["status"] == "down" else 200)


def state() -> dict[str, Any]:
    """`status` is ok, degraded if figures are older than they should be or pages hang, or down without figures.

    `waiting` tells how many page runs stand in line, for how many seconds the line has not moved, and how many went on
    after their limit and still do. Such hold up nobody, so that health is degraded and not down: a restart would end
    everybody's session.
    They are older where they could not be updated at the last refresh, or where the version in force can't be read,
    which `error` says. A source that has never had figures (`absent`) is told, but makes none older.
    """
    try:
        dataset = store.current()
    except store.NoData:
        return {"status": "down", "error": NO_FIGURES}
    sources, line = _sources(dataset), turns.line()
    unreadable = store.named() not in ("", dataset.version)
    fresh = not unreadable and all(source["state"] in {"updated", "absent"} for source in sources.values())
    well = fresh and line.seconds < STANDS and not line.beyond
    return {
        "status": "ok" if well else "degraded",
        **({"error": UNREADABLE.format(name=store.named(), served=dataset.version)} if unreadable else {}),
        "data_version": dataset.version,
        "newest_period": dataset.newest_period,
        "refreshed_at": dataset.current.get("refreshed_at"),
        "waiting": {"runs": line.runs, "seconds": round(line.seconds, 1), "beyond_limit": line.beyond},
        "sources": sources,
    }


def _sources(dataset: Dataset) -> dict[str, dict[str, Any]]:
    """Each source's state at the last refresh beside the record of its figures; what is unknown is null."""
    states = dataset.current.get("sources", {})
    ids = dict.fromkeys([*states, *dataset.sources])
    return {
        id: {key: states.get(id, {}).get(key) for key in STATE}
        | {key: dataset.sources.get(id, {}).get(key) for key in RECORD}
        for id in ids
    }
