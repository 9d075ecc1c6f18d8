"""Leipzig's growth: where the city grew and shrank between two years."""

import streamlit as st

from data.areas import CITY
from indicators.catalogue import Indicator
from indicators.figures.periods import with_figures
from indicators.figures.values import values
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

lang, dataset, theme = frame.language(), frame.dataset(), frame.theme()
top = frame.header(lang, text(lang, "How Leipzig grows"))

with controls.row():
    indicator = controls.indicator(lang, dataset)
    level = controls.level(lang)
    names, figures = {**dataset.names[level], CITY: "Leipzig"}, values(dataset, indicator)
    periods = with_figures(dataset, indicator, names)
    shows = controls.map_shows(lang, indicator, periods)
every = places.all_names(lang, dataset)
if not periods:
    frame.no_figures(lang, top, {"indicator": indicator.id, "level": level})
start, end = controls.years(lang, periods, ("2012", "2024"))
picked = controls.toggle(lang, "areas", dataset.names[level], controls.MOST_AREAS)
chosen = pictures.subject(lang, dataset, indicator, start, end)

rows = changes(chosen, names)
year = maps.year(periods, end) if shows in ("value", "city") else ""
sentence = map_sentence.sentence(chosen, shows, level, rows, year)
with top:
    frame.lead(sentence)

left, right = st.columns([6, 5], gap="large")
with controls.row():
    follow = text(lang, "Districts to follow") if level == "ortsteil" else text(lang, "Boroughs to follow")
    lit = controls.areas(lang, follow, dataset.names[level])
    scheme = controls.scheme(lang, indicator) if shows in ("value", "pair") else ""
with left:
    match shows:
        case "value":
            drawn = value_map(chosen, level, periods, lit, scheme, sentence, year)
        case "city":
            drawn = city_map(chosen, level, periods, lit, sentence, year)
        case "pair":
            drawn = pair_map(chosen, level, lit, scheme, sentence)
        case _:
            drawn = change_map(chosen, rows, level, lit, sentence)
    maps.place(lang, drawn, picked)
with right:
    pictures.key_figures(key_figures.summary(chosen, rows, CITY))
    if year:
        pictures.place_ranking(lang, ranking.of_values(chosen, figures, names, year, [*lit, CITY], sentence), picked)
    else:
        pictures.place_ranking(lang, ranking.of_changes(chosen, rows, [*lit, CITY], sentence), picked)

choices = {"level": level, "map": shows, "from": start, "to": end, "areas": ",".join(lit)}
choices |= {key: value for key, value in (("year", year), ("classes", scheme)) if value}
followed = {line.area: line.colour for line in places.lines(lit, names, theme) if line.area != CITY}
beside: tuple[Indicator, ...] = ()
below: Drawn
match controls.picture(lang, periods):
    case "slope":
        choices["picture"] = "slope"
        below = slopes(chosen, districts(rows), followed, level)
    case "distribution":
        choices["picture"] = "distribution"
        below = positions(chosen, figures, names, followed, level)
    case "heat":
        choices["picture"] = "heat"
        below = heat_table(chosen, figures, level, periods, followed)
    case "relation":
        with controls.row():
            other, fit = controls.other_indicator(lang, dataset, indicator), controls.fit(lang)
        beside = (other,)
        choices |= {"picture": "relation", "with": other.id, "fit": "yes" if fit else "no"}
        below = relation(chosen, other, names, followed, level, fit=fit)
    case _:
        measure = controls.measure(lang, indicator)
        choices |= {"picture": "lines", "measure": measure}
        boroughs = dataset.codes("stadtbezirk")
        lines = places.lines(lit, names, theme) if lit else places.background(boroughs, every, theme)
        below = over_time(chosen, lines, measure=measure)
pictures.place(lang, below, picked)

dialog.heading(lang)
st.html(change_table(chosen, rows, lit))
frame.footer(lang, dataset, indicator)
first, last = min(start, year or start), max(end, year or end)
offered = offers.of(lang, Selection((indicator, *beside), levels=(level, "city"), start=first, end=last), maps=True)
frame.finish(lang, top, {"indicator": indicator.id, **choices}, offered)
