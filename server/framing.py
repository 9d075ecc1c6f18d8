"""Which sites may show the pages in a frame of theirs: `Content-Security-Policy: frame-ancestors` (CSP level 3).

A picture alone, the address with `embed=true` that its menu copies, may stand on any site: it shows published figures
with their source, and whoever reads it is not logged in anywhere. A whole page may only stand on this host. The setting
names the sites instead, for both.
"""

import re
from functools import lru_cache
from typing import Final

from starlette.datastructures import MutableHeaders, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import settings

SETTING: Final = "INDICATORS_FRAME_ANCESTORS"
PICTURES: Final = "*"
PAGES: Final = "'self'"
SITE: Final = re.compile(r"'self'|https?://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:([0-9]+|\*))?")


def ancestors(query: str) -> str:
    """The sites that may frame the page with this query. Raises ValueError for a setting that names no sites."""
    if said := settings.frame_ancestors():
        return sites(said)
    return PICTURES if QueryParams(query).get("embed") == "true" else PAGES


@lru_cache(maxsize=4)
def sites(said: str) -> str:
    """The setting as it stands in the header: sites separated by spaces, or `'none'`. Raises ValueError."""
    named = said.split()
    if named not in (["'none'"], ["*"]) and not all(SITE.fullmatch(site) for site in named):
        raise ValueError(
            f"{SETTING} is {said[:80]!r}, expected sites such as https://www.leipzig.de or https://*.leipzig.de with "
            "spaces between, 'self' for this host among them, or 'none' or * alone."
        )
    return " ".join(named)


def framed(app: ASGIApp) -> ASGIApp:
    """The application, whose every answer says who may frame it."""

    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        policy = f"frame-ancestors {ancestors(scope['query_string'].decode('latin-1'))}"

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Content-Security-Policy"] = policy
            await send(message)

        await app(scope, receive, sent)

    return told
