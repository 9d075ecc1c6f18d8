"""Places pictures, tables and key figures on a page."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from charts.html import tag
from indicators.catalogue import Indicator
from locales import Language
from pictures.key_figures import KeyFigure
from pictures.picture import Drawn, Subject
from ui.drawing import component
from ui.view import View

MANY: Final = 22
"""Bars from which on they scroll."""


def subject(view: View, indicator: Indicator, start: str, end: str) -> Subject:
    """What the pictures of a page are about, in the reader's colours."""
    return Subject(view.lang, view.dataset, indicator, start, end, view.theme, base=component.base_path())


def place(
    lang: Language,
    drawn: Drawn,
    picked: Callable[[str], None] | None = None,
    moved: Callable[[str], None] | None = None,
) -> None:
    """A picture with its menu and what is to be said below it, or why there is none.

    picked, moved: as in `ui.drawing.component.draw`.
    """
    if isinstance(drawn, str):
        st.info(drawn)
        return
    component.draw(
        lang,
        drawn.figure,
        drawn.file,
        drawn.sentence,
        drawn.kind,
        picked,
        moved,
        drawn.legend,
        drawn.repainting,
    )
    for caveat in drawn.caveats:
        st.caption(caveat)


def place_ranking(lang: Language, drawn: Drawn, picked: Callable[[str], None] | None = None) -> None:
    """Bars, which scroll where there are many."""
    if isinstance(drawn, str):
        place(lang, drawn)
        return
    with st.container(height=560 if len(drawn.table) > MANY else "content", border=False):
        place(lang, drawn, picked)


def key_figures(figures: Sequence[KeyFigure]) -> None:
    """A row of labels with their values and, below, what to tell of them."""
    rows = (
        tag("div", tag("dt", label), tag("dd", value), tag("dd", told) if told else "")
        for label, value, told in figures
    )
    st.html(tag("dl", *rows, class_="key"))
