"""The profile of one district, borough or group: where it stands in the city, what it resembles, what it borders."""

import streamlit as st

from locales import text
from ui import frame, profile

lang, dataset = frame.language(), frame.dataset()
shown = profile.chosen(lang, dataset)
top = frame.header(lang, text(lang, "Profile: {name}", name=shown.name))
st.html(profile.STYLE)
with top:
    frame.lead(profile.sentence(shown))
topic = profile.controls(shown)

left, right = st.columns([5, 6], gap="large")
with left:
    profile.place(shown)
with right:
    profile.unlike(shown)
    profile.alike(shown)
    profile.ages(shown)

st.subheader(text(lang, "The figures"), anchor=False)
profile.table(shown, topic)
profile.absent(shown)
profile.files(shown, topic)
profile.source(shown)
frame.finish(lang, top, {"area": shown.place.id, "topic": topic})
