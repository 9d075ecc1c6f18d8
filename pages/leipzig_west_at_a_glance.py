"""Leipzig West at a glance: its transformation over all years, in nine indicators and their gaps to the city."""

from indicators import groups, stories
from locales import text
from ui import controls, frame, places, story

lang, dataset = frame.language(), frame.dataset()
group = groups.load()["leipzig-west"]
top = frame.header(lang, text(lang, "Leipzig West at a glance"))

members = controls.members(lang, dataset.names["ortsteil"], group.members)
choices = {"members": ",".join(members)}
if not members:
    frame.end_early(lang, top, choices, text(lang, "Choose at least one district to compare with the city."))
names = places.all_names(lang, dataset, places.group_title(lang, group, members))
spoken = places.group_in_sentence(lang, group, members)
told = stories.load()["leipzig-west"]
offered = story.at_a_glance(lang, dataset, told, places.split(dataset, members), names, spoken)
frame.note(group.reason[lang])
frame.finish(lang, top, choices, offered)
