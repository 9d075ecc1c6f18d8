"""What every answer has in common: how long it may be kept, what tells it from others, how errors are said."""

import hashlib
import json
from collections.abc import Callable
from functools import cache, wraps
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from api.parameters import WrongParameter
from data import store

MINUTES: Final = "public, max-age=300"
FOREVER: Final = "public, max-age=31536000, immutable"

NO_FIGURES: Final = (
    "There are no figures: neither the store nor the snapshot holds a whole version; run python -m data.refresh."
)

Endpoint = Callable[[Request], Response]


def guarded(endpoint: Endpoint) -> Endpoint:
    """The endpoint, open to pages of every origin, with a 400 for wrong parameters and a 503 without figures."""

    @wraps(endpoint)
    def answered(request: Request) -> Response:
        try:
            answer = endpoint(request)
        except WrongParameter as wrong:
            answer = error(400, str(wrong))
        except store.NoData:
            answer = error(503, NO_FIGURES)
        answer.headers["Access-Control-Allow-Origin"] = "*"
        return answer

    return answered


def error(status: int, sentence: str) -> Response:
    """`{"error": sentence}`, which nobody is to keep."""
    return document({"error": sentence}, status)


def document(content: dict[str, Any], status: int = 200) -> Response:
    """Content as compact JSON, which nobody is to keep unless `cached` says otherwise."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(body, status, {"Cache-Control": "no-store"}, "application/json")


def cached(request: Request, version: str, make: Callable[[], Response], keep: str = MINUTES) -> Response:
    """The answer that make computes from a version of the figures, or 304 if whoever asks has it already."""
    etag = _etag(request, version)
    known = [tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")]
    answer = Response(status_code=304) if etag.removeprefix("W/") in known or "*" in known else make()
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = keep
    return answer


def _etag(request: Request, version: str) -> str:
    asked = f"{_program()} {request.url.path}?{request.url.query}"
    # Weak, because the server in front of the routes compresses answers without giving them another tag.
    return f'W/"{version}-{hashlib.sha256(asked.encode()).hexdigest()[:16]}"'


@cache
def _program() -> str:
    """A hash of what turns figures into answers, so that a correction there reaches those who have an older answer."""
    digest = hashlib.sha256()
    for folder in ("api", "exports", "indicators"):
        for path in sorted((store.ROOT / folder).rglob("*.*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()
