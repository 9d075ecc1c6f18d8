"""The chapters of the energy page about demand: where heat is used, what changed, and electric vehicles."""

from dataclasses import replace

import streamlit as st

from charts.html import tag
from data.areas import CITY
from exports import links
from indicators import catalogue
from indicators.energy.uncertainty import limits_of
from indicators.figures.values import values
from locales import text
from pages.energy import files
from pages.energy.subject import LIFE_CYCLE, PER_RESIDENT, TOTAL, Here, quantity, request
from pictures import key_figures
from pictures.key_figures import KeyFigure
from pictures.limits import limits_in
from pictures.map_sentence import sentence
from pictures.modelled import where
from pictures.request import Request
from pictures.tables import change_table, chosen_rows
from ui import address, cards, controls, frame, pictures
from ui.drawing import tables
from ui.take_away import dialog, offers
from ui.take_away.offers import Figures
from words import energy


def where_heat_is_used(here: Here) -> Figures:
    """The map of one year's modelled heat or emissions, its ranking, its limits."""
    asked = _with_year(request(here, quantity(here)))
    asked = replace(asked, sentence=where(asked))
    with here.view.top:
        frame.lead(asked.sentence)
    left, right = here.columns()
    with left:
        pictures.draw("value map", asked, here.picked)
    with right:
        _caution(here)
        cards.place(asked)
        pictures.draw("ranking with city", asked, here.picked)
    pictures.key_figures(_key_figures(asked))
    return _below(here, asked, _of_its_year(asked))


def what_changed(here: Here) -> Figures:
    """The change of a modelled indicator over all its years, and the city's line inside its limits."""
    lang, indicator = here.lang, quantity(here)
    asked = request(here, indicator)
    told = replace(asked, sentence=sentence(asked, "change"))
    with here.view.top:
        frame.lead(told.sentence)
    left, right = here.columns()
    with left:
        pictures.draw("change map", told, here.picked)
    with right:
        _caution(here)
        frame.note(
            text(
                lang,
                "Modelled heat changes with living space and new buildings only. What renovation, weather, prices and "
                "habits changed is not in it. Empty dwellings count as heated: per resident, it also falls where they "
                "filled.",
            )
        )
        cards.place(asked)
        pictures.draw("limits", told)
    return _below(here, asked, asked)


def electric_cars(here: Here) -> Figures:
    """The share of electric vehicles of one year, and how many they are, on a map, ranked, and over time."""
    share, count = (catalogue.load()[id] for id in ("electric_car_share", "electric_cars"))
    asked = _with_year(request(here, share))
    asked = replace(asked, sentence=sentence(asked, "value"))
    with here.view.top:
        frame.lead(asked.sentence)
    left, right = here.columns()
    with left:
        pictures.draw("value map", asked, here.picked)
    with right:
        if not cards.place(asked):
            amounts = replace(asked, selection=replace(asked.selection, indicators=(count,)))
            pictures.key_figures([*key_figures.in_year(asked, CITY), *key_figures.in_year(amounts, CITY)])
        pictures.draw("ranking with city", asked, here.picked)
    pictures.draw("lines", replace(asked, period="", sentence=""), here.picked)
    return _below(here, asked, _of_its_year(asked))


def _of_its_year(asked: Request) -> Request:
    """The same of the period that the map shows alone."""
    return replace(asked, selection=replace(asked.selection, start=asked.at, end=asked.at))


def _with_year(asked: Request) -> Request:
    """The same with the period that the slider below the map stands at."""
    periods = asked.grid.with_figures(asked.areas)
    return replace(asked, period=controls.year(periods, periods[-1]))


def _key_figures(asked: Request) -> list[KeyFigure]:
    """The city's heat and emissions in one year, with the limits of heat."""
    lang, found = asked.lang, list[KeyFigure]()
    for id in (TOTAL, PER_RESIDENT, LIFE_CYCLE):
        indicator = catalogue.load()[id]
        own = values(asked.dataset, indicator)
        value = float(own.loc[(own["area"] == CITY) & (own["period"] == asked.at), "value"].mean())
        limits = limits_in(asked, indicator).get(CITY)
        told = None if limits is None else energy.within(lang, indicator, limits)
        found.append((f"{indicator.title[lang]} {asked.at}", energy.rough(lang, indicator, value), told))
    return found


def _caution(here: Here) -> None:
    lang, heat = here.lang, catalogue.load()[TOTAL]
    told = text(lang, "Modelled, not measured: nobody publishes metered energy of a district.")
    more = text(lang, "What is assumed, and how far off it may be")
    where = links.page("methods", lang, indicator=heat.id, **address.pinned(here.dataset))
    st.html(tag("p", told, " ", tag("a", more, href=where), class_="small"))


def _below(here: Here, asked: Request, table: Request) -> Figures:
    """Table and footer; offered is the indicator over all its years, modelled heat also with its limits."""
    dialog.heading(here.lang)
    tables.place(change_table(table), chosen=chosen_rows(table))
    frame.footer(here.view, asked.indicator)
    limits = limits_of(asked.dataset, asked.indicator)
    return offers.of(asked.lang, asked.selection, *([] if limits.empty else [files.with_limits(asked)]), maps=True)
