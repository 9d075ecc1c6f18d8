"""The HTML that every page is loaded with: Streamlit's, with what it lacks.

Before all its scripts, those of the back button: a page's own are loaded too late for them, as the address may be
written before. And what a page is about to need is asked for at once: on a slow line, each script that is only heard of
when another one has run costs a journey.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

import settings
from charts.html import script_hash, tag
from exports import links
from locales import LANGUAGES, Language, text
from locales.preferred import preferred
from server import connection, own_words, scripts
from server.compressed import LEVELS, STREAMLIT, packed
from server.head import head
from server.headers import POLICY
from settings import ROOT

OPENING: Final = '<html lang="en"'
HEAD: Final = "<head>"
AGENTS: Final = '<link rel="service-desc" href="./_stcore/agent/openapi.json" />'
"""An interface of Streamlit's that is closed, see `server.closed`."""
NO_SCRIPT: Final = "<noscript></noscript>"
TITLE: Final = "<title>Streamlit</title>"
PAGES: Final = ("", *sorted(page.parent.name for page in (ROOT / "pages").glob("*/page.py")))
"""The paths of all pages, and of the overview, which has none."""
OVERVIEW: Final = "overview"
"""The page that has no path, and draws without the library."""
SHARED: Final = ("Html", "Button", "ButtonGroup", "BidiComponent")
CHOICES: Final = ("Selectbox", "Multiselect")
"""What Streamlit calls its scripts for the elements of every page, and those that the overview does without."""
LIBRARY: Final = "plotly.min.js"
SCRIPTS: Final = STREAMLIT / "static" / "js"


def page(request: Request) -> Response:
    """The HTML of a page, which is asked for anew each time; the overview by its name leads to where it stands."""
    name = request.url.path.rpartition("/")[2]
    if name == OVERVIEW:
        return RedirectResponse(f"./?{request.url.query}".rstrip("?"))
    lang = preferred(request.query_params.get("lang") or request.headers.get("Accept-Language", ""))
    html = _html(draws=name != "").replace(OPENING, f'<html lang="{lang}" translate="no"{_data()}', 1)
    html = html.replace(TITLE, head(name, lang, request.query_params), 1)
    html = html.replace(NO_SCRIPT, _without_scripts(lang), 1)
    told = {POLICY: _policy(draws=name != ""), "Cache-Control": "no-cache", "Vary": "Accept-Language"}
    return HTMLResponse(html, headers=told)


def _without_scripts(lang: Language) -> Markup:
    """What a page says to whom runs no scripts."""
    here = tag("a", text(lang, "The figures as files and over HTTP"), href=f"./{links.API}?lang={lang}")
    return tag("noscript", tag("p", text(lang, "This page needs JavaScript."), " ", here))


def language_script(lang: Language) -> str:
    """By which a page that is there already says its language, as its HTML did when it was loaded."""
    return f"document.documentElement.lang='{lang}'"


def pack() -> None:
    """Compresses all that a first visit loads, before it comes; for one to this server itself first, without TLS."""
    own = [STREAMLIT / name for name in re.findall(r'"\./(static/[^"]+\.(?:js|css))"', _html(draws=True))]
    for name in reversed(LEVELS):
        for file in [*own, *scripts.FILES.values()]:
            packed(file, name)


@cache
def _html(*, draws: bool) -> str:
    """draws: whether the page has pictures."""
    own = re.sub("<noscript>.*?</noscript>", NO_SCRIPT, (STREAMLIT / "index.html").read_text("utf-8"), flags=re.DOTALL)
    files = "".join(map(_script, ("loading.js", "back_button.js", "menu.js")))
    steps = f"<script>\n{files}{connection.script()}{own_words.script()}</script>"
    library = f' data-library=".{scripts.path(LIBRARY)}"' if draws else ""
    early = "\n".join(_early((*SHARED, *CHOICES) if draws else SHARED, own))
    return (
        own.replace(OPENING, OPENING + library, 1)
        .replace(HEAD, HEAD + steps, 1)
        .replace(AGENTS, "", 1)
        .replace("</head>", f"{early}</head>", 1)
    )


@cache
def _policy(*, draws: bool) -> str:
    """What the page may run and ask for: nothing from elsewhere, and of what stands in it, what stood in our files.

    Tighter it can't be. Streamlit writes styles into the page, and runs the scripts of elements that are declared in
    Python (`components.v2`) from addresses of its own making (`blob:`).
    """
    written = re.findall("<script>(.*?)</script>", _html(draws=draws), re.DOTALL)
    own = " ".join(map(script_hash, [*written, *map(language_script, LANGUAGES)]))
    return (
        f"default-src 'none'; script-src 'self' blob: {own}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data:; base-uri 'none'; "
        "form-action 'self'"
    )


def _data() -> str:
    """What the page's scripts ask of the setting."""
    address = settings.public_address()
    return f' data-address="{address}"' if address else ""


def _early(elements: Sequence[str], html: str) -> Iterator[str]:
    """Links to the scripts of elements, with those that they import; those that the HTML has links to need none."""
    for name in _needed(elements):
        if name not in html:
            yield f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'


def _needed(elements: Sequence[str]) -> list[str]:
    """The names of the scripts that draw Streamlit's elements, with those that they import."""
    found: dict[str, None] = {}
    waiting = [file.name for element in elements for file in SCRIPTS.glob(f"{element}.*.js")]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += re.findall(r'(?:from|import)"\./([^"]+\.js)"', (SCRIPTS / name).read_text("utf-8"))
    return list(found)


def _script(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")
