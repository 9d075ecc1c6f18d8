"""Data and methods: what each figure means, where it is from, and the state of the data."""

import streamlit as st

from locales import text
from ui import controls, frame, methods, offers, refreshed
from ui.offers import WHOLE

lang, dataset = frame.language(), frame.dataset()
top = frame.header(lang, text(lang, "Data and methods"))
show = methods.view(lang)
choices, offered = {"show": show}, WHOLE

match show:
    case "all":
        st.html(methods.overview(lang, dataset))
    case "data":
        refreshed.about(lang, dataset)
        st.subheader(text(lang, "Sources"), anchor=False)
        refreshed.sources(lang, dataset)
        st.subheader(text(lang, "Revisions"), anchor=False)
        refreshed.revised(lang, dataset)
        st.subheader(text(lang, "What a status means"), anchor=False)
        methods.statuses(lang)
    case _:
        with controls.row():
            indicator = controls.indicator(lang, dataset)
        choices["indicator"], offered = indicator.id, offers.of_list([indicator])
        st.subheader(indicator.title[lang], anchor=False)
        st.html(methods.of_indicator(lang, dataset, indicator, methods.cited(lang, dataset, indicator)))

frame.finish(lang, top, choices, offered)
