"""What Streamlit brings along and nobody is to have, and from which sites a page may speak to this server."""

import logging
import re
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import refused

CLOSED: Final = re.compile(r"/_stcore/(metrics|script-health-check|agent/.*)|/(auth/.*|oauth2callback)")
"""Streamlit's counters, its interface for programs beside ours, and logging in, where there is nothing to log in to."""
HERE: Final = ("localhost", "127.0.0.1", "::1")
POLICY_VIOLATION: Final = 1008


def closed(folder: str) -> Callable[[ASGIApp], ASGIApp]:
    """Middleware by which there is nothing at the addresses of CLOSED.

    folder: in which the application is served, empty or with a slash before it.
    """

    def around(app: ASGIApp) -> ASGIApp:
        async def told(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http" and CLOSED.fullmatch(scope["path"].removeprefix(folder)):
                await refused(Request(scope), HTTPException(404))(scope, receive, send)
            else:
                await app(scope, receive, send)

        return told

    return around


def from_own_sites(addresses: Sequence[str]) -> Callable[[ASGIApp], ASGIApp]:
    """Middleware that refuses the web sockets of pages of other sites than this host, this machine and those named.

    Streamlit would ask the internet for this machine's own address to compare a site with, whenever a stranger comes,
    and no setting keeps it from that. It asks nobody where site and host are the same, so that the host is told to be
    the one that the reader sees: a proxy may have passed on another.
    """
    known = {*HERE, *(urlsplit(address).hostname for address in addresses)}

    def around(app: ASGIApp) -> ASGIApp:
        async def told(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "websocket":
                await app(scope, receive, send)
                return
            headers = MutableHeaders(raw=list(scope["headers"]))
            site, host = _site(headers.get("Origin", "")), headers.get("Host", "")
            if site not in ("", host):
                if _name(site) not in known:
                    logging.getLogger(__name__).warning(
                        "A page of %r asked for figures as if it were ours, at %r; if it is, INDICATORS_PUBLIC_ADDRESS "
                        "names it.",
                        site[:80],
                        host[:80],
                    )
                    await send({"type": "websocket.close", "code": POLICY_VIOLATION})
                    return
                headers["Host"] = site
            await app({**scope, "headers": headers.raw}, receive, send)

        return told

    return around


def _site(origin: str) -> str:
    """Host and port of an origin; empty where there is none, the origin itself where it names no host, such as null."""
    return origin.partition("://")[2] or origin


def _name(site: str) -> str | None:
    """The host alone; None for what is none."""
    try:
        return urlsplit(f"//{site}").hostname
    except ValueError:
        return None
