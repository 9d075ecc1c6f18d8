"""Places pictures, tables and key figures on a page."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import streamlit as st

from charts.key_list import key_list
from exports import links
from indicators.selection import Selection
from locales import Language
from pictures import registry
from pictures.key_figures import KeyFigure
from pictures.picture import Drawn
from pictures.request import Request
from ui import address
from ui.drawing import component
from ui.view import View

BARS: Final = frozenset({"ranking", "scenario-districts"})
MANY: Final = 22
"""Pictures of bars, and the number from which on they scroll."""


def request(view: View, selection: Selection, lit: Sequence[str] = ()) -> Request:
    """What the pictures of a page are asked for, in the reader's colours; lit: areas to set off."""
    version = view.dataset.version
    boundaries = links.api("areas.geojson", version=version, level="")
    spans = links.api("changes.json", version=version)
    return Request(view.lang, view.dataset, view.theme, selection, boundaries, spans, tuple(lit))


def draw(kind: str, asked: Request, picked: Callable[[str], None] | None = None) -> Drawn:
    """Draws a picture of a kind and places it; picked: as in `ui.drawing.component.draw`."""
    drawn = registry.draw(kind, asked)
    place(asked.lang, drawn, picked, asked.chosen)
    return drawn


def place(lang: Language, drawn: Drawn, picked: Callable[[str], None] | None = None, current: str = "") -> None:
    """A picture with its menu and what is to be said below it, or why there is none.

    Many bars scroll; where a map's slider of years comes to rest, the page follows. picked, current: as
    in `ui.drawing.component.draw`.
    """
    if isinstance(drawn, str):
        st.info(drawn)
        return
    moved = partial(address.choose, "year")
    if drawn.kind in BARS:
        with st.container(height=560 if len(drawn.table) > MANY else "content", border=False):
            component.draw(lang, drawn, picked, moved, current)
    else:
        component.draw(lang, drawn, picked, moved)
    for caveat in drawn.caveats:
        st.caption(caveat)


def key_figures(figures: Sequence[KeyFigure]) -> None:
    """A row of labels with their values and, below, what to tell of them."""
    st.html(key_list(figures))
