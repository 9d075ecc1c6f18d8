"""What whoever asked is told of an error: that it happened, and the number by which the log knows it. Never a trace."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

import log
from api.problems import problem
from charts.html import tag
from locales import Language, text
from server.bare import bare, language
from server.page import PAGES
from server.present import PRESENT
from server.seen import place


def failed(folder: str) -> Callable[[Request, Exception], Awaitable[Response]]:
    """The handler of errors outside the API. folder: in which the application is served, empty or with a slash."""
    pages = {f"/{name}" for name in (*PAGES, PRESENT)}

    async def answered(request: Request, error: Exception) -> Response:
        path = request.url.path.removeprefix(folder)
        number = log.incident(error, place=place(path))
        if path not in pages:
            return problem(500, f"{path[:80]} failed; the server's log has incident {number}.", incident=number)
        lang = language(request, path)
        told = tag("p", sentence(lang, number))
        return bare(lang, path, text(lang, "Something went wrong"), told, status=500)

    return answered


def sentence(lang: Language, number: str) -> str:
    """What a reader can do."""
    return text(
        lang,
        "This page could not be shown. Load it again; if that does not help, tell the operator incident {number}, by "
        "which the reason is found.",
        number=number,
    )
