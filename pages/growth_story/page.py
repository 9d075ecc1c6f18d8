"""How Leipzig grew, told: where, who carried it, when it turned, and what went with it."""

from dataclasses import replace

import streamlit as st

from data.areas import CITY
from indicators import catalogue
from indicators.figures.reader_groups import OwnGroup
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import text
from pages.growth_story import cities, population, relations
from pictures import contribution, places, turning_points
from ui import cards, controls, folding, frame, own_groups, pictures
from ui.drawing import tables
from ui.take_away import dialog, offers
from words.periods import short_span

lang = frame.language()
view = frame.header(lang, text(lang, "How Leipzig grew: the story"))
dataset = view.dataset

residents = catalogue.load()["population"]
folded, row = folding.place()
with row:
    level = controls.level(lang)
    title, members = own_groups.select(lang, own_groups.current(dataset))
periods = grid(dataset, residents).with_figures([CITY])
if not periods:
    frame.no_figures(view)
with row:
    start, end = controls.years(lang, periods, ("2012", "2024"))
folding.say(folded, lang, (controls.levels(lang)[level], title, short_span(lang, (start, end))))
picked = controls.toggle(lang, "areas", dataset.names[level], controls.MOST_AREAS)
group = (OwnGroup(places.GROUP, title, members),)
selection = Selection((residents,), levels=(level, "city"), own=group, start=start, end=end)

left, right = st.columns([6, 5], gap="large")
with controls.row():
    request = pictures.request(view, selection, controls.areas(lang, level, dataset.names[level]))
sentence = contribution.story(request)
with view.top:
    frame.lead(sentence)
with left:
    pictures.draw("change map", replace(request, sentence=sentence), picked)
with right:
    if not cards.place(request):
        pictures.key_figures(population.key_figures(request))
    pictures.draw("contribution", request, picked)

st.header(text(lang, "When it turned"), anchor=False)
frame.listed(turning_points.sentences(request))
pictures.draw("turning", request, picked)
frame.behind(
    text(lang, "By year, and how the turn is looked for"),
    [
        text(lang, "The turn is looked for in all years with figures; those chosen above are shaded."),
        *population.years_listed(request),
    ],
)

st.header(text(lang, "How age and nationality changed with it"), anchor=False)
frame.listed(relations.sentences(request))
beside = tuple(catalogue.load()[id] for id in relations.BESIDE)
for column, other in zip(st.columns(2, gap="large"), beside, strict=True):
    with column:
        both = replace(selection, indicators=(residents, other))
        drawn = pictures.draw("change relation", replace(request, selection=both), picked)
        if not isinstance(drawn, str):
            frame.said(drawn.sentence)
frame.behind(
    text(lang, "How relations are measured"),
    [
        text(
            lang,
            "A relation between districts is no cause. It is called weak from |ρ| = 0.2 on, moderate from 0.4, strong "
            "from 0.6 (after Evans 1996), where p < 0.05; the test counts as many independent districts as they are "
            "worth (Dutilleul 1993).",
        )
    ],
)

st.header(text(lang, "Leipzig compared with other cities"), anchor=False)
if beside_cities := cities.growth_beside(lang, dataset, start, end):
    frame.said(beside_cities)

dialog.heading(lang)
tables.place(population.figures_table(request))
frame.footer(view, residents)
shown = replace(selection, indicators=(residents, *beside), own=())
frame.finish(view, offers.of(lang, shown, population.file(request), maps=True))
