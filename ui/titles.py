"""What a browser calls a page in its tab, its history and its bookmarks: what is shown of it, and which page it is."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from indicators import catalogue, cities
from indicators.catalogue import groups
from locales import Language, joined, text
from ui.view import View

MOST_PLACES: Final = 3
TITLE: Final = "title"
"""Where Streamlit keeps the title of the page that was shown last."""
PLACES: Final = ("areas", "compare")
"""Choices that are areas; a profile's own is in its heading."""


def so_far(lang: Language) -> str:
    """The title until the page knows what it shows: that of before, so that it does not change twice."""
    return str(st.session_state.get(TITLE, text(lang, "Leipzig Urban Indicators")))


def tell(view: View, choices: Mapping[str, str]) -> None:
    """Names the browser's tab after what the page's choices show."""
    parts = [part for part in (_subject(view.lang, choices), _places(view, choices), view.title) if part]
    title = f"{' · '.join(parts)} – {text(view.lang, 'Leipzig Urban Indicators')}"
    st.session_state[TITLE] = title
    st.set_page_config(page_title=title)


def _subject(lang: Language, choices: Mapping[str, str]) -> str:
    """What the figures are of; empty for a page of many indicators."""
    if "indicator" in choices:
        return catalogue.load()[choices["indicator"]].title[lang]
    if figure := choices.get("figure"):
        single, several = cities.indicators(), cities.compositions()
        return (single[figure] if figure in single else several[figure].whole).title[lang]
    return ""


def _places(view: View, choices: Mapping[str, str]) -> str:
    """The areas that the reader chose, as many as tell a tab from another; a reader's own groups are left out."""
    known = view.dataset.all_names | {id: group.title[view.lang] for id, group in groups.load().items()}
    asked = next((choices[key] for key in PLACES if choices.get(key)), "")
    names = [known[area] for area in asked.split(",") if area in known]
    more = ["…"] if len(names) > MOST_PLACES else []
    return joined(view.lang, names) if not more else ", ".join([*names[:MOST_PLACES], *more])
