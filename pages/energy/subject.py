"""What the chapters of the energy page share: what they are about, and their controls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.html import tag
from data.areas import Level
from data.store import Dataset
from exports import links
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures.values import grid, periods_shown
from indicators.selection import Selection
from locales import Language, text
from pictures.request import Request
from ui import address, controls, frame, pictures
from ui.view import View
from words import energy

TOTAL: Final = energy.TOTAL
PER_RESIDENT: Final = "residential_heat_per_resident"
PER_M2: Final = "residential_heat_per_m2"
LIFE_CYCLE: Final = "heating_emissions_per_resident"
DIRECT: Final = "heating_emissions_direct_per_resident"


@dataclass(frozen=True)
class Here:
    """What every chapter needs: how the page is shown, the place for a control of its own, and the level."""

    view: View
    controls: DeltaGenerator
    level: Level

    @property
    def lang(self) -> Language:
        return self.view.lang

    @property
    def lit(self) -> tuple[str, ...]:
        """The areas set off, by a control that stands below the map."""
        names = self.dataset.names[self.level]
        address.several("areas", names, [], controls.MOST_AREAS)
        return tuple(address.state("areas"))

    @property
    def picked(self) -> Callable[[str], None]:
        """What a click on an area does: it is set off, or let go of."""
        return controls.toggle(self.lang, "areas", self.dataset.names[self.level], controls.MOST_AREAS)

    @property
    def dataset(self) -> Dataset:
        return self.view.dataset

    def columns(self) -> list[DeltaGenerator]:
        """The places for the map and for what stands beside it, with the control of areas below both."""
        places = st.columns([6, 5], gap="large")
        with controls.row():
            controls.areas(self.lang, self.level, self.dataset.names[self.level])
        return places


def chapters(lang: Language) -> dict[str, str]:
    """What the chapters are called."""
    return {
        "where": text(lang, "Heat by district"),
        "made": text(lang, "How it is made"),
        "changed": text(lang, "What changed"),
        "cars": text(lang, "Electric vehicles"),
        "scenario": text(lang, "Scenario"),
    }


def chapter(lang: Language) -> str:
    """Which chapter is open."""
    # On a phone the last chapters would be out of sight on one line.
    return controls.pills(text(lang, "Chapter"), "chapter", chapters(lang), "where", wrap=True)


def quantity(here: Here) -> Indicator:
    """Which modelled indicator is shown; beside the other controls."""
    lang = here.lang
    names = {
        PER_M2: text(lang, "Heat per m²"),
        PER_RESIDENT: text(lang, "Heat per resident"),
        TOTAL: text(lang, "Heat in total"),
        LIFE_CYCLE: text(lang, "CO₂ per resident, life cycle"),
        DIRECT: text(lang, "CO₂ per resident, direct"),
    }
    default = address.brought("indicator", names, PER_M2)
    with here.controls:
        return catalogue.load()[controls.select(text(lang, "Modelled"), "heat", names, default)]


def onward(here: Here) -> None:
    """The way to the page that asks what would make a district energy-positive: the one that was chosen last."""
    lang, area = here.lang, next(iter(here.lit[::-1]), "")
    where = links.page("energy_district", lang, area=area, **address.pinned(here.dataset))
    told = text(lang, "What would it take to be energy-positive, hour by hour? To the energy districts")
    st.html(tag("p", tag("a", told, href=where), class_="small"))


def request(here: Here, *indicators: Indicator) -> Request:
    """What pictures of some indicators are asked for, over all years of the first; ends the page without any."""
    periods = periods_shown(grid(here.dataset, indicators[0]), here.dataset.codes(here.level))
    if not periods:
        frame.no_figures(here.view)
    selection = Selection(indicators, levels=(here.level, "city"), start=periods[0], end=periods[-1])
    return pictures.request(here.view, selection, here.lit)
