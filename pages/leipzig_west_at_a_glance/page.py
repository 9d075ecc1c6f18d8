"""Leipzig West at a glance: its transformation over all years, in nine indicators and their gaps to the city."""

from indicators.catalogue import at_a_glance, groups
from indicators.selection import Selection
from locales import text
from pages.leipzig_west_at_a_glance import glance
from pictures import group_story, places
from ui import controls, frame, own_groups, pictures

lang = frame.language()
view = frame.header(lang, text(lang, "Leipzig West at a glance"))
dataset = view.dataset
group, own = groups.load()["leipzig-west"], own_groups.current(dataset)

with controls.row():
    own_groups.offer(lang, own, "members")
    members = controls.members(lang, dataset.names["ortsteil"], group.members)
if not members:
    frame.end_early(view, text(lang, "Choose at least one district to compare with the city."))
title, *spoken = places.called(lang, group, members, own_groups.title(lang, own, members))
split = places.split(lang, dataset, members, title)
story = at_a_glance.load()["leipzig-west"]
indicators = glance.drawn(dataset, story, tuple((one.id, one.members) for one in split))
request = pictures.request(view, Selection(indicators, levels=("ortsteil", "city"), own=split))
with view.top:
    frame.lead(group_story.finding(request, story, spoken))
    frame.note(group.reason[lang])
offered = glance.at_a_glance(request, story, spoken)
frame.finish(view, offered)
