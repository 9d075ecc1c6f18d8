"""What is set beside other cities, and what is offered of it."""

from functools import partial
from typing import Final

import pandas as pd

from exports import links
from exports.tables.cities import city_observations
from indicators import cities as declared
from indicators.cities.figures import CityFigures
from indicators.selection import Selection
from locales import Language, alphabetical, text
from ui import address, controls, frame
from ui.take_away.offers import Figures, Table
from ui.view import View

DEFAULT: Final = "eurostat_unemployment_rate"
TOPICS: Final = ("labour", "population", "housing", "energy", "environment")


def choose(view: View) -> CityFigures:
    """The reader's choice among indicators and compositions, in order of topic and title."""
    lang = view.lang
    compositions = declared.compositions()
    parts = {part.id for whole in compositions.values() for part in whole.parts}
    single = {id: indicator for id, indicator in declared.indicators().items() if id not in parts}
    every = single | {id: composition.whole for id, composition in compositions.items()}
    ids = sorted(every, key=lambda id: (TOPICS.index(every[id].topic), alphabetical(every[id].title[lang])))
    names = {id: every[id].title[lang] for id in ids}
    id = controls.select(text(lang, "Indicator"), "figure", names, DEFAULT)
    return CityFigures(view.dataset, every[id])


def files(lang: Language, figures: CityFigures) -> Figures:
    """What is offered: all figures that the page is about, which have a stable address, too."""
    rows = sum(len(figures.values(indicator)) for indicator in figures.indicators)
    title = text(lang, "{title}, Leipzig and other cities", title=figures.indicator.title[lang])
    table = Table(title, f"leipzig_cities_{figures.indicator.id}", rows, partial(_figures, lang, figures))
    return Figures(title, tuple(figures.indicators), (table,))


def place_address(lang: Language, figures: CityFigures) -> None:
    """The stable address of the figures."""
    asked = {"indicator": figures.indicator.id, **address.pinned(figures.dataset)}
    where = f"/{links.api('cities.csv', **asked)}"
    frame.note(text(lang, "Address of these figures: {address}", address=where))


def _figures(lang: Language, figures: CityFigures) -> pd.DataFrame:
    return city_observations(figures.dataset, Selection(figures.indicators), lang)
