"""What whoever asked is told of an error: that it happened, and the number by which the log knows it. Never a trace."""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import log
from api.problems import problem
from charts.html import tag
from locales import Language, text
from server.bare import bare, language
from server.page import PAGES
from server.present import PRESENT
from server.seen import place

NAMES: Final = frozenset(f"/{name}" for name in (*PAGES, PRESENT))
"""The paths of all pages."""


def failed(folder: str) -> Callable[[ASGIApp], ASGIApp]:
    """Middleware that answers where nothing else could, so that this answer has the headers of all others, too.

    folder: in which the application is served, empty or with a slash before it. What fails when an answer is under way
    breaks it off; the API has answered itself.
    """

    def around(app: ASGIApp) -> ASGIApp:
        async def answered(scope: Scope, receive: Receive, send: Send) -> None:
            begun = False

            async def sent(message: Message) -> None:
                nonlocal begun
                begun = True
                await send(message)

            try:
                await app(scope, receive, sent)
            except Exception as error:
                if begun or scope["type"] != "http":
                    raise
                await _answer(Request(scope), scope["path"].removeprefix(folder), error)(scope, receive, send)

        return answered

    return around


def _answer(request: Request, path: str, error: Exception) -> Response:
    """path: below the folder."""
    number = log.incident(error, place=place(path))
    if path not in NAMES:
        return problem(500, f"{path[:80]} failed; the server's log has incident {number}.", incident=number)
    lang = language(request, path)
    return bare(lang, path, text(lang, "Something went wrong"), tag("p", sentence(lang, number)), status=500)


def sentence(lang: Language, number: str) -> str:
    """What a reader can do."""
    return text(
        lang,
        "This page could not be shown. Load it again; if that does not help, tell the operator incident {number}, by "
        "which the reason is found.",
        number=number,
    )
