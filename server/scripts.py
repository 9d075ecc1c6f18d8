"""The scripts that draw the pictures in a browser, and the library that they draw with."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

import plotly
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api.answers import FOREVER
from api.problems import problem
from settings import ROOT

FILES: Final = {
    **{file.name: file for file in sorted((ROOT / "ui").rglob("*.js"))},
    "plotly.min.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
}


@cache
def path(name: str) -> str:
    """The address of a script on this host; another one as soon as any of them changes."""
    digest = hashlib.sha256()
    for file in FILES.values():
        digest.update(file.read_bytes())
    return f"/scripts/{digest.hexdigest()[:12]}/{name}"


def script(request: Request) -> Response:
    """One of the scripts, to be kept for as long as the browser likes."""
    file = FILES.get(request.path_params["name"])
    if file is None:
        return problem(404, f"There is no such script, only {', '.join(FILES)}.")
    return FileResponse(file, headers={"Cache-Control": FOREVER}, media_type="text/javascript")
