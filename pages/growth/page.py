"""Leipzig's growth: where the city grew and shrank between two years."""

from dataclasses import replace

import streamlit as st

from data.areas import CITY
from indicators.figures.values import grid, periods_shown
from indicators.selection import Selection
from locales import text
from pictures import key_figures, map_sentence
from pictures.circle_map import CIRCLES
from pictures.tables import change_table, chosen_rows
from ui import cards, controls, folding, frame, pictures
from ui.drawing import tables
from ui.take_away import dialog, offers
from words.periods import dated, short_span

lang = frame.language()
view = frame.header(lang, text(lang, "Map and ranking"))
dataset = view.dataset

chosen, row = folding.place()
with row:
    indicator = controls.indicator(view)
    level = controls.level(lang)
names = dataset.names[level]
periods = periods_shown(grid(dataset, indicator), names)
if not periods:
    frame.no_figures(view)
with row:
    shows = controls.map_shows(lang, indicator, periods)
# One year on the map is one year in everything beside it; only lines and slopes have two, with a slider of their own.
one_year = shows in ("value", "city")
span = controls.span(periods, ("2012", "2024"))
if not one_year or len(periods) == 1:
    with row:
        controls.span_slider(lang, periods)
year = controls.year(periods, span[1]) if one_year else ""
start, end = (year, year) if one_year else span
shown = dated(lang, year) if one_year else short_span(lang, span)
folding.say(chosen, lang, (indicator.title[lang], controls.levels(lang)[level], shown))
picked = controls.toggle(lang, "areas", names, controls.MOST_AREAS)

left, right = st.columns([6, 5], gap="large")
with controls.row():
    lit = controls.areas(lang, level, names)
    scheme = controls.scheme(lang, indicator) if shows in ("value", "pair") else ""
    classed = shows == "city" or scheme not in ("", CIRCLES, "continuous")
    classes_of = controls.classes_of(lang) if classed else "newest"
    inner = controls.inner_city(lang)
selection = Selection((indicator,), levels=(level, "city"), start=start, end=end)
request = replace(pictures.request(view, selection, lit), period=year, scheme=scheme, classes_of=classes_of)
request = replace(request, inner=inner)
sentence = map_sentence.sentence(request, shows)
with view.top:
    frame.lead(sentence)
about_map = replace(request, sentence=sentence)
with left:
    pictures.draw(f"{shows} map", about_map, picked)
with right:
    if not cards.place(request):
        summary = key_figures.in_year if one_year else key_figures.summary
        pictures.key_figures(summary(request, CITY))
    pictures.draw("ranking" if year else "change ranking", about_map, picked)

below = request
kind = controls.picture(lang, periods)
if kind in ("lines", "slope"):
    below = replace(request, selection=replace(selection, start=span[0], end=span[1]), period="")
    if one_year:
        controls.span_slider(lang, periods, text(lang, "Period"))
if kind == "lines":
    below = replace(below, measure=controls.measure(lang, indicator, periods))
elif kind == "relation":
    with controls.row():
        other, fit = controls.other_indicator(view, indicator), controls.fit(lang)
    below = replace(request, selection=replace(request.selection, indicators=(indicator, other)), fit=fit)
pictures.draw(kind, below, picked)

dialog.heading(lang)
tables.place(change_table(request), chosen=chosen_rows(request))
frame.footer(view, indicator)
files = replace(below.selection, start=min(start, below.selection.start), end=max(end, below.selection.end))
frame.finish(view, offers.of(lang, files, maps=True))
