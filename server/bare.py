"""Pages of ours without Streamlit around them, for what it can't show: no such page, and an error."""

from pathlib import Path
from typing import Final

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from charts.html import tag
from exports import links
from locales import Language, text
from locales.preferred import preferred

STYLE: Final = Path(__file__).with_name("bare.css").read_text("utf-8")


def bare(lang: Language, path: str, title: str, *told: Markup, status: int) -> HTMLResponse:
    """A heading, what is told below it, and the way to the overview.

    path: below the folder. Its links are relative: a proxy may have taken away a part of the path.
    """
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        tag("base", href="../" * path.strip("/").count("/") or "./"),
        tag("title", f"{title} – {text(lang, 'Leipzig Urban Indicators')}"),
        tag("style", Markup(STYLE)),  # noqa: S704 - a file of ours
    )
    home = tag("a", text(lang, "To the overview"), href=links.page("./", lang))
    body = tag("body", tag("h1", title), *told, tag("p", home, style="margin-top:1.6rem"))
    whole = Markup("<!doctype html>") + tag("html", head, body, lang=lang)
    return HTMLResponse(whole, status, {"Cache-Control": "no-store", "Vary": "Accept-Language"})


def language(request: Request, path: str) -> Language:
    """That of the address, where it says one, else the browser's. path: below the folder."""
    said = f"{request.query_params.get('lang', '')},{path.strip('/').partition('/')[0]}".split(",")
    asked = next((part for part in said if part in ("de", "en")), "")
    return preferred(asked or request.headers.get("Accept-Language", ""))
