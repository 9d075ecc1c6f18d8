"""What is set beside other cities, and what is offered of it."""

from functools import partial
from typing import Final
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from data.store import Dataset
from exports.tables.cities import city_observations
from indicators import cities as declared
from indicators.cities import standing
from locales import Language, text
from pictures.cities import CitySubject
from ui import address, frame
from ui.take_away.offers import Figures, Table

DEFAULT: Final = "eurostat_unemployment_rate"
TOPICS: Final = ("labour", "population", "housing", "energy", "environment")


def choose(lang: Language, dataset: Dataset) -> CitySubject:
    """The reader's choice among indicators and compositions, in order of topic and title."""
    compositions = declared.compositions()
    parts = {part.id for whole in compositions.values() for part in whole.parts}
    single = {id: indicator for id, indicator in declared.indicators().items() if id not in parts}
    every = single | {id: composition.whole for id, composition in compositions.items()}
    ids = sorted(every, key=lambda id: (TOPICS.index(every[id].topic), every[id].title[lang]))
    key = address.one("figure", ids, DEFAULT)
    id = st.selectbox(text(lang, "Indicator"), ids, format_func=lambda id: every[id].title[lang], key=key)
    found = compositions.get(id)
    period = standing.newest(standing.values(dataset, found.parts[0] if found else every[id]))
    return CitySubject(lang, dataset, every[id], found, period, frame.theme())


def files(subject: CitySubject) -> Figures:
    """What is offered: all figures that the page is about, which have a stable address, too."""
    rows = sum(len(subject.values(indicator)) for indicator in subject.indicators)
    title = text(subject.lang, "{title}, Leipzig and other cities", title=subject.indicator.title[subject.lang])
    table = Table(title, f"leipzig_cities_{subject.indicator.id}", rows, partial(_figures, subject))
    return Figures(title, tuple(subject.indicators), (table,))


def address_told(subject: CitySubject) -> None:
    """The stable address of the figures."""
    asked = {"indicator": subject.indicator.id, **address.pinned(subject.dataset)}
    where = f"/api/v1/cities.csv?{urlencode(asked)}"
    frame.note(text(subject.lang, "Address of these figures: {address}", address=where))


def _figures(subject: CitySubject) -> pd.DataFrame:
    return city_observations(subject.dataset, subject.indicators, lang=subject.lang)
