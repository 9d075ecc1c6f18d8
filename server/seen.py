"""Every request and every page run, told to log and metrics: what for, how it ended, how long it took."""

import logging
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from pathlib import PurePath
from typing import Any, Final

from starlette.datastructures import Headers, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import log
from api.routes import DATA
from data import store
from indicators import catalogue
from server import metrics
from server.page import PAGES
from server.present import PRESENT

OURS: Final = frozenset(
    {f"/api{path}" for path in DATA}
    | {f"/{name}" for name in (*PAGES, PRESENT)}
    | {"/healthz", "/metrics", "/favicon.ico", "/favicon.png"}
)
"""Addresses that are told whole; of all others, the first folder where it is one of these."""
FOLDERS: Final = ("static", "scripts", "_stcore", "media", "component", "api")
QUIET: Final = ("/static", "/scripts", "/_stcore", "/healthz", "/metrics", "/favicon")
"""What browsers and monitors ask for again and again is told at the level `debug`."""
AREAS: Final = ("area", "areas")
INDICATORS: Final = ("indicator", "indicators", "against")
MOST: Final = 10
"""Ids of one parameter that are told."""


def watched(folder: str) -> Callable[[ASGIApp], ASGIApp]:
    """Middleware that tells of each request. folder: in which the application is served, empty or with a slash."""

    def around(app: ASGIApp) -> ASGIApp:
        async def seen(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "websocket":
                with metrics.SESSIONS.track_inprogress():
                    await app(scope, receive, send)
            elif scope["type"] == "http":
                await _request(app, place(scope["path"].removeprefix(folder)), scope, receive, send)
            else:
                await app(scope, receive, send)

        return seen

    return around


async def _request(app: ASGIApp, where: str, scope: Scope, receive: Receive, send: Send) -> None:
    began, status, size, saved = time.perf_counter(), 500, 0, False

    async def sent(message: Message) -> None:
        nonlocal status, size, saved
        if message["type"] == "http.response.start":
            status = message["status"]
            saved = Headers(raw=message["headers"]).get("Content-Disposition", "").startswith("attachment")
        size += len(message.get("body", b""))
        await send(message)

    try:
        await app(scope, receive, sent)
    finally:
        seconds = time.perf_counter() - began
        metrics.request(where, status, seconds)
        if saved and status == HTTPStatus.OK and scope["method"] == "GET":
            metrics.DOWNLOADS.labels(PurePath(where).suffix.removeprefix(".") or "other").inc()
        quiet = where.startswith(QUIET) and status < HTTPStatus.INTERNAL_SERVER_ERROR
        log.event(
            "request",
            level=logging.DEBUG if quiet else logging.INFO,
            method=scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "OPTIONS") else "other",
            place=where,
            status=status,
            seconds=round(seconds, 4),
            bytes=size,
            **ids(QueryParams(scope["query_string"])),
        )


def place(path: str) -> str:
    """What a path is about, from a list that no visitor makes longer."""
    if path in OURS:
        return path
    first = path.strip("/").partition("/")[0]
    return f"/{first}" if first in FOLDERS else "unknown"


def ids(query: Mapping[str, str]) -> dict[str, Any]:
    """Of what a request names, the areas and indicators that there are."""
    known: dict[str, Any] = dict.fromkeys(INDICATORS, catalogue.load())
    if any(key in query for key in AREAS):
        with suppress(store.NoData):
            known |= dict.fromkeys(AREAS, store.current().all_names)
    said = {key: re.split("[,;]", query.get(key, "")) for key in known}
    found = {key: [one for one in said[key] if one in known[key]] for key in known}
    return {key: named[:MOST] for key, named in found.items() if named}


def run(page: str, query: Mapping[str, str], drawn: Callable[[], None]) -> Callable[[], None]:
    """A page's run, which tells of itself: how long it waited for its turn, counted from here, and how it ended.

    query: of the address, read when the run has ended.
    """
    asked = time.perf_counter()

    def watched_run() -> None:
        began, outcome = time.perf_counter(), "stopped"
        try:
            drawn()
            outcome = "drawn"
        except Exception:
            outcome = "failed"
            raise
        finally:
            waited, seconds = began - asked, time.perf_counter() - began
            metrics.page_run(page, outcome, waited, seconds)
            told: dict[str, Any] = {
                "page": page,
                "outcome": outcome,
                "waited": round(waited, 4),
                "seconds": round(seconds, 4),
            }
            log.event("page_run", **told, **ids(dict(query)))

    return watched_run
