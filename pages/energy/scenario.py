"""The chapter of the energy page that asks what if: sliders, outcome against the model of today, its own look."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from charts.table import html_table
from indicators import catalogue
from indicators.energy.heat import residential_heat
from indicators.energy.scenario import Scenario
from indicators.selection import Selection
from locales import Language, number, percent, text
from pages.energy import files
from pages.energy.scenario_inputs import given_factors, measures
from pages.energy.subject import LIFE_CYCLE, TOTAL, Here
from pictures import scenario as pictured
from pictures.key_figures import KeyFigure
from pictures.request import Request
from ui import frame, pictures, what_if
from ui.drawing import tables
from ui.take_away import dialog
from ui.take_away.offers import Figures


def scenario(here: Here) -> Figures:
    """Sliders of measures, and what they would change in every district and the city."""
    lang, dataset = here.lang, here.dataset
    heat = residential_heat(dataset).dropna(subset=["value"])
    if heat.empty:
        frame.no_figures(here.view)
    period = str(heat["period"].max())
    with here.view.top:
        frame.note(text(lang, "This chapter shows your assumptions. Figures are in the other chapters."))
    with what_if.place(lang, here.view.theme):
        words = st.container()
        given = given_factors(lang)
        assumed = Scenario(dataset, given, measures(lang, given), period)
        selection = Selection((catalogue.load()[LIFE_CYCLE],), levels=(here.level, "city"))
        request = replace(pictures.request(here.view, selection, here.lit), scenario=assumed)
        with words:
            frame.lead(pictured.sentence(request))
            pictures.key_figures(_key_figures(lang, assumed.city))
        left, right = here.columns()
        with left:
            pictures.draw("scenario map", request, here.picked)
        with right:
            pictures.draw("scenario steps", request)
        pictures.draw("scenario districts", request)
        dialog.button(lang, dialog.BELOW)
        tables.place(_table(request, period))
        frame.note(
            text(
                lang,
                "A scenario changes today’s dwellings only: nothing is built or pulled down, nobody moves, the weather "
                "stays. Renovation reaches every age and district alike; a renovated building uses {n} kWh per m² a "
                "year, and one that uses less stays as it is.",
                n=number(lang, given.renovated, 1),
            )
        )
    table = files.of_scenario(request, assumed)
    indicators = tuple(catalogue.load()[id] for id in (TOTAL, LIFE_CYCLE))
    return Figures(table.title, indicators, (table,), Selection(indicators), maps=True)


def _key_figures(lang: Language, city: Mapping[str, float]) -> list[KeyFigure]:
    """The city's heat and emissions then, and against now below."""
    labels = {
        "heat": text(lang, "Heat in the scenario, MWh a year"),
        "emissions": text(lang, "Emissions in the scenario, t CO₂e a year"),
    }
    found: list[KeyFigure] = []
    for name, label in labels.items():
        change, now = percent(lang, city[f"{name}_percent"], signed=True), number(lang, city[name])
        against = text(lang, "{change} against {value} in the model", change=change, value=now)
        found.append((label, number(lang, city[f"{name}_then"]), against))
    return found


def _table(request: Request, period: str) -> str:
    lang = request.lang
    header = [
        text(lang, "Area"),
        text(lang, "Heat {year}, MWh (model)", year=period),
        text(lang, "Heat, MWh (scenario)"),
        text(lang, "Change"),
        text(lang, "t CO₂e {year} (model)", year=period),
        text(lang, "t CO₂e (scenario)"),
        text(lang, "Change"),
    ]
    cells = [
        [
            row["name"],
            number(lang, row["heat"]),
            number(lang, row["heat_then"]),
            percent(lang, row["heat_percent"], signed=True),
            number(lang, row["emissions"]),
            number(lang, row["emissions_then"]),
            percent(lang, row["emissions_percent"], signed=True),
        ]
        for row in pictured.rows(request).to_dict("records")
    ]
    caption = text(lang, "Scenario against the model for {year}", year=period)
    return html_table(caption, header, cells, [0])
