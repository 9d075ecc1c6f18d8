"""Scripts and styles, compressed once and kept in memory for as long as the process runs.

Streamlit sends its own uncompressed, 2.6 MB for a first page, and leaves it to a proxy to do better; there may be none.
At these levels it takes a tenth of a second for all that a first page loads; the best ones would take four seconds and
spare a tenth of the bytes.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import pyarrow as pa
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.answers import FOREVER
from api.negotiation import accepts

LEVELS: Final = {"br": ("brotli", 6), "gzip": ("gzip", 6)}
"""By content coding, the better first (browsers ask for brotli only over TLS): pyarrow's name and level."""
STORED: Final = ".br"
"""The ending of a file that is kept as brotli already."""
TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
DENSE: Final = ".png"
"""The ending of what is compressed by itself."""
STREAMLIT: Final = Path(str(files("streamlit").joinpath("static")))
"""The folder of what Streamlit's pages load."""


def coding(asked: str) -> str:
    """The content coding to answer with, empty for none; asked: the header Accept-Encoding."""
    return next((name for name in LEVELS if accepts(asked, name)), "")


def compressed(content: bytes, name: str) -> bytes:
    """Content in a coding of LEVELS."""
    codec, level = LEVELS[name]
    return bytes(pa.Codec(codec, compression_level=level).compress(content, asbytes=True))


@cache
def packed(file: Path, name: str) -> bytes:
    """A file's content in a coding, as it is where the coding is empty."""
    if file.suffix != STORED:
        return compressed(file.read_bytes(), name) if name else file.read_bytes()
    if name == "br":
        return file.read_bytes()
    plain = pa.CompressedInputStream(pa.BufferReader(file.read_bytes()), "brotli").read()
    return compressed(plain, name) if name else plain


def sent(file: Path, asked: str, media_type: str) -> Response:
    """A file whose address changes with its content, so that a browser may keep it. asked: Accept-Encoding."""
    name = "" if file.suffix == DENSE else coding(asked)
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    headers |= {"Content-Encoding": name} if name else {}
    return Response(packed(file, name), headers=headers, media_type=media_type)


def streamlit_compressed(folder: str) -> Callable[[ASGIApp], ASGIApp]:
    """A middleware that answers for Streamlit's scripts and styles, whose names change with their content.

    folder: under which the application is served, empty or with a slash before it. Routes can't answer there:
    Streamlit keeps its own folders to itself.
    """
    address = re.compile(rf"{re.escape(folder)}/(static/(?:js|css)/[\w.-]+)")

    def middleware(app: ASGIApp) -> ASGIApp:
        async def answered(scope: Scope, receive: Receive, send: Send) -> None:
            found = address.fullmatch(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
            file = STREAMLIT / found[1] if found else None
            if file is None or file.suffix not in TYPES or not file.is_file():
                await app(scope, receive, send)
                return
            asked = Headers(scope=scope).get("Accept-Encoding", "")
            answer = await run_in_threadpool(sent, file, asked, TYPES[file.suffix])
            await answer(scope, receive, send)

        return answered

    return middleware
