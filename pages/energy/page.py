"""Energy of Leipzig's dwellings: where heat is used, how it is made, what changed, electric vehicles, and what if."""

from locales import text
from pages.energy import demand, scenario, subject, supply
from pages.energy.subject import Here
from ui import controls, frame

lang, dataset = frame.language(), frame.dataset()
top = frame.header(lang, text(lang, "Energy"))

with controls.row():
    chapter = subject.chapter(lang)
    level = controls.level(lang)
row = controls.row()
with row:
    follow = text(lang, "Districts to follow") if level == "ortsteil" else text(lang, "Boroughs to follow")
    lit = controls.areas(lang, follow, dataset.names[level])
chosen = {"chapter": chapter, "level": level, "areas": ",".join(lit)}
here = Here(lang, dataset, top, row, level, tuple(lit), chosen)

match chapter:
    case "made":
        choices, offered = supply.how_it_is_made(here)
    case "changed":
        choices, offered = demand.what_changed(here)
    case "cars":
        choices, offered = demand.electric_cars(here)
    case "scenario":
        choices, offered = scenario.scenario(here)
    case _:
        choices, offered = demand.where_heat_is_used(here)

frame.finish(lang, top, {**chosen, **choices}, offered)
