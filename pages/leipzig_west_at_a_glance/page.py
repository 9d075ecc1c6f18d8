"""Leipzig West at a glance: its transformation over all years, in nine indicators and their gaps to the city."""

from indicators.catalogue import at_a_glance, groups
from locales import text
from pages.leipzig_west_at_a_glance import glance
from pictures import places
from ui import controls, frame, own_groups

lang = frame.language()
view = frame.header(lang, text(lang, "Leipzig West at a glance"))
dataset = view.dataset
group, own = groups.load()["leipzig-west"], own_groups.current(dataset)

with controls.row():
    own_groups.offer(lang, own, "members")
    members = controls.members(lang, dataset.names["ortsteil"], group.members)
if not members:
    frame.end_early(view, text(lang, "Choose at least one district to compare with the city."))
named = own_groups.title(lang, own, members)
names = places.all_names(lang, dataset, named or places.group_title(lang, group, members))
spoken = (named, named) if named else places.group_in_sentence(lang, group, members)
stem = "leipzig-west" if set(members) == set(group.members) else "leipzig_selection"
story, split = at_a_glance.load()["leipzig-west"], places.split(dataset, members)
offered = glance.at_a_glance(view, story, split, names, spoken, stem)
frame.note(group.reason[lang])
frame.finish(view, offered)
