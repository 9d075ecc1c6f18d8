"""The profile of one district, borough or group: where it stands in the city, what it resembles, what it borders."""

import streamlit as st

from charts.html import stylesheet
from locales import text
from pages.profile import figures, place, subject
from ui import frame, own_groups
from ui.take_away import dialog

lang, dataset = frame.language(), frame.dataset()
shown = subject.chosen(lang, dataset)
top = frame.header(lang, text(lang, "Profile: {name}", name=shown.name))
st.html(stylesheet(__file__, "profile.css"))
with top:
    frame.lead(subject.sentence(shown))
    if members := subject.members(shown):
        frame.note(members)
topic = subject.controls(shown)

left, right = st.columns([5, 6], gap="large")
with left:
    place.place(shown)
    place.ages(shown)
with right:
    place.unlike(shown)
    place.alike(shown)

dialog.heading(lang)
figures.table(shown, topic)
figures.absent(shown)
figures.source(shown)
choices = {"area": shown.place.id, "topic": topic, **own_groups.choices(shown.own)}
frame.finish(lang, top, choices, figures.files(shown, topic))
