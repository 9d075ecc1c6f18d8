"""The set for others and for later: its address, its file, and the version of its figures."""

from functools import partial
from typing import Final

import streamlit as st

from charts.html import stylesheet, tag
from data import store
from exports import links
from locales import text
from pictures.workshop.entry import WorkshopSet
from pictures.workshop.writing import LARGEST, SetError, as_json, from_json
from ui import address, collected, share
from ui.drawing import component
from ui.view import View

LONG: Final = 2000
"""Letters of an address from which on programs for mail cut it."""
FILE: Final = "set file"
PROBLEMS: Final = "set problems"


def in_address() -> None:
    """Has the page's address say the set."""
    if said := collected.said():
        address.known().choices[collected.KEY] = said


def version_told(view: View, chosen: WorkshopSet) -> None:
    """Says where the set was made with other figures than those shown, and offers those."""
    lang, made = view.lang, chosen.version
    if not made or made == view.dataset.version:
        return
    st.info(
        text(
            lang,
            "The set was made with data version {made}; shown are the figures of version {shown}.",
            made=made,
            shown=view.dataset.version,
        )
    )
    if _kept(made):
        label = text(lang, "Show the figures that it was made with")
        st.button(label, on_click=address.choose, args=(address.VERSION, made))


def present(view: View, chosen: WorkshopSet) -> None:
    """Leads to the page that presents the set, to the file that does so without a network, and to its slides."""
    if not chosen.entries:
        return
    lang, asked = view.lang, {"set": collected.said(), "version": address.state(address.VERSION) or ""}
    asked = {name: value for name, value in asked.items() if value}
    # Links with a place in the page are left to the browser, see `server/back_button.js`: this one is not Streamlit's.
    first = f"{links.page('present', lang, **asked)}#1"
    live = tag("a", text(lang, "Present"), href=first, class_="go")
    where = links.api("presentation.html", **asked, lang=lang)
    file = tag("a", text(lang, "Save for a room without network"), href=where, download="")
    slides = links.api("slides.pptx", **asked, lang=lang)
    making = text(lang, "is being put together …")
    link = tag("a", text(lang, "Download slides (PowerPoint)"), href=slides, download="", data_building=making)
    told = tag("output", aria_live="polite")
    st.html(stylesheet(__file__, "hand_on.css") + tag("p", live, file, link, told, class_="show"))
    component.run_script("files.js")


def offer(view: View, chosen: WorkshopSet) -> None:
    """The set's address and file, and the way to open one."""
    lang = view.lang
    for problem in st.session_state.get(PROBLEMS, []):
        st.warning(problem)
    if collected.BEFORE in st.session_state:
        st.button(text(lang, "Undo"), key="undo", on_click=collected.undo)
    if chosen.entries:
        where = share.address({collected.KEY: collected.said(), "lang": lang})
        st.caption(text(lang, "The set’s address, which opens it anywhere"))
        if len(where) > LONG:
            st.caption(text(lang, "It is long; some programs for mail cut it, so rather send the file."))
        st.code(where, language=None, wrap_lines=True)
        name = f"leipzig_set_{view.dataset.version}.json"
        content = partial(as_json, chosen)
        st.download_button(text(lang, "Save the set as a file"), content, name, "application/json", on_click="ignore")
    with st.popover(text(lang, "Open a set’s file")):
        st.file_uploader(text(lang, "Set (JSON)"), "json", key=FILE, max_upload_size=1, on_change=lambda: _opened(view))


def _opened(view: View) -> None:
    file = st.session_state[FILE]
    if file is None:
        return
    try:
        found, problems = from_json(view.lang, file.read(LARGEST + 1))
    except SetError as error:
        st.session_state[PROBLEMS] = [str(error)]
        return
    st.session_state[PROBLEMS] = problems
    collected.open_set(found)


def _kept(version: str) -> bool:
    try:
        return bool(store.version(version).version)
    except store.NoData:
        return False
