"""What the HTML of a page says of itself before any script has run: to tabs, and to whoever is sent its address."""

from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import Markup

import settings
from charts.html import tag
from indicators import catalogue
from locales import Language, text
from server import scripts
from words.pages import page_names

PREVIEW: Final = (1200, 630)
"""Pixels of the preview picture, as messengers show it."""


def head(page: str, lang: Language, query: Mapping[str, str]) -> Markup:
    """Description, icon and preview (Open Graph) of a page by its name; addresses are the public ones, or relative,
    as a client makes up its host."""
    title = titled(page, lang, query)
    about = text(
        lang,
        "How Leipzig and its 63 districts grow and change: residents, age, work, income, housing and safety, "
        "on maps and as files, from official statistics.",
    )
    base = settings.public_address()
    width, height = PREVIEW
    graph = {
        "type": "website",
        "site_name": text(lang, "Leipzig Urban Indicators"),
        "title": title,
        "description": about,
        "locale": {"de": "de_DE", "en": "en_GB"}[lang],
        "image": (base or ".") + scripts.path("preview.png"),
        "image:width": str(width),
        "image:height": str(height),
        "image:alt": text(lang, "Map of Leipzig’s districts"),
        **({"url": f"{base}/{page}"} if base else {}),
    }
    return Markup("\n").join(_tags(title, about, graph))


def titled(page: str, lang: Language, query: Mapping[str, str]) -> str:
    """The indicator that the address names, and the page."""
    indicator = catalogue.load().get(query.get("indicator", ""))
    parts = [indicator.title[lang] if indicator else "", page_names(lang)[page] if page else ""]
    named = " · ".join(part for part in parts if part)
    return " – ".join(part for part in (named, text(lang, "Leipzig Urban Indicators")) if part)


def _tags(title: str, about: str, graph: Mapping[str, str]) -> Iterator[Markup]:
    yield tag("title", title)
    yield tag("meta", name="description", content=about)
    # Streamlit's page changes what a browser has translated only in part: old headings would stand over new figures.
    yield tag("meta", name="google", content="notranslate")
    yield tag("link", rel="icon", type="image/svg+xml", href=f".{scripts.path('icon.svg')}")
    for name, content in graph.items():
        yield tag("meta", property=f"og:{name}", content=content)
    yield tag("meta", name="twitter:card", content="summary_large_image")
