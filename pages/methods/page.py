"""Data and methods: what each figure means, where it is from, and the state of the data."""

import streamlit as st

from locales import text
from pages.methods import data_state, definitions
from ui import controls, frame
from ui.take_away import offers
from ui.take_away.offers import WHOLE

lang = frame.language()
view = frame.header(lang, text(lang, "Data and methods"))
dataset, offered = view.dataset, WHOLE
views = {
    "indicator": text(lang, "One indicator"),
    "all": text(lang, "All indicators"),
    "data": text(lang, "Data and refresh"),
}

match controls.show(lang, views):
    case "all":
        st.html(definitions.overview(lang, dataset))
    case "data":
        data_state.about(lang, dataset)
        st.header(text(lang, "Sources"), anchor=False)
        data_state.findings(lang, dataset)
        data_state.sources(lang, dataset)
        st.header(text(lang, "Revisions"), anchor=False)
        data_state.revised(lang, dataset)
        st.header(text(lang, "What a status means"), anchor=False)
        definitions.statuses(lang)
    case _:
        with controls.row():
            indicator = controls.indicator(view)
        offered = offers.of_list([indicator])
        st.header(indicator.title[lang], anchor=False)
        st.html(definitions.of_indicator(lang, dataset, indicator, definitions.cited(lang, dataset, indicator)))

frame.finish(view, offered)
