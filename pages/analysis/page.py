"""Analysis: what methods of statistics find in the figures, with what each assumes."""

import streamlit as st

from indicators.analysis import methods, store
from locales import text
from pages.analysis import left_out, method
from ui import controls, folding, frame

lang = frame.language()
view = frame.header(lang, text(lang, "Analysis"))
known = methods.load()
names = {id: each.short[lang] for id, each in known.items()}
store.begin(view.dataset)

folded, row = folding.place()
with row, st.container():
    one = known[controls.pills(text(lang, "Method"), "method", names, next(iter(names)))]
    chosen = method.choose(view, one)
folding.say(folded, lang, (names[one.id], *chosen.told))

st.header(method.question(view, one), anchor=False)
taken = method.place(view, one, chosen)
left_out.place(lang)
frame.finish(view, taken)
