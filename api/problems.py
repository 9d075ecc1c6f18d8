"""What goes wrong with a request, told as problem details (RFC 9457)."""

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import log
from api.answers import document
from api.slots import PATIENCE, Busy
from data import store
from exports.images.cannot import CannotDraw
from indicators.analysis.aside import GivenUpError

READING: Final = ("GET", "HEAD")
EVERY_METHOD: Final = (*READING, "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
MEDIA_TYPE: Final = "application/problem+json"

NO_FIGURES: Final = (
    "There are no figures: neither the store nor the snapshot holds a whole version; run python -m data.refresh."
)


class WrongParameter(ValueError):
    """A parameter is not what it may be; the message is one sentence for whoever asked."""


class UnknownVersion(LookupError):
    """A version of the figures is not kept here; the message is one sentence that says which there are."""


class NotLoaded(LookupError):
    """Nothing that is asked for has its source among the figures; the message is one sentence that says which."""


class NotAcceptable(ValueError):
    """What the request accepts is not what its address gives; the message is one sentence."""


def problem(status: int, sentence: str, headers: Mapping[str, str] | None = None, **more: object) -> Response:
    """`type`, `title`, `status` and `detail`, the sentence, and more members; nobody is to keep it."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": sentence, **more}
    answer = document(told, status, MEDIA_TYPE)
    answer.headers.update(headers or {})
    return answer


def _told(status: int, sentence: str = "") -> Callable[[Request, Exception], Response]:
    """The answer to an error: a sentence, or without one the error's own."""
    return lambda _request, error: problem(status, sentence or str(error))


def only_read(endpoint: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """The endpoint for a route of all methods, which refuses those that do not read."""

    @wraps(endpoint)
    def answered(request: Request) -> Response:
        if request.method in READING:
            return endpoint(request)
        return refused(request, HTTPException(405, headers={"Allow": ", ".join(READING)}))

    return answered


def refused(request: Request, error: Exception) -> Response:
    """What the router itself refuses: an unknown address, another method than GET."""
    if not isinstance(error, HTTPException):
        raise error
    path = request.url.path[:80]
    sentences = {
        400: f"{path} can't be read: an address has no .. and no \\ in it, and no null character.",
        404: f"There is nothing at {path}; /api/v1/ says what there is.",
        405: f"{request.method[:20]} does nothing at {path}, which can only be read, with GET or HEAD.",
    }
    return problem(error.status_code, sentences.get(error.status_code, str(error.detail)), error.headers)


def _not_drawn(_request: Request, error: Exception) -> Response:
    return problem(501, f"The server can't draw {error}; the menu of the picture on its page saves it as PNG and SVG.")


def _busy(_request: Request, error: Exception) -> Response:
    return problem(503, str(error), {"Retry-After": f"{PATIENCE:.0f}"})


def _failed(request: Request, error: Exception) -> Response:
    number = log.incident(error, place="api")
    return problem(500, f"{request.url.path[:80]} failed; the server's log has incident {number}.", incident=number)


HANDLERS: Final[Mapping[Any, Any]] = {
    WrongParameter: _told(400),
    UnknownVersion: _told(404),
    NotLoaded: _told(404),
    NotAcceptable: _told(406),
    store.NoData: _told(503, NO_FIGURES),
    CannotDraw: _not_drawn,
    Busy: _busy,
    GivenUpError: _told(503, "What was asked for could not be computed; the server's log says why."),
    HTTPException: refused,
    Exception: _failed,
}
"""By what is raised, for the application that the routes stand in."""
