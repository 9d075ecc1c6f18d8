"""Leipzig's growth: where the city grew and shrank between two years."""

import streamlit as st

from data.areas import CITY
from indicators.catalogue import Indicator
from indicators.figures.values import grid, values
from indicators.selection import Selection
from locales import text
from pictures import key_figures, map_sentence, places, ranking
from pictures.change_map import change_map
from pictures.city_map import city_map
from pictures.distribution import positions
from pictures.heat_table import heat_table
from pictures.lines import over_time
from pictures.pair_map import pair_map
from pictures.picture import Drawn, changes
from pictures.relation import relation
from pictures.slope import slopes
from pictures.tables import change_table
from pictures.value_map import value_map
from ui import controls, frame, maps, pictures
from ui.take_away import dialog, offers
from words.rows import districts

lang = frame.language()
view = frame.header(lang, text(lang, "How Leipzig grows"))
dataset = view.dataset

row = controls.row()
with row:
    indicator = controls.indicator(view)
    level = controls.level(lang)
names, figures = {**dataset.names[level], CITY: "Leipzig"}, values(dataset, indicator)
periods = grid(dataset, indicator).with_figures(names)
if not periods:
    frame.no_figures(view)
with row:
    shows = controls.map_shows(lang, indicator, periods)
start, end = controls.years(lang, periods, ("2012", "2024"))
picked = controls.toggle(lang, "areas", dataset.names[level], controls.MOST_AREAS)
subject = pictures.subject(view, indicator, start, end)

rows = changes(subject, names)
year = maps.year(periods, end) if shows in ("value", "city") else ""
sentence = map_sentence.sentence(subject, shows, level, rows, year)
with view.top:
    frame.lead(sentence)

left, right = st.columns([6, 5], gap="large")
with controls.row():
    lit = controls.areas(lang, level, dataset.names[level])
    scheme = controls.scheme(lang, indicator) if shows in ("value", "pair") else ""
with left:
    match shows:
        case "value":
            drawn = value_map(subject, level, periods, lit, scheme, sentence, year)
        case "city":
            drawn = city_map(subject, level, periods, lit, sentence, year)
        case "pair":
            drawn = pair_map(subject, level, lit, scheme, sentence)
        case _:
            drawn = change_map(subject, rows, level, lit, sentence)
    maps.place(lang, drawn, picked)
with right:
    pictures.key_figures(key_figures.summary(subject, rows, CITY))
    if year:
        pictures.place_ranking(lang, ranking.of_values(subject, figures, names, year, [*lit, CITY], sentence), picked)
    else:
        pictures.place_ranking(lang, ranking.of_changes(subject, rows, [*lit, CITY], sentence), picked)

followed = {line.area: line.colour for line in places.lines(lit, names, view.theme) if line.area != CITY}
beside: tuple[Indicator, ...] = ()
below: Drawn
match controls.picture(lang, periods):
    case "slope":
        below = slopes(subject, districts(rows), followed, level)
    case "distribution":
        below = positions(subject, figures, names, followed, level)
    case "heat":
        below = heat_table(subject, figures, level, periods, followed)
    case "relation":
        with controls.row():
            other, fit = controls.other_indicator(view, indicator), controls.fit(lang)
        beside = (other,)
        below = relation(subject, other, names, followed, level, fit=fit)
    case _:
        measure = controls.measure(lang, indicator)
        every, boroughs = places.all_names(lang, dataset), dataset.codes("stadtbezirk")
        lines = places.lines(lit, names, view.theme) if lit else places.background(boroughs, every, view.theme)
        below = over_time(subject, lines, measure=measure)
pictures.place(lang, below, picked)

dialog.heading(lang)
st.html(change_table(subject, rows, lit))
frame.footer(view, indicator)
first, last = min(start, year or start), max(end, year or end)
offered = offers.of(lang, Selection((indicator, *beside), levels=(level, "city"), start=first, end=last), maps=True)
frame.finish(view, offered)
