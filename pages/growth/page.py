"""Leipzig's growth: where the city grew and shrank between two years."""

import streamlit as st

from data.areas import CITY
from indicators.catalogue import Indicator
from indicators.figures.periods import with_figures
from indicators.figures.values import values
from locales import text
from ui import comparisons, controls, frame, maps, pictures, places, reading, timelines
from ui.pictures import Chosen
from ui.take_away import dialog, offers
from ui.take_away.offers import Choice
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
chosen = Chosen(lang, dataset, indicator, start, end, picked)

rows = pictures.changes(chosen, names)
year = maps.year(periods, end) if shows in ("value", "city") else ""
sentence = reading.sentence(chosen, shows, level, rows, year)
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
            maps.value_map(chosen, level, periods, lit, scheme, sentence, year)
        case "city":
            maps.city_map(chosen, level, periods, lit, sentence, year)
        case "pair":
            maps.pair_map(chosen, level, lit, scheme, sentence)
        case _:
            maps.change_map(chosen, rows, level, lit, sentence)
with right:
    pictures.key_figures(pictures.summary(chosen, rows, CITY))
    if year:
        pictures.value_ranking(chosen, figures, names, year, [*lit, CITY], sentence)
    else:
        pictures.ranking_chart(chosen, rows, [*lit, CITY], sentence)

choices = {"level": level, "map": shows, "from": start, "to": end, "areas": ",".join(lit)}
choices |= {key: value for key, value in (("year", year), ("classes", scheme)) if value}
followed = {line.area: line.colour for line in places.lines(lit, names, theme) if line.area != CITY}
beside: tuple[Indicator, ...] = ()
match controls.picture(lang, periods):
    case "slope":
        choices["picture"] = "slope"
        comparisons.slope_chart(chosen, districts(rows), followed, level)
    case "distribution":
        choices["picture"] = "distribution"
        comparisons.distribution_chart(chosen, figures, names, followed, level)
    case "heat":
        choices["picture"] = "heat"
        comparisons.heat_chart(chosen, figures, level, periods, followed)
    case "relation":
        with controls.row():
            other, fit = controls.other_indicator(lang, dataset, indicator), controls.fit(lang)
        beside = (other,)
        choices |= {"picture": "relation", "with": other.id, "fit": "yes" if fit else "no"}
        comparisons.relation_chart(chosen, other, names, followed, level, fit=fit)
    case _:
        measure = controls.measure(lang, indicator)
        choices |= {"picture": "lines", "measure": measure}
        boroughs = dataset.codes("stadtbezirk")
        lines = places.lines(lit, names, theme) if lit else places.background(boroughs, every, theme)
        timelines.lines_chart(chosen, lines, measure=measure)

dialog.heading(lang)
pictures.change_table(chosen, rows, lit)
frame.footer(lang, dataset, indicator)
first, last = min(start, year or start), max(end, year or end)
offered = offers.of(lang, Choice((indicator, *beside), levels=(level, "city"), start=first, end=last), maps=True)
frame.finish(lang, top, {"indicator": indicator.id, **choices}, offered)
