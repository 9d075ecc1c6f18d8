"""What stands at the end of every page: who runs it, where a wrong figure is reported, and where to leave."""

from collections.abc import Mapping

import streamlit as st

from charts.html import tag
from exports import links
from locales import Language, text
from server import login, operator
from ui import address, share
from ui.view import View


def subjects(lang: Language) -> dict[str, str]:
    """What the operator's texts are called."""
    return {
        "imprint": text(lang, "Imprint"),
        "privacy": text(lang, "Privacy"),
        "accessibility": text(lang, "Accessibility"),
    }


def place(view: View, choices: Mapping[str, str]) -> None:
    """Links to the operator's texts, and to report a figure of the page with these choices."""
    lang = view.lang
    page, pinned = share.address(choices), address.pinned(view.dataset)
    own = [tag("a", name, href=links.page("about", lang, show=id, **pinned)) for id, name in subjects(lang).items()]
    there = _report(lang, page) or links.page("about", lang, show="accessibility", **pinned)
    # Not opened within the page, as other pages are.
    leave = [tag("a", text(lang, "Log out"), href=f".{login.END}", target="_self")] if login.said() else []
    st.html(tag("footer", *own, tag("a", text(lang, "Report a wrong figure"), href=there), *leave, class_="site"))


def feedback(view: View) -> None:
    """How to tell the operator of a barrier or of a wrong figure."""
    lang = view.lang
    if there := _report(lang, share.address(address.known().choices)):
        st.html(tag("p", tag("a", text(lang, "Report a barrier or a wrong figure"), href=there)))
    else:
        st.html(
            tag("p", text(lang, "The operator of these pages has not said yet where to report barriers or figures."))
        )


def _report(lang: Language, page: str) -> str:
    body = text(lang, "Page: {page}\n\nWhat is wrong, and what should it say?", page=page)
    return operator.report_to(page, text(lang, "Leipzig Urban Indicators: something is wrong"), body)
