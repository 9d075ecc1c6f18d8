"""A picture of the set with what can be done with it."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from charts.html import stylesheet, tag
from locales import text
from pictures.picture import Drawn
from pictures.workshop.entry import Entry, WorkshopSet, moved_to
from ui import collected, pictures
from ui.view import View

HANDOUT: Final = stylesheet(__file__, "handout.css")
"""Of two pictures a page, beside lines for notes."""
LONGEST = 600
"""Letters of a title or sentence, as `pictures/workshop/set.schema.json` has it."""


def place(view: View, chosen: WorkshopSet, n: int, drawn: Drawn) -> None:
    """The picture at place n, or why it can't be shown, beside its own title and sentence."""
    lang, entry = view.lang, chosen.entries[n]
    with st.container(key=f"entry {n}"):
        left, right = st.columns([7, 4], gap="large")
    with left:
        if not isinstance(drawn, str):
            st.html(tag("p", tag("b", f"{n + 1}. "), drawn.sentence))
        moved = partial(_scrubbed, view, chosen, n)
        slide = pictures.slide_of(lang, view.dataset, entry)
        pictures.place(lang, drawn, key=f"set {n + 1}", moved=moved, slide=slide)
    with right:
        _words(view, chosen, n, entry)
        _order(view, chosen, n)
    st.divider()


def _words(view: View, chosen: WorkshopSet, n: int, entry: Entry) -> None:
    lang = view.lang
    # Their keys say what they show, so that a control does not keep the words of a picture that was in its place.
    title, remark = f"title {n} {entry.title}", f"remark {n} {entry.remark}"
    st.text_input(
        text(lang, "Own title"),
        entry.title,
        max_chars=LONGEST,
        key=title,
        on_change=lambda: _changed(view, chosen, n, "title", st.session_state[title]),
    )
    st.text_area(
        text(lang, "Own sentence"),
        entry.remark,
        max_chars=LONGEST,
        key=remark,
        on_change=lambda: _changed(view, chosen, n, "remark", st.session_state[remark]),
    )
    beside = f"beside {n} {entry.beside}"
    st.checkbox(
        text(lang, "Beside our sentence, not in its place"),
        entry.beside,
        key=beside,
        on_change=lambda: _changed(view, chosen, n, "beside", st.session_state[beside]),
    )


def _order(view: View, chosen: WorkshopSet, n: int) -> None:
    lang, last = view.lang, len(chosen.entries) - 1
    with st.container(horizontal=True):
        for label, key, to in ((text(lang, "Up"), "up", n - 1), (text(lang, "Down"), "down", n + 1)):
            off = not 0 <= to <= last
            st.button(label, key=f"{key} {n}", disabled=off, on_click=_moved, args=(view, chosen, n, to))
        st.button(text(lang, "Remove"), key=f"remove {n}", on_click=_removed, args=(view, chosen, n))


def _changed(view: View, chosen: WorkshopSet, n: int, field: str, value: str | bool) -> None:
    said = " ".join(value.split()) if isinstance(value, str) else value
    changes: dict[str, str | bool] = {field: said}
    entry = replace(chosen.entries[n], **changes)  # type: ignore[arg-type]  # fields of text, or of yes and no
    _put(view, chosen, n, entry)


def _scrubbed(view: View, chosen: WorkshopSet, n: int, period: str) -> None:
    _put(view, chosen, n, moved_to(chosen.entries[n], period))


def _put(view: View, chosen: WorkshopSet, n: int, entry: Entry) -> None:
    collected.keep((*chosen.entries[:n], entry, *chosen.entries[n + 1 :]), view.dataset)


def _moved(view: View, chosen: WorkshopSet, n: int, to: int) -> None:
    entries = list(chosen.entries)
    entries.insert(to, entries.pop(n))
    collected.keep(tuple(entries), view.dataset)


def _removed(view: View, chosen: WorkshopSet, n: int) -> None:
    collected.keep((*chosen.entries[:n], *chosen.entries[n + 1 :]), view.dataset)
