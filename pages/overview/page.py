"""The overview: the city in a few figures, its districts to choose from, and what is behind each door."""

import streamlit as st

from charts.html import stylesheet
from charts.tiles import STYLE
from locales import text
from pages.overview import before, districts, doors, news, question, tiles
from ui import address, frame

before.lead_on()
lang = frame.language()
view = frame.header(lang, text(lang, "Leipzig in figures"))
dataset, version = view.dataset, address.pinned(view.dataset).get(address.VERSION, "")
with view.top:
    frame.lead(
        text(
            lang,
            "Figures on Leipzig, its 10 boroughs and 63 districts since 2000, explained in maps and sentences.",
        )
    )
st.html(stylesheet(__file__, "overview.css"))
with st.container(key="question"):
    question.field(view, question.asked())
st.html(STYLE + tiles.tiles(lang, dataset, view.theme, version))
left, right = st.columns([6, 5], gap="large")
with right:
    st.html(doors.doors(lang, dataset, view.theme, version))
    st.html(news.moved_most(lang, dataset, view.theme, version))
st.html(news.news(lang, dataset, version))
with left:
    # Last, as its classes load what takes a while when the first page is opened.
    districts.place(lang, dataset, view.theme, version)

frame.finish(view)
