"""Energy of Leipzig's dwellings: where heat is used, how it is made, what changed, electric vehicles, and what if."""

from locales import text
from pages.energy import demand, scenario, subject, supply
from pages.energy.subject import Here
from ui import controls, folding, frame

lang = frame.language()
view = frame.header(lang, text(lang, "Energy"))

folded, row = folding.place()
with row:
    chapter = subject.chapter(lang)
    level = controls.level(lang)
folding.say(folded, lang, (subject.chapters(lang)[chapter], controls.levels(lang)[level]))
here = Here(view, row, level)

match chapter:
    case "made":
        offered = supply.how_it_is_made(here)
    case "changed":
        offered = demand.what_changed(here)
    case "cars":
        offered = demand.electric_cars(here)
    case "scenario":
        offered = scenario.scenario(here)
    case _:
        offered = demand.where_heat_is_used(here)

subject.onward(here)
frame.finish(view, offered)
