"""Addresses that are no page's say so, and offer the search; Streamlit would show a page of its own choice for them."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

from markupsafe import Markup
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from charts.html import tag
from exports import links
from locales import Language, text
from server.bare import bare, language
from server.page import OVERVIEW, PAGES
from server.present import PRESENT

LONGEST: Final = 80
"""Letters of an address that are quoted."""
NAMED: Final = tuple(name for name in PAGES if name not in OVERVIEW)
OURS: Final = f"/{links.API}"
"""HTML below it is the documentation's."""


def unknown(folder: str) -> Callable[[ASGIApp], ASGIApp]:
    """Middleware that answers 404 for an address that Streamlit would answer with its HTML though it is no page's.

    folder: in which the application is served, empty or with a slash before it.
    """
    pages = {f"{folder}/{name}" for name in ("", *NAMED, PRESENT)}

    def around(app: ASGIApp) -> ASGIApp:
        async def told(scope: Scope, receive: Receive, send: Send) -> None:
            path = scope.get("path", "")
            if scope["type"] != "http" or path in pages or path.startswith(folder + OURS):
                await app(scope, receive, send)
                return
            strange = False

            async def sent(message: Message) -> None:
                nonlocal strange
                if message["type"] == "http.response.start" and _is_html(message):
                    strange = True
                    await _page(Request(scope), path.removeprefix(folder))(scope, receive, send)
                elif not strange:
                    await send(message)

            await app(scope, receive, sent)

        return told

    return around


def _is_html(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return start["status"] == HTTPStatus.OK and kind.startswith("text/html")


def _page(request: Request, path: str) -> HTMLResponse:
    """path: below the folder."""
    lang = language(request, path)
    meant = [part for part in path.split("/") if part in NAMED]
    quoted = path if len(path) <= LONGEST else f"{path[:LONGEST]}…"
    told = [
        tag("p", text(lang, "Nothing is found at “{address}”.", address=quoted)),
        *(tag("p", _meant(lang, page)) for page in meant[-1:]),
        _search(lang),
    ]
    return bare(lang, path, text(lang, "There is no such page"), *told, status=404)


def _meant(lang: Language, page: str) -> Markup:
    link = tag("a", f"/{page}", href=links.page(quote(page), lang))
    return Markup(text(lang, "Did you mean {address}?")).format(address=link)  # noqa: S704 - a text of ours


def _search(lang: Language) -> Markup:
    """The field of the overview, which answers."""
    return tag(
        "form",
        tag("label", text(lang, "Ask for a place, a subject, or both"), for_="ask"),
        tag(
            "div",
            tag("input", id="ask", name="ask", type="search", maxlength=200, autocomplete="off"),
            tag("input", name="lang", type="hidden", value=lang),
            tag("button", text(lang, "Search"), type="submit"),
        ),
        action="./",
    )
