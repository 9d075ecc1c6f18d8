"""What kinds of districts there are: map, what makes each kind, and who belongs to it."""

import streamlit as st

from charts.html import tag
from charts.table import html_table
from exports import links
from indicators import catalogue
from indicators.analysis import methods
from indicators.analysis.kinds import KINDS
from indicators.catalogue import Indicator
from indicators.selection import Selection
from locales import text
from pages.analysis.choice import Chosen
from pictures.analysis.kinds import means, members
from pictures.picture import Picture
from ui import frame, pictures
from ui.drawing import tables
from ui.view import View
from words.analysis.kinds import kind_name


def choose(view: View) -> Chosen:
    """All districts by all traits; there is nothing to choose."""
    return Chosen(pictures.request(view, Selection(tuple(_traits()[:1]))))


def place(view: View, chosen: Chosen) -> list[Indicator]:
    """Places answer, map and tables; returns the traits."""
    lang, request = view.lang, chosen.request
    drawn = pictures.draw("kinds", request)
    if isinstance(drawn, Picture):
        with view.top:
            frame.lead(drawn.sentence)
        header = [text(lang, "Trait"), *(kind_name(lang, kind) for kind in KINDS)]
        what = text(lang, "What makes each kind: means of its districts")
        every = [text(lang, "District"), text(lang, "Kind"), text(lang, "Silhouette"), text(lang, "Stays of its kind")]
        tables.place(
            html_table(what, header, means(request, drawn.table), []),
            html_table(text(lang, "The districts"), every, members(request, drawn.table), []),
        )
        where = links.api("analysis.csv", result="kinds", version=view.dataset.version)
        st.html(tag("p", tag("a", text(lang, "All districts with their traits (CSV)"), href=where), class_="small"))
    return _traits()


def _traits() -> list[Indicator]:
    return [catalogue.load()[id] for id in methods.load()["kinds"].indicators]
