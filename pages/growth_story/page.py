"""How Leipzig grew, told: where, who carried it, when it turned, and what went with it."""

import streamlit as st

from data.areas import CITY
from indicators import catalogue
from indicators.figures.values import grid
from indicators.selection import Selection
from locales import text
from pages.growth_story import cities, population, relations
from pictures import places
from pictures.change_map import change_map
from pictures.contribution import contributions
from pictures.picture import changes
from pictures.turning_points import lowest_years
from ui import controls, frame, maps, own_groups, pictures
from ui.take_away import dialog, offers

lang = frame.language()
view = frame.header(lang, text(lang, "How Leipzig grew: the story"))
dataset = view.dataset

residents = catalogue.load()["population"]
with controls.row():
    level = controls.level(lang)
    title, members = own_groups.select(lang, own_groups.current(dataset))
together = ((places.GROUP, members),)
figures = grid(dataset, residents, together)
periods = figures.with_figures([CITY])
if not periods:
    frame.no_figures(view)
years = (periods[0], periods[-1])
start, end = controls.years(lang, periods, ("2012", "2024"))
picked = controls.toggle(lang, "areas", dataset.names[level], controls.MOST_AREAS)
subject = pictures.subject(view, residents, start, end)
names = places.all_names(lang, dataset, title)
story = population.tell(subject, figures, level, names, years)
sentence = population.lead(story)
with view.top:
    frame.lead(sentence)
pictures.key_figures(population.key_figures(story))

lit = controls.areas(lang, level, dataset.names[level])
colours = {line.area: line.colour for line in places.lines(lit, names, view.theme) if line.area != CITY}
st.subheader(text(lang, "Where it grew, and who carried it"), anchor=False)
left, right = st.columns([6, 5], gap="large")
with left:
    rows = changes(subject, {**dataset.names[level], CITY: names[CITY]})
    maps.place(lang, change_map(subject, rows, level, lit, sentence), picked)
with right:
    pictures.place(lang, contributions(subject, story.parts, colours, sentence), picked)

st.subheader(text(lang, "When it turned"), anchor=False)
turns = population.turning_sentences(story)
frame.listed(turns)
left, right = st.columns([7, 4], gap="large")
with left:
    whole = [CITY, places.GROUP]
    drawn = lowest_years(subject, story.turns, names, whole, story.years, colours, " ".join(turns))
    pictures.place(lang, drawn, picked)
    frame.note(text(lang, "The turn is looked for in all years with figures; those chosen above are shaded."))
with right:
    frame.listed(population.years_listed(story))

st.subheader(text(lang, "How age and nationality changed with it"), anchor=False)
frame.listed(relations.sentences(story, together))
for column, id in zip(st.columns(2, gap="large"), relations.BESIDE, strict=True):
    with column:
        drawn = relations.relation(story, catalogue.load()[id], colours)
        pictures.place(lang, drawn, picked)
        if not isinstance(drawn, str):
            frame.listed([drawn.sentence])
frame.note(text(lang, "A connection between districts is no cause, and neighbouring districts resemble each other."))

st.subheader(text(lang, "Leipzig beside other cities"), anchor=False)
frame.listed([cities.growth_beside(lang, dataset, start, end)])

dialog.heading(lang)
population.figures_table(story, lit)
frame.footer(view, residents)
shown = Selection(
    (residents, *(catalogue.load()[id] for id in relations.BESIDE)), levels=(level, "city"), start=start, end=end
)
offered = offers.of(lang, shown, population.file(story), maps=True)
frame.finish(view, offered)
