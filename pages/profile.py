"""The profile of one district, borough or group: where it stands in the city, what it resembles, what it borders."""

import streamlit as st

from locales import text
from ui import downloads, frame, own_groups, profile, profile_figures, profile_place
from ui.profile_style import STYLE

lang, dataset = frame.language(), frame.dataset()
shown = profile.chosen(lang, dataset)
top = frame.header(lang, text(lang, "Profile: {name}", name=shown.name))
st.html(STYLE)
with top:
    frame.lead(profile.sentence(shown))
    if members := profile.members(shown):
        frame.note(members)
topic = profile.controls(shown)

left, right = st.columns([5, 6], gap="large")
with left:
    profile_place.place(shown)
    profile_place.ages(shown)
with right:
    profile_place.unlike(shown)
    profile_place.alike(shown)

downloads.heading(lang)
profile_figures.table(shown, topic)
profile_figures.absent(shown)
profile_figures.source(shown)
choices = {"area": shown.place.id, "topic": topic, **own_groups.choices(shown.own)}
frame.finish(lang, top, choices, profile_figures.files(shown, topic))
