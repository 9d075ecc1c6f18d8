"""Areas beside each other: districts, boroughs, groups and the city, in any indicator."""

import streamlit as st

from indicators.figures import named_groups
from indicators.figures.periods import with_figures
from indicators.figures.values import values_with_groups
from indicators.selection import Selection
from locales import text
from pages.compare import choice, comparison, group_editor
from pictures import ranking
from pictures.lines import over_time
from pictures.picture import changes
from pictures.tables import change_table
from ui import controls, frame, own_groups, pictures
from ui.take_away import dialog, offers

lang, dataset, theme = frame.language(), frame.dataset(), frame.theme()
top = frame.header(lang, text(lang, "Compare areas"))
own = own_groups.current(dataset)
every = choice.names(lang, dataset, own)

with controls.row():
    indicator = controls.indicator(lang, dataset)
    choice.peer_finder(lang, dataset)
    editing = choice.editing(lang)
if editing:
    group_editor.editor(lang, dataset, own)
areas = choice.areas(lang, every)
choices = {"group": named_groups.written(own), "indicator": indicator.id, "compare": ",".join(areas)}
choices["edit"] = "yes" if editing else "no"
if not areas:
    frame.end_early(lang, top, choices, text(lang, "Choose at least one area."))
names = {area: every[area] for area in areas}
together = choice.together(areas, own)
figures = values_with_groups(dataset, indicator, together)
periods = with_figures(dataset, indicator, areas, together)
without = choice.without_parts(lang, indicator, names)
if not periods and without:
    frame.end_early(lang, top, choices, without[0])
if not periods:
    frame.no_figures(lang, top, choices)

with controls.row():
    start, end = controls.years(lang, periods, ("2012", "2024"))
    measure = controls.measure(lang, indicator) if len(periods) > 1 else ""
    bars = choice.bars(lang, indicator) if len(periods) > 1 else ""
chosen = pictures.subject(lang, dataset, indicator, start, end)
rows = changes(chosen, names, together)
sentence = comparison.sentence(chosen, rows, names)
with top:
    frame.lead(sentence)
    for remark in without:
        frame.note(remark)

lines = comparison.lines(areas, names, theme)
right = st.container()
if measure:
    left, right = st.columns([6, 5], gap="large")
    with left:
        pictures.place(lang, over_time(chosen, lines, measure=measure, groups=together))
with right:
    if bars == "change":
        pictures.place_ranking(lang, ranking.of_changes(chosen, rows, areas[:1], sentence))
    else:
        comparison.value_bars(chosen, figures, names, areas[:1])
if start < end:
    comparison.slopes(chosen, rows, names, {line.area: line.colour for line in lines})

dialog.heading(lang)
st.html(change_table(chosen, rows, areas[:1]))
if measure:
    comparison.year_table(chosen, figures, names, periods)
choice.members(lang, dataset, own, areas)
frame.footer(lang, dataset, indicator)
choices |= {"measure": measure, "bars": bars} if measure else {}
official, apart = choice.in_files(indicator, areas, own)
offered = offers.of(lang, Selection((indicator,), official, own=apart, start=start, end=end))
frame.finish(lang, top, {**choices, "from": start, "to": end}, offered)
