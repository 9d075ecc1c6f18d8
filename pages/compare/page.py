"""Areas beside each other: districts, boroughs, groups and the city, in any indicator."""

from dataclasses import replace

import streamlit as st

from indicators.selection import Selection
from locales import text
from pages.compare import choice, comparison, group_editor
from pictures import comparison_sentence
from pictures.tables import change_table
from ui import controls, folding, frame, own_groups, pictures
from ui.drawing import tables
from ui.take_away import dialog, offers
from words.periods import short_span

lang = frame.language()
view = frame.header(lang, text(lang, "Compare areas"))
dataset = view.dataset
own = own_groups.current(dataset, even_none=True)
every = choice.names(lang, dataset, own)

folded, row, of_areas, under = folding.place(3)
with row:
    indicator = controls.indicator(view)
    choice.peer_finder(lang, dataset)
    editing = choice.editing(lang)
if editing:
    group_editor.editor(view, own)
with of_areas:
    areas, reference = choice.areas(lang, every)
if not areas:
    frame.end_early(view, text(lang, "Choose at least one area."))
listed = Selection((indicator,), tuple(areas), own=choice.quoted(lang, own))
request = replace(pictures.request(view, listed, areas), reference=reference)
periods = request.grid.with_figures(areas)
without = choice.without_parts(lang, indicator, request.areas)
if not periods and without:
    frame.end_early(view, without[0])
if not periods:
    frame.no_figures(view)

with under:
    start, end = controls.years(lang, periods, ("2012", "2024"))
    measure = controls.measure(lang, indicator, periods) if len(periods) > 2 else "value"
    bars = choice.bars(lang, indicator) if len(periods) > 1 else ""
folding.say(folded, lang, (indicator.title[lang], choice.told(lang, every, areas), short_span(lang, (start, end))))
request = replace(request, selection=replace(listed, start=start, end=end), measure=measure)
sentence = comparison_sentence.sentence(request)
with view.top:
    frame.lead(sentence)
    for remark in without:
        frame.note(remark)

right = st.container()
if controls.course(lang, periods):
    left, right = st.columns([6, 5], gap="large")
    with left:
        pictures.draw("lines", request)
with right:
    if bars == "change":
        pictures.draw("change ranking", replace(request, sentence=sentence))
    else:
        pictures.draw("ranking", request)
if start < end:
    pictures.draw("slope", request)

dialog.heading(lang)
tables.place(change_table(request), *([comparison.year_table(request, periods)] if len(periods) > 1 else []))
choice.members(lang, dataset, own, areas)
frame.footer(view, indicator)
official, apart = choice.in_files(indicator, areas, own)
offered = offers.of(lang, Selection((indicator,), official, own=apart, start=start, end=end))
frame.finish(view, offered)
