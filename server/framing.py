"""Which sites may show the pages in a frame of theirs: `Content-Security-Policy: frame-ancestors` (CSP level 3).

A picture alone, the address with `embed=true` that its menu copies, may stand on any site: it shows published figures
with their source, and whoever reads it is not logged in anywhere. A whole page may only stand on this host. The setting
names the sites instead, for both.
"""

from typing import Final

from starlette.datastructures import MutableHeaders, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import settings

PICTURES: Final = "*"
PAGES: Final = "'self'"


def ancestors(query: str) -> str:
    """The sites that may frame the page with this query."""
    embedded = QueryParams(query).get("embed") == "true"
    return settings.frame_ancestors() or (PICTURES if embedded else PAGES)


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
