"""The page that presents a workshop set: a document of our own, which asks the server for a picture at a time.

It does not run in Streamlit: keys belong to it alone, and the next picture is drawn before it is shown.
"""

from collections.abc import Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.presentation import THEMES, reader_of
from data import store
from data.store import Dataset
from exports import links
from exports.presentation import letters
from exports.presentation.document import document, policy
from exports.presentation.picture import Shown, shown
from exports.presentation.questions import offered
from locales import Language, text
from locales.preferred import preferred
from pictures.workshop.drawing import drawn_one
from pictures.workshop.writing import SetError, from_parameter
from server import scripts
from server.headers import POLICY
from server.page import LIBRARY

PRESENT: Final = "present"
"""The name of the page, below the application's address."""
LONGEST: Final = 40
"""Letters of a version that are quoted."""


def present(request: Request) -> Response:
    """The set of the address, in its language and of its version of the figures; what of it is wrong is said."""
    query = request.query_params
    lang = preferred(query.get("lang") or request.headers.get("Accept-Language", ""))
    data = {"count": 0, "library": f".{scripts.path(LIBRARY)}", "back": links.page("workshop", lang)}
    try:
        chosen, problems = from_parameter(lang, query.get("set", ""))
        dataset, gone = _figures(lang, query.get("version", ""))
    except (SetError, store.NoData) as error:
        return _answer(lang, [Shown("", "", str(error))], data, status=400 if isinstance(error, SetError) else 503)
    if not chosen.entries:
        return _answer(lang, [], data, problems)
    first = shown(drawn_one(chosen.entries[0], reader_of(lang, dataset, next(iter(THEMES)))))
    data |= {
        "count": len(chosen.entries),
        "set": query["set"],
        "version": dataset.version,
        "address": f"{links.API}presentation.json",
        "offered": offered(lang, dataset),
        "back": links.page("workshop", lang, version="" if gone else query.get("version", "")),
    }
    return _answer(lang, [first], data, [*gone, *problems])


def _figures(lang: Language, version: str) -> tuple[Dataset, list[str]]:
    """Those of a version or, where none is named or it is not kept, those in force, and that it is not. Raises
    store.NoData where there are none at all."""
    newest = store.current()
    try:
        return store.version(version) if version else newest, []
    except store.NoData:
        said = text(
            lang,
            "The address asks for version = “{asked}”, which is not kept here; shown is version {version}.",
            asked=version[:LONGEST],
            version=newest.version,
        )
        return newest, [said]


def _answer(
    lang: Language, first: list[Shown], data: dict[str, Any], problems: Sequence[str] = (), status: int = 200
) -> Response:
    title = f"{text(lang, 'Presentation')} – {text(lang, 'Leipzig Urban Indicators')}"
    html = document(lang, title, first, data, problems, font=letters.address())
    return HTMLResponse(html, status, {POLICY: policy(), "Cache-Control": "no-cache", "Vary": "Accept-Language"})
