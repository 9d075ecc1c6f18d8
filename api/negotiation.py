"""What a request accepts (RFC 9110, section 12.5.1), and who may read the answer."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import NotAcceptable

Endpoint = Callable[[Request], Response]


def giving(media_type: str, endpoint: Endpoint) -> Endpoint:
    """The endpoint, which raises NotAcceptable for a request that does not accept what it gives; an answer without a
    body says its media type, too."""

    @wraps(endpoint)
    def answered(request: Request) -> Response:
        asked = ",".join(request.headers.getlist("Accept"))
        if asked.strip() and not accepts(asked, media_type):
            raise NotAcceptable(
                f"{request.url.path[:80]} gives {media_type}, which Accept: {asked[:80]} leaves out; "
                "the ending of the address names the format."
            )
        answer = endpoint(request)
        if request.method == "HEAD" and answer.status_code == HTTPStatus.OK:
            charset = "; charset=utf-8" if media_type.startswith("text/") else ""
            answer.headers.setdefault("Content-Type", media_type + charset)
        return answer

    return answered


def accepts(header: str, media_type: str) -> bool:
    """Whether an Accept header admits a media type; its most exact range decides."""
    kind = media_type.split("/")[0]
    weights = dict(map(_weighed, header.split(",")))
    for name in (media_type, f"{kind}/*", "*/*"):
        if name in weights:
            return weights[name] > 0
    return False


def _weighed(media_range: str) -> tuple[str, float]:
    name, *parameters = (part.strip().lower() for part in media_range.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return name, float(value)
            except ValueError:
                return name, 1.0
    return name, 1.0


def open_to_all(app: ASGIApp) -> ASGIApp:
    """The application, whose every answer a page of any origin may read, also one that a cache gives it."""

    async def opened(scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Access-Control-Allow-Origin"] = "*"
                headers["Access-Control-Expose-Headers"] = "ETag, Content-Disposition"
            await send(message)

        await app(scope, receive, sent)

    return opened
