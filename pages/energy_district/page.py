"""Energy districts: what it would take for the dwellings of a quarter to be energy-positive, hour by hour."""

import streamlit as st

from indicators.energy.district.asked import District
from locales import text
from pages.energy_district import answers, beside, drawn, figures, files, inputs, place
from ui import folding, frame, own_factors, pictures, what_if
from ui.take_away import dialog
from words.energy_district import sentence

lang = frame.language()
where = place.current(lang, frame.dataset())
view = frame.header(lang, text(lang, "Energy district {name} (dwellings only)", name=where.name))
with what_if.place(lang, view.theme):
    words = st.container()
    left, right = st.columns([4, 9], gap="large")
    below = st.container()
with left:
    folded, row = folding.place()
with row, st.container():
    controls = st.container()
    given = own_factors.given_factors(lang, text(lang, "Your factors are used on this page only."))
with controls:
    place.choose(lang, view.dataset)
    there = place.stock_of(view, where, given)
    district = District(view.dataset, where.codes, where.name, inputs.current(lang, there, given), given)
    beside.choose(lang)
folding.say(folded, lang, (where.name, inputs.told(lang)))
ends, other = figures.ranges(district), beside.second(district)
with words:
    frame.lead(sentence(lang, district))
with right:
    pictures.key_figures(figures.key_figures(lang, district, ends))
    frame.note(inputs.unknown(lang))
    answers.place(lang, district)
    if other is not None:
        beside.place(lang, district, other)
    drawn.place(view, district)
with below:
    dialog.heading(lang)
    figures.place_table(lang, district, ends)
    frame.note(place.source(view, where, district.outcome.period))
figures.follow(district)
frame.finish(view, files.of(lang, where, district))
