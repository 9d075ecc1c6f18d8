"""Leipzig beside Dresden, Chemnitz, Halle (Saale) and Berlin: where it stands, indicator by indicator."""

import streamlit as st

from locales import text
from pages.cities import choice, notes
from pictures import cities
from pictures.city_table import city_table
from ui import controls, frame, pictures
from ui.take_away import dialog

lang = frame.language()
view = frame.header(lang, text(lang, "Leipzig beside other cities"))

with controls.row():
    subject = choice.choose(view)
if not subject.period:
    frame.no_figures(view)
sentence = cities.reading(subject)
with view.top:
    frame.lead(sentence)

pictures.key_figures(cities.key_figures(subject))
pictures.place(lang, cities.picture(subject, sentence))
notes.notes(subject)

dialog.heading(lang)
choice.place_address(subject)
st.html(city_table(subject))
notes.similar(subject)
notes.about(subject)
frame.finish(view, choice.files(subject))
