"""What every answer has in common: how long it may be kept, and what tells it from others."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any, Final

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

import settings
from api.slots import parts
from exports.filename import stem
from exports.formats.csv_file import to_csv
from exports.formats.registry import File

MINUTES: Final = "public, max-age=300"
NONE: Final[Mapping[str, str]] = MappingProxyType({})
FOREVER: Final = "public, max-age=31536000, immutable"
OK: Final = 200
DECLARED: Final = frozenset({".py", ".toml", ".json", ".po", ".html"})
"""Endings of what an answer depends on besides the figures."""


def document(content: dict[str, Any], status: int = 200, media_type: str = "application/json") -> Response:
    """Content as compact JSON, which nobody is to keep unless `cached` says otherwise."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(body, status, {"Cache-Control": "no-store"}, media_type)


def cached(
    request: Request,
    version: str,
    make: Callable[[], Response],
    keep: str = MINUTES,
    headers: Mapping[str, str] = NONE,
) -> Response:
    """The answer that make computes from a version of the figures, or 304 if whoever asks has it already.

    To HEAD nothing is computed, so that neither the length is told nor an error that only computing finds; headers: of
    the answer, which are known without that.
    """
    etag = _etag(request, version)
    known = [tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")]
    if etag.removeprefix("W/") in known or "*" in known:
        answer = Response(status_code=304)
    elif request.method == "HEAD":
        answer = _without_body()
    else:
        answer = make()
    answer.headers.update({"ETag": etag, "Cache-Control": keep, **(headers if answer.status_code == OK else {})})
    return answer


def _without_body() -> Response:
    answer = Response()
    del answer.headers["Content-Length"]
    return answer


def disposition(
    file: File, prefix: str, ending: str = "csv", *, version: str = "", inline: bool = False
) -> dict[str, str]:
    """The header that names a file after what is in it, see `exports.filename.stem`; version: the file's, if empty."""
    name = stem(file.selection, version or file.dataset.version, prefix) + ("_de" if file.style == "de" else "")
    return {"Content-Disposition": f'{"inline" if inline else "attachment"}; filename="{name}.{ending}"'}


def csv(file: File, prefix: str, table: pd.DataFrame) -> Response:
    """A table as a CSV file in the style that is asked for."""
    return Response(to_csv(table, file.style), headers=disposition(file, prefix), media_type="text/csv")


def streamed(chunks: Iterator[bytes], media_type: str) -> Response:
    """An answer in parts, the first of which is made at once: what fails there can still be told."""
    first = next(chunks, b"")
    return StreamingResponse(parts(chain([first], chunks)), media_type=media_type)


def _etag(request: Request, version: str) -> str:
    asked = f"{_program()} {settings.public_address()} {request.url.path}?{request.url.query}"
    # Weak, because the server in front of the routes compresses answers without giving them another tag.
    return f'W/"{version}-{hashlib.sha256(asked.encode()).hexdigest()[:16]}"'


@cache
def _program() -> str:
    """A hash of all that turns figures into answers, so that a correction reaches those who have an older answer."""
    digest = hashlib.sha256()
    rooms = [settings.ROOT, *(path.parent for path in sorted(settings.ROOT.glob("*/__init__.py")))]
    files = [file for room in rooms for file in sorted(room.glob("*.py" if room == settings.ROOT else "**/*"))]
    for file in files:
        if file.suffix in DECLARED and file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()
