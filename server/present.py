"""The page that presents a workshop set: a document of our own, which asks the server for a picture at a time.

It does not run in Streamlit: keys belong to it alone, and the next picture is drawn before it is shown.
"""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api import parameters
from api.presentation import THEMES, asked_set, reader_of
from api.problems import UnknownVersion, WrongParameter
from data import store
from exports import links
from exports.presentation import letters
from exports.presentation.document import document
from exports.presentation.picture import Shown, shown
from exports.presentation.questions import offered
from locales import text
from locales.preferred import preferred
from pictures.workshop.drawing import drawn_one
from server import scripts
from server.page import LIBRARY

PRESENT = "present"
"""The name of the page, below the application's address."""


def present(request: Request) -> Response:
    """The set of the address, in its language and of its version of the figures; else the page says what is wrong."""
    query = request.query_params
    lang = preferred(query.get("lang") or request.headers.get("Accept-Language", ""))
    title = f"{text(lang, 'Presentation')} – {text(lang, 'Leipzig Urban Indicators')}"
    kept = {name: query[name] for name in ("set", "version") if name in query}
    data = {"count": 0, "library": f".{scripts.path(LIBRARY)}", "back": links.page("workshop", lang)}
    try:
        parameters.check_names(query, ("set", "version", "lang"))
        if not query.get("set"):
            return _answer(document(lang, title, [], data, font=letters.address()))
        _, dataset, chosen = asked_set(query)
    except (WrongParameter, UnknownVersion, store.NoData) as error:
        return _answer(document(lang, title, [Shown("", "", str(error))], data, font=letters.address()), 400)
    first = shown(drawn_one(chosen.entries[0], reader_of(lang, dataset, next(iter(THEMES)))))
    data |= {
        "count": len(chosen.entries),
        "set": kept["set"],
        "version": dataset.version,
        "address": f"{links.API}presentation.json",
        "offered": offered(lang, dataset),
        "back": links.page("workshop", lang, version=kept.get("version", "")),
    }
    return _answer(document(lang, title, [first], data, font=letters.address()))


def _answer(html: str, status: int = 200) -> Response:
    return HTMLResponse(html, status, {"Cache-Control": "no-cache", "Vary": "Accept-Language"})
