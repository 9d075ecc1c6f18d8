"""What a browser runs: the scripts that draw, the library that they draw with, and the page that loads them."""

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import plotly
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from api.answers import FOREVER
from api.problems import problem
from settings import ROOT

FILES: Final = {
    **{file.name: file for file in sorted((ROOT / "ui").rglob("*.js"))},
    "plotly.min.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
}
HEAD: Final = "<head>"
PAGES: Final = ("", *sorted(page.parent.name for page in (ROOT / "pages").glob("*/page.py")))
"""The paths of all pages, and of the one that only leads on to the first."""


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


def page(_request: Request) -> Response:
    """Streamlit's HTML, the same for every page, with the steps of the back button before all its scripts.

    A page's own scripts are loaded too late for them: the address may be written before.
    """
    return HTMLResponse(_html(), headers={"Cache-Control": "no-cache"})


@cache
def _html() -> str:
    own = files("streamlit").joinpath("static", "index.html").read_text("utf-8")
    steps = Path(__file__).with_name("back_button.js").read_text("utf-8")
    return own.replace(HEAD, f"{HEAD}<script>\n{steps}</script>", 1)
