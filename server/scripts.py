"""The scripts that draw, the library that they draw with, and the pictures that stand for the pages elsewhere."""

import hashlib
from functools import cache
from pathlib import PurePath
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api.problems import problem
from server.compressed import TYPES, sent
from settings import ROOT

FILES: Final = {
    **{file.name: file for room in ("ui", "pages") for file in sorted((ROOT / room).glob("*/*.js"))},
    "icon.svg": ROOT / "server" / "icon.svg",
    "preview.png": ROOT / "server" / "preview.png",
    "plotly.min.js": ROOT / "ui" / "drawing" / "library" / "plotly.min.js.br",
}


def path(name: str) -> str:
    """The address of a script on this host; another one as soon as any of them changes."""
    return f"/scripts/{_digest()}/{name}"


def script(request: Request) -> Response:
    """One of the scripts, to be kept for as long as the browser likes."""
    name = request.path_params["name"]
    file = FILES.get(name)
    if file is None:
        return problem(404, f"There is no such script, only {', '.join(FILES)}.")
    if request.path_params["digest"] != _digest():
        return problem(404, f"The scripts have changed since; {name} is at {path(name)} now.")
    return sent(file, request.headers.get("Accept-Encoding", ""), TYPES[PurePath(name).suffix])


@cache
def _digest() -> str:
    digest = hashlib.sha256()
    for file in FILES.values():
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
