"""The profile of one district, borough or group: where it stands in the city, what it resembles, what it borders."""

import streamlit as st

from charts.html import stylesheet
from locales import text
from pages.profile import figures, place, report, subject, tiles
from pages.profile.subject import Profile
from ui import frame
from ui.take_away import dialog

lang = frame.language()
where, names, own = subject.place(lang, frame.dataset())
until, years = subject.until(lang, frame.dataset())
view = frame.header(lang, text(lang, "Profile: {name}", name=names[where.id]))
profile = Profile(view, where, names, own, until)
st.html(stylesheet(__file__, "profile.css"))
with profile.view.top:
    frame.lead(subject.sentence(profile))
    if members := subject.members(profile):
        frame.note(members)
with subject.choose(profile, years):
    report.offer(profile)
tiles.place(profile)

left, right = st.columns([5, 6], gap="large")
with left:
    place.place(profile)
    place.ages(profile)
with right:
    place.unlike(profile)
    place.alike(profile)

dialog.heading(lang)
topic = subject.topic(profile)
figures.table(profile, topic)
figures.absent(profile)
figures.source(profile)
frame.finish(profile.view, figures.files(profile, topic))
