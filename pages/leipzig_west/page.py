"""Leipzig West: its transformation against the city and against the rest of the city."""

from dataclasses import replace

import streamlit as st

from data.areas import CITY
from indicators.catalogue import groups
from indicators.figures.values import grid, periods_shown
from indicators.selection import Selection
from locales import inflected, text
from pages.leipzig_west import district
from pictures import chosen, key_figures, places
from pictures.limits import change_limits_in
from pictures.tables import change_table
from ui import cards, controls, folding, frame, own_groups, pictures
from ui.drawing import tables
from ui.take_away import dialog, offers
from words.change_sentence import change_sentence
from words.members import members_sentence
from words.periods import short_span
from words.rows import all_moved, moved

lang = frame.language()
view = frame.header(lang, text(lang, "Leipzig West: one indicator"))
dataset = view.dataset
group, own = groups.load()["leipzig-west"], own_groups.current(dataset)

folded, row = folding.place()
with row:
    indicator = controls.indicator(view)
    own_groups.offer(lang, own, "members")
    members = controls.members(lang, dataset.names["ortsteil"], group.members)
if not members:
    frame.end_early(view, text(lang, "Choose at least one district to compare with the city."))
title, *spoken = places.called(lang, group, members, own_groups.title(lang, own, members))
split = places.split(lang, dataset, members, title)
periods = periods_shown(grid(dataset, indicator), members)
if not periods:
    frame.no_figures(view)
with row:
    start, end = controls.years(lang, periods, ("2012", "2024"))
folding.say(folded, lang, (indicator.title[lang], title, short_span(lang, (start, end))))
left, right = st.columns([6, 5], gap="large")
with controls.row():
    area, picked = district.choose(lang, dataset)

apart, several = indicator.groups["by"] == "none", len(periods) > 1
every = Selection((indicator,), levels=("ortsteil", "city"), own=split, start=start, end=end)
lit = [*(one for one in members if one != area), *([area] if area else [])]
request = replace(pictures.request(view, every, lit), subject=CITY if apart else places.GROUP)
rows = request.changes
city = moved(rows, CITY, text(lang, "the city"), inflected(lang, "in", "the city"))
parts = all_moved(rows[rows["area"].isin(members)], change_limits_in(request))
if apart:
    of_parts = members_sentence(lang, indicator, request.span, parts, city, request.parts)
    sentence = of_parts or change_sentence(lang, indicator, request.span, city, None, [], "")
else:
    whole, first = moved(rows, places.GROUP, *spoken), chosen.change(request) if area and several else None
    sentence = change_sentence(lang, indicator, request.span, whole, city, parts, request.parts, first=first)
if area and (apart or not several):
    sentence = f"{chosen.sentence(request, 'change' if several else 'value')} {sentence}"
with view.top:
    frame.lead(sentence)
    if apart:
        frame.note(
            text(lang, "No figure for {group}: {reason}", group=spoken[0], reason=indicator.groups["reason"][lang])
        )

compared = [*(one.id for one in split), CITY]
beside = (*members, *([area] if area and area not in members else []))
listed = replace(request, selection=replace(every, areas=(*compared, *beside)), sentence=sentence)
with left:
    pictures.draw("change map" if several else "value map", replace(request, sentence=sentence), picked)
with right:
    if not (area and cards.place(request, district.joining(lang, area, members))):
        pictures.key_figures(key_figures.contrast(request, compared))
    pictures.draw("change ranking" if several else "ranking", listed, picked)
if controls.course(lang, periods):
    pictures.draw("lines", replace(request, measure=controls.measure(lang, indicator, periods)), picked)

dialog.heading(lang)
tables.place(change_table(listed))
frame.note(group.reason[lang])
frame.footer(view, indicator)
declared, reader_groups = places.groups_in_files(lang, dataset, indicator, group, members, own)
shown = Selection((indicator,), (*declared, CITY, *members), own=reader_groups, start=start, end=end)
frame.finish(view, offers.of(lang, shown, maps=True))
