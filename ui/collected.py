"""The pictures that a reader collected for a workshop: on every page kept, on the page of the set in its address."""

from typing import Final

import streamlit as st

from data.store import Dataset
from locales import Language, number, text
from pictures.request import Request
from pictures.workshop.entry import MOST, Entry, WorkshopSet, entry_of
from pictures.workshop.writing import SetError, as_parameter, from_parameter
from ui import address

KEY: Final = "set"
"""Of the set in the address."""
BEFORE: Final = "set before"
"""Where Streamlit keeps the set of before the last change, as an address says it."""


def said() -> str:
    """The set as an address says it; empty for none."""
    return address.known().said.get(KEY, "")


def current(lang: Language) -> tuple[WorkshopSet, list[str]]:
    """The reader's set, and what of it could not be read."""
    try:
        return from_parameter(lang, said())
    except SetError as error:
        return WorkshopSet(), [str(error)]


def keep(entries: tuple[Entry, ...], dataset: Dataset) -> None:
    """Makes these the pictures of the set, of these figures."""
    open_set(WorkshopSet(entries, dataset.version))


def open_set(chosen: WorkshopSet) -> None:
    """Makes this the reader's set, with the version that it was made with."""
    st.session_state[BEFORE] = said()
    address.known().said[KEY] = as_parameter(chosen)


def undo() -> None:
    """Takes the last change back."""
    address.known().said[KEY] = st.session_state.pop(BEFORE, "")


def add(kind: str, request: Request) -> None:
    """Adds a picture as it is shown, and says so, or why not."""
    lang = request.lang
    entry, (chosen, _) = entry_of(kind, request), current(lang)
    if entry is None:
        st.toast(text(lang, "A scenario with a file of one’s own can’t be kept in a set."))
    elif entry in chosen.entries:
        st.toast(text(lang, "This picture is in the set already."))
    elif len(chosen.entries) >= MOST:
        st.toast(text(lang, "The set is full: it has {n} pictures.", n=number(lang, MOST)))
    else:
        keep((*chosen.entries, entry), request.dataset)
        st.toast(text(lang, "Added to the set."))


def button(lang: Language) -> None:
    """Leads to the set and says how many pictures are in it."""
    n = len(current(lang)[0].entries)
    label = text(lang, "Set ({n})", n=number(lang, n)) if n else text(lang, "Set")
    if st.button(label, key="to the set", width="content"):
        st.switch_page("workshop/page.py")
