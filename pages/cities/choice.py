"""What is set beside other cities, and what is offered of it."""

from functools import partial
from typing import Final

import pandas as pd

from exports import links
from exports.tables.cities import city_observations
from indicators import cities as declared
from indicators.cities import standing
from locales import text
from pictures.cities import CitySubject
from ui import address, controls, frame
from ui.take_away.offers import Figures, Table
from ui.view import View

DEFAULT: Final = "eurostat_unemployment_rate"
TOPICS: Final = ("labour", "population", "housing", "energy", "environment")


def choose(view: View) -> CitySubject:
    """The reader's choice among indicators and compositions, in order of topic and title."""
    lang, dataset = view.lang, view.dataset
    compositions = declared.compositions()
    parts = {part.id for whole in compositions.values() for part in whole.parts}
    single = {id: indicator for id, indicator in declared.indicators().items() if id not in parts}
    every = single | {id: composition.whole for id, composition in compositions.items()}
    ids = sorted(every, key=lambda id: (TOPICS.index(every[id].topic), every[id].title[lang]))
    names = {id: every[id].title[lang] for id in ids}
    id = controls.select(text(lang, "Indicator"), "figure", names, DEFAULT)
    composition = compositions.get(id)
    period = standing.newest(standing.values(dataset, composition.parts[0] if composition else every[id]))
    return CitySubject(lang, dataset, every[id], composition, period, view.theme)


def files(subject: CitySubject) -> Figures:
    """What is offered: all figures that the page is about, which have a stable address, too."""
    rows = sum(len(subject.values(indicator)) for indicator in subject.indicators)
    title = text(subject.lang, "{title}, Leipzig and other cities", title=subject.indicator.title[subject.lang])
    table = Table(title, f"leipzig_cities_{subject.indicator.id}", rows, partial(_figures, subject))
    return Figures(title, tuple(subject.indicators), (table,))


def place_address(subject: CitySubject) -> None:
    """The stable address of the figures."""
    asked = {"indicator": subject.indicator.id, **address.pinned(subject.dataset)}
    where = f"/{links.api('cities.csv', **asked)}"
    frame.note(text(subject.lang, "Address of these figures: {address}", address=where))


def _figures(subject: CitySubject) -> pd.DataFrame:
    return city_observations(subject.dataset, subject.indicators, lang=subject.lang)
