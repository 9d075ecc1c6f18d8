"""Places pictures, tables and key figures on a page."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Literal

import streamlit as st

from charts.key_list import key_list
from data.store import Dataset
from exports import links
from indicators.selection import Selection
from locales import Language
from pictures import registry
from pictures.key_figures import KeyFigure
from pictures.picture import Drawn
from pictures.request import Request
from pictures.workshop.drawing import Reader
from pictures.workshop.entry import Entry, WorkshopSet, entry_of
from pictures.workshop.writing import as_parameter
from ui import address, collected
from ui.drawing import component
from ui.view import View

BARS: Final = frozenset({"ranking", "scenario-districts", "district-ranking"})
MANY: Final = 22
"""Pictures of bars, and the number from which on they scroll."""


def request(view: View, selection: Selection, lit: Sequence[str] = ()) -> Request:
    """What the pictures of a page are asked for, in the reader's colours; lit: areas to set off."""
    version = view.dataset.version
    boundaries = links.boundaries(version)
    spans = links.api("changes.json", version=version)
    return Request(view.lang, view.dataset, view.theme, selection, boundaries, spans, tuple(lit))


def reader(view: View) -> Reader:
    """For whom the pictures of a set are drawn."""
    every = request(view, Selection())
    return Reader(view.lang, view.dataset, view.theme, every.boundaries, every.spans)


def draw(kind: str, asked: Request, picked: Callable[[str], None] | None = None) -> Drawn:
    """Draws a picture of a kind and places it; picked: as in `ui.drawing.component.draw`."""
    drawn = registry.draw(kind, asked)
    added, slide = partial(collected.add, kind, asked), slide_of(asked.lang, asked.dataset, entry_of(kind, asked))
    place(asked.lang, drawn, picked, asked.chosen, added=added, slide=slide)
    return drawn


def slide_of(lang: Language, dataset: Dataset, entry: Entry | None) -> str:
    """The address of a slide of a picture; empty for one that no set can hold."""
    if entry is None:
        return ""
    alone = as_parameter(WorkshopSet((entry,), dataset.version))
    return links.api("slides.pptx", set=alone, version=dataset.version, lang=lang)


def place(
    lang: Language,
    drawn: Drawn,
    picked: Callable[[str], None] | None = None,
    current: str = "",
    *,
    key: str = "",
    moved: Callable[[str], None] | None = None,
    added: Callable[[], None] | None = None,
    slide: str = "",
) -> None:
    """A picture with its menu and what is to be said below it, or why there is none.

    Many bars scroll; where a map's slider of years comes to rest, the page follows. picked, current, key,
    added, slide: as in `ui.drawing.component.draw`; moved: called with that year, where the page does not follow.
    """
    if isinstance(drawn, str):
        st.info(drawn)
        return
    place_in = partial(
        component.draw, lang, drawn, picked, moved or partial(address.choose, "year"), key=key, added=added, slide=slide
    )
    if drawn.kind in BARS:
        # On a phone they are shown whole (`frame.css`), as nothing scrolls there inside of what scrolls.
        height: Literal["content"] | int = 560 if len(drawn.table) > MANY else "content"
        with st.container(height=height, border=False, key=f"bars {key or drawn.kind}"):
            place_in(current)
    else:
        place_in()
    for caveat in drawn.caveats:
        st.caption(caveat)


def key_figures(figures: Sequence[KeyFigure]) -> None:
    """A row of labels with their values and, below, what to tell of them."""
    st.html(key_list(figures))
