"""Handing on what a page shows: its address, the same for these very figures, and as a code for a phone."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

import settings
from charts.html import tag
from locales import Language, text
from ui.view import View

BUTTON = "share"


def button(lang: Language) -> None:
    """Opens the dialog, once the page knows all that was chosen; see `dialog`."""
    st.button(text(lang, "Share page"), key=BUTTON, width="content")


def asked() -> bool:
    """Whether the button was pressed just now."""
    return bool(st.session_state.get(BUTTON))


def address(choices: Mapping[str, str]) -> str:
    """The page's whole address with every choice, also those that nobody changed."""
    page = (st.context.url or "").partition("?")[0].rpartition("/")[2]
    return f"{base()}{page}?{urlencode(dict(choices), safe=',–')}"


def base() -> str:
    """The folder in which the pages and the HTTP interface stand, with a slash at its end: the public one where the
    setting names it, else the reader's."""
    if public := settings.public_address():
        return f"{public}/"
    return (st.context.url or "").partition("?")[0].rpartition("/")[0] + "/"


def dialog(view: View, choices: Mapping[str, str]) -> None:
    """Shows the page's addresses to copy, and, as a QR code, the one of the figures that it shows."""
    import segno  # only who shares needs it

    lang, version = view.lang, view.dataset.version

    def show() -> None:
        newest = {key: value for key, value in choices.items() if key != "version"}
        st.caption(text(lang, "This page, always with the newest figures"))
        st.code(address(newest), language=None, wrap_lines=True)
        st.caption(text(lang, "This page with the figures of data version {version}", version=version))
        st.code(address({**newest, "version": version}), language=None, wrap_lines=True)
        code = segno.make(address(choices), error="m").svg_data_uri(scale=4, border=2, light="white")
        st.html(tag("img", src=code, alt=text(lang, "QR code of this page"), width=220))

    st.dialog(text(lang, "Share this page"))(show)()
