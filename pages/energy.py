"""Energy of Leipzig's dwellings: where heat is used, how it is made, what changed, electric vehicles, and what if."""

from locales import text
from ui import controls, energy, energy_demand, energy_scenario, energy_supply, frame
from ui.energy import Here

lang, dataset = frame.language(), frame.dataset()
top = frame.header(lang, text(lang, "Energy"))

with controls.row():
    chapter = energy.chapter(lang)
    level = controls.level(lang)
row = controls.row()
with row:
    follow = text(lang, "Districts to follow") if level == "ortsteil" else text(lang, "Boroughs to follow")
    lit = controls.areas(lang, follow, dataset.names[level])
chosen = {"chapter": chapter, "level": level, "areas": ",".join(lit)}
here = Here(lang, dataset, top, row, level, tuple(lit), chosen)

match chapter:
    case "made":
        choices, offered = energy_supply.how_it_is_made(here)
    case "changed":
        choices, offered = energy_demand.what_changed(here)
    case "cars":
        choices, offered = energy_demand.electric_cars(here)
    case "scenario":
        choices, offered = energy_scenario.scenario(here)
    case _:
        choices, offered = energy_demand.where_heat_is_used(here)

frame.finish(lang, top, {**chosen, **choices}, offered)
