"""The chapter of the energy page about supply: where dwellings have district heat, and what heats the whole city."""

from functools import partial
from typing import Final

from indicators import catalogue
from indicators.selection import Selection
from locales import text
from pages.energy import files
from pages.energy.subject import Here
from pictures import registry
from pictures.district_heat import shares
from pictures.workshop.entry import entry_of
from ui import collected, frame, pictures
from ui.take_away import dialog
from ui.take_away.offers import Figures

MAP: Final = "district heat map"


def how_it_is_made(here: Here) -> Figures:
    """Where dwellings had district heat in 2011, and what heats the whole city."""
    lang, indicator = here.lang, catalogue.load()["district_heating_share"]
    request = pictures.request(here.view, Selection((indicator,), levels=(here.level, "city")), here.lit)
    drawn = registry.draw(MAP, request)
    if isinstance(drawn, str):
        frame.end_early(here.view, drawn)
    with here.view.top:
        frame.lead(drawn.sentence)
    left, right = here.columns()
    with left:
        added = partial(collected.add, MAP, request)
        slide = pictures.slide_of(lang, request.dataset, entry_of(MAP, request))
        pictures.place(lang, drawn, here.picked, added=added, slide=slide)
    with right:
        pictures.draw("district heat ranking", request, here.picked)
    dialog.button(lang, dialog.BELOW)
    pictures.draw("carriers", request)
    frame.note(
        text(
            lang,
            "The census of 2011 says how a dwelling is heated, not with what: apart from district heat, the carrier is "
            "known for the whole city only, from the census of 2022. Counts of 2011 are of cells of 100 m, in which "
            "counts below 3 are left out.",
        )
    )
    every = shares(request)
    table = files.of_dwellings(lang, here.dataset, every[every["area"].isin(list(request.areas))])
    return Figures(table.title, (indicator,), (table,), Selection((indicator,)), maps=True)
