"""Leipzig West: its transformation against the city and against the rest of the city."""

import streamlit as st

from data.areas import CITY
from indicators.catalogue import groups
from indicators.figures.values import grid, values
from indicators.selection import Selection
from locales import inflected, text
from pictures import key_figures, places, ranking
from pictures.change_map import change_map
from pictures.lines import over_time
from pictures.picture import Drawn, changes
from pictures.tables import change_table
from pictures.value_map import value_map
from ui import controls, frame, maps, own_groups, pictures
from ui.take_away import dialog, offers
from words.change import change_sentence
from words.rows import all_moved, moved

lang = frame.language()
view = frame.header(lang, text(lang, "Leipzig West"))
dataset = view.dataset
group, own = groups.load()["leipzig-west"], own_groups.current(dataset)

with controls.row():
    indicator = controls.indicator(view)
    own_groups.offer(lang, own, "members")
    members = controls.members(lang, dataset.names["ortsteil"], group.members)
if not members:
    frame.end_early(view, text(lang, "Choose at least one district to compare with the city."))
named = own_groups.title(lang, own, members)
title = named or places.group_title(lang, group, members)
spoken = (named, named) if named else places.group_in_sentence(lang, group, members)
names = places.all_names(lang, dataset, title)
split = places.split(dataset, members)
figures = values(dataset, indicator, split)
compared = [places.GROUP, places.REST, CITY]
periods = grid(dataset, indicator).with_figures([*members, CITY])
if not periods:
    frame.no_figures(view)
start, end = controls.years(lang, periods, ("2012", "2024"))
picked = controls.toggle(lang, "members", dataset.names["ortsteil"])
subject = pictures.subject(view, indicator, start, end)

rows = changes(subject, {code: names[code] for code in [*compared, *dataset.codes("ortsteil")]}, split)
city = moved(rows, CITY, text(lang, "the city"), inflected(lang, "in", "the city"))
if indicator.groups["by"] == "none":
    sentence = change_sentence(lang, indicator, subject.span, city, None, [], "")
else:
    whole = moved(rows, places.GROUP, *spoken)
    parts = all_moved(rows[rows["area"].isin(members)])
    sentence = change_sentence(lang, indicator, subject.span, whole, city, parts, inflected(lang, "of", "districts"))
with view.top:
    frame.lead(sentence)
    if indicator.groups["by"] == "none":
        frame.note(
            text(lang, "No figure for {group}: {reason}", group=spoken[0], reason=indicator.groups["reason"][lang])
        )

left, right = st.columns([6, 5], gap="large")
ranked = rows[rows["area"].isin([*members, *compared])]
with left:
    if len(periods) > 1:
        districts = rows[rows["area"].isin([*dataset.codes("ortsteil"), CITY])]
        maps.place(lang, change_map(subject, districts, "ortsteil", members, sentence), picked)
    else:
        scheme = controls.declared_scheme(indicator)
        maps.place(lang, value_map(subject, "ortsteil", periods, members, scheme, sentence, end), picked)
with right:
    bars: Drawn
    pictures.key_figures(key_figures.contrast(subject, rows, compared))
    if len(periods) > 1:
        bars = ranking.of_changes(subject, ranked, [places.GROUP], sentence)
    else:
        listed = {area: names[area] for area in ranked["area"]}
        bars = ranking.of_values(subject, figures, listed, end, [places.GROUP], sentence)
    pictures.place_ranking(lang, bars, picked)

if len(periods) > 1:
    measure = controls.measure(lang, indicator)
    if indicator.groups["by"] != "none":
        lines = places.contrast(names, view.theme)
    else:
        lines = places.lines(members, names, view.theme)
    pictures.place(lang, over_time(subject, lines, measure=measure, groups=split), picked)

dialog.heading(lang)
st.html(change_table(subject, ranked, [places.GROUP]))
frame.note(group.reason[lang])
frame.footer(view, indicator)
declared, apart = places.groups_in_files(lang, dataset, indicator, group, members, own)
shown = Selection((indicator,), (*declared, CITY, *members), own=apart, start=start, end=end)
offered = offers.of(lang, shown, maps=True)
frame.finish(view, offered)
