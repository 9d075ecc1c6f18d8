"""What the chapters of the energy page share: what they are about, their controls, and bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts import ranking
from charts.choropleth import Legend
from charts.theme import Captions
from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures.values import grid, values
from locales import Language, inflected, plotly_separators, plural, text
from pictures.picture import Subject
from ui import controls, frame, pictures
from ui.drawing import component
from ui.view import View
from words import energy

TOTAL: Final = energy.TOTAL
PER_RESIDENT: Final = "residential_heat_per_resident"
PER_M2: Final = "residential_heat_per_m2"
LIFE_CYCLE: Final = "heating_emissions_per_resident"
DIRECT: Final = "heating_emissions_direct_per_resident"


@dataclass(frozen=True)
class Here:
    """What every chapter needs: how the page is shown, the place for a control of its own, level and areas set off."""

    view: View
    controls: DeltaGenerator
    level: Level
    lit: tuple[str, ...]

    @property
    def lang(self) -> Language:
        return self.view.lang

    @property
    def dataset(self) -> Dataset:
        return self.view.dataset

    @property
    def names(self) -> dict[str, str]:
        """Name by code of the level's areas and the city."""
        return {**self.dataset.names[self.level], CITY: "Leipzig"}

    @property
    def parts(self) -> str:
        """What the areas are called after `of its 63 …`."""
        return (
            inflected(self.lang, "of", "districts")
            if self.level == "ortsteil"
            else inflected(self.lang, "of", "boroughs")
        )

    def captions(self, title: str, subtitle: str, source: str) -> Captions:
        """The words of a picture of no declared indicator."""
        told = text(self.lang, "Source: {source} · data version {version}", source=source, version=self.dataset.version)
        return Captions(title, subtitle, told, plotly_separators(self.lang))


def chapter(lang: Language) -> str:
    """Which chapter is open."""
    names = {
        "where": text(lang, "Where heat is used"),
        "made": text(lang, "How it is made"),
        "changed": text(lang, "What changed"),
        "cars": text(lang, "Electric vehicles"),
        "scenario": text(lang, "Scenario"),
    }
    # On a phone the last chapters would be out of sight on one line.
    return controls.pills(text(lang, "Chapter"), "chapter", names, "where", wrap=True)


def quantity(here: Here) -> Indicator:
    """Which modelled indicator is shown; beside the other controls."""
    lang = here.lang
    names = {
        PER_M2: text(lang, "Heat per m²"),
        PER_RESIDENT: text(lang, "Heat per resident"),
        TOTAL: text(lang, "Heat in all"),
        LIFE_CYCLE: text(lang, "CO₂ per resident, life cycle"),
        DIRECT: text(lang, "CO₂ per resident, direct"),
    }
    with here.controls:
        return catalogue.load()[controls.select(text(lang, "Modelled"), "heat", names, PER_M2)]


def figures_of(here: Here, indicator: Indicator) -> tuple[pd.DataFrame, Subject, list[str]]:
    """An indicator's values, what is chosen of it (all its years), and its periods; ends the page without any."""
    figures = values(here.dataset, indicator)
    periods = grid(here.dataset, indicator).with_figures(here.names)
    if not periods:
        frame.no_figures(here.view)
    return figures, pictures.subject(here.view, indicator, periods[0], periods[-1]), periods


def missing_areas(lang: Language, rows: pd.DataFrame) -> Legend:
    """A legend that says only how many areas have no value."""
    n = int(rows["shade"].isna().sum())
    return Legend("", plural(lang, "no value: {n} area", "no value: {n} areas", n) if n else "")


def bars(here: Here, rows: pd.DataFrame, lit: Sequence[str], key: str, captions: Captions, name: str) -> None:
    """Bars from the largest down. rows: area, name, value, label, and, for tooltips, below; name: of the file."""
    drawn = rows.dropna(subset=["value"]).sort_values("value", ascending=False)
    below = drawn["below"].tolist() if "below" in drawn else []
    figure = ranking.ranking(drawn, lit, captions, here.view.theme, below)
    with st.container(height=600 if len(drawn) > 24 else "content", border=False):
        component.draw(here.lang, figure, name, f"{captions.title}, {captions.subtitle}", key)
