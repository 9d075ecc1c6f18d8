"""Analysis: what methods of statistics find in the figures, with what each assumes."""

import streamlit as st

from indicators.analysis import methods, store
from locales import text
from pages.analysis import left_out, method
from ui import controls, frame

lang = frame.language()
view = frame.header(lang, text(lang, "Analysis"))
known = methods.load()
names = {id: one.short[lang] for id, one in known.items()}
chosen = known[controls.pills(text(lang, "Method"), "method", names, next(iter(names)))]
st.header(method.question(view, chosen), anchor=False)
store.begin(view.dataset)
taken = method.place(view, chosen)
left_out.place(lang)
frame.finish(view, taken)
