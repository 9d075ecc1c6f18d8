"""The workshop set: the pictures that a reader collected, in order, with sentences of one's own; as link and file."""

import streamlit as st

from locales import text
from pages.workshop import hand_on, listing
from pictures.workshop.drawing import drawn
from ui import collected, frame, pictures

lang = frame.language()
view = frame.header(lang, text(lang, "Workshop set"))
chosen, problems = collected.current(lang)
for problem in problems:
    st.warning(problem)
if not chosen.entries:
    st.info(text(lang, "The set is empty. “Add to set” below any picture puts it here, as it is shown."))
hand_on.version_told(view, chosen)
hand_on.present(view, chosen)
st.html(listing.HANDOUT)
for n, picture in enumerate(drawn(chosen, pictures.reader(view))):
    listing.place(view, chosen, n, picture)
with st.container(key="hand-on"):
    hand_on.offer(view, chosen)
hand_on.in_address()
frame.finish(view)
