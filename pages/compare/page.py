"""Areas beside each other: districts, boroughs, groups and the city, in any indicator."""

import streamlit as st

from indicators.figures.values import grid
from indicators.selection import Selection
from locales import text
from pages.compare import choice, comparison, group_editor
from pictures import ranking
from pictures.lines import over_time
from pictures.picture import changes
from pictures.tables import change_table
from ui import controls, frame, own_groups, pictures
from ui.take_away import dialog, offers

lang = frame.language()
view = frame.header(lang, text(lang, "Compare areas"))
dataset = view.dataset
own = own_groups.current(dataset, even_none=True)
every = choice.names(lang, dataset, own)

with controls.row():
    indicator = controls.indicator(view)
    choice.peer_finder(lang, dataset)
    editing = choice.editing(lang)
if editing:
    group_editor.editor(view, own)
areas = choice.areas(lang, every)
if not areas:
    frame.end_early(view, text(lang, "Choose at least one area."))
names = {area: every[area] for area in areas}
together = choice.together(areas, own)
figures = grid(dataset, indicator, together)
periods = figures.with_figures(areas)
without = choice.without_parts(lang, indicator, names)
if not periods and without:
    frame.end_early(view, without[0])
if not periods:
    frame.no_figures(view)

with controls.row():
    start, end = controls.years(lang, periods, ("2012", "2024"))
    measure = controls.measure(lang, indicator) if len(periods) > 1 else ""
    bars = choice.bars(lang, indicator) if len(periods) > 1 else ""
subject = pictures.subject(view, indicator, start, end)
rows = changes(subject, names, together)
sentence = comparison.sentence(subject, rows, names)
with view.top:
    frame.lead(sentence)
    for remark in without:
        frame.note(remark)

lines = comparison.lines(areas, names, view.theme)
right = st.container()
if measure:
    left, right = st.columns([6, 5], gap="large")
    with left:
        pictures.place(lang, over_time(subject, lines, measure=measure, groups=together))
with right:
    if bars == "change":
        pictures.place_ranking(lang, ranking.of_changes(subject, rows, areas[:1], sentence))
    else:
        comparison.value_bars(subject, figures.frame, names, areas[:1])
if start < end:
    comparison.slopes(subject, rows, names, {line.area: line.colour for line in lines})

dialog.heading(lang)
st.html(change_table(subject, rows, areas[:1]))
if measure:
    comparison.year_table(subject, figures.frame, names, periods)
choice.members(lang, dataset, own, areas)
frame.footer(view, indicator)
official, apart = choice.in_files(indicator, areas, own)
offered = offers.of(lang, Selection((indicator,), official, own=apart, start=start, end=end))
frame.finish(view, offered)
