"""Imprint, privacy and accessibility of this installation, as its operator says them, and where to report to."""

import streamlit as st

from locales import text
from server import operator
from server.operator import SUBJECTS, Subject
from ui import controls, frame, imprint

lang = frame.language()
view = frame.header(lang, text(lang, "About these pages"))
names = imprint.subjects(lang)
missing: dict[Subject, str] = {
    "imprint": text(lang, "The operator of these pages has not stated an imprint here yet."),
    "privacy": text(
        lang,
        "The operator of these pages has not stated a privacy policy here yet. The pages themselves load nothing from "
        "other hosts, count no visits and keep no profile; what is chosen stands in the address.",
    ),
    "accessibility": text(
        lang,
        "The operator of these pages has not made an accessibility statement here yet. All pages can be used by "
        "keyboard, and every picture has a sentence and a table that say the same.",
    ),
}

shown = controls.show(lang, names)
subject = next(each for each in SUBJECTS if each == shown)
st.header(names[subject], anchor=False)
if where := operator.address(subject, lang):
    st.link_button(text(lang, "Open the operator’s text"), where)
else:
    st.markdown(operator.markdown(subject, lang) or missing[subject])
if subject == "accessibility":
    imprint.feedback(view)

frame.finish(view)
