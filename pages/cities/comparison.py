"""The pictures and figures of the cities beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from charts import ranking, slope, stacked, timeline
from charts.city_lines import lines, set_off
from charts.table import html_table
from charts.theme import Captions
from data import cities
from data.areas import CITY
from data.store import Dataset
from exports.tables.cities import city_observations
from indicators import cities as declared
from indicators.catalogue import Indicator
from indicators.cities import Composition, standing
from indicators.cities.standing import Standing
from locales import Language, number, plotly_separators, text
from ui import address, frame
from ui.drawing import component
from ui.take_away.offers import Figures, Table
from words.change import amount
from words.cities import composition_sentence, sentence, when
from words.sources import source_line

DEFAULT: Final = "eurostat_unemployment_rate"
TOPICS: Final = ("labour", "population", "housing", "energy", "environment")
LINES_FROM: Final = 3
"""Periods from which on lines over time say more than two ends."""
MARKS: Final = {"B": "\u2009†", "U": "\u2009‡", "P": "\u2009p", "E": "\u2009e"}


@dataclass(frozen=True, eq=False)
class Subject:
    """What the page is about: an indicator, or a whole with its parts; and where Leipzig stands in which period."""

    lang: Language
    dataset: Dataset
    indicator: Indicator
    composition: Composition | None
    period: str

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.composition.parts if self.composition else (self.indicator,)

    def values(self, indicator: Indicator) -> pd.DataFrame:
        return standing.values(self.dataset, indicator)

    def standing(self, indicator: Indicator) -> Standing:
        return standing.standing(self.values(indicator), self.period, indicator.decimals)


def choose(lang: Language, dataset: Dataset) -> Subject:
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
    return Subject(lang, dataset, every[id], found, period)


def reading(subject: Subject) -> str:
    """The sentence that a reader should take away."""
    lang, indicator = subject.lang, subject.indicator
    if subject.composition is not None:
        labels = [label[lang] for label in subject.composition.labels]
        shares = [(part, label, subject.standing(part)) for part, label in zip(subject.indicators, labels, strict=True)]
        return composition_sentence(lang, shares, indicator)
    before = standing.before(subject.values(indicator), subject.period)
    return sentence(lang, indicator, subject.standing(indicator), before)


def key_figures(subject: Subject) -> list[tuple[str, str, str | None]]:
    """Each city's figure where lines are drawn, which do not state it; for a city without one its last."""
    values = subject.values(subject.indicator)
    if subject.composition is not None or len(standing.periods(values)) < LINES_FROM:
        return []
    places = subject.standing(subject.indicator).places
    told: list[tuple[str, str, str | None]] = []
    for area, name in cities.names().items():
        last = standing.last_known(values, area) if pd.isna(places[area].value) else None
        since = f"{last.name}: {_short(subject, last.value)}" if last else None
        told.append((f"{name} {subject.period}", _short(subject, places[area].value), since))
    return told


def _short(subject: Subject, value: float) -> str:
    """A figure beside its picture, which states the unit; percent keeps its sign."""
    lang, indicator = subject.lang, subject.indicator
    in_percent = indicator.unit[lang] == "%" or pd.isna(value)
    return amount(lang, indicator, value) if in_percent else number(lang, value, indicator.decimals)


def picture(subject: Subject, alt: str) -> None:
    """Lines where there are more than two periods, lines between two, bars for one; bars of parts for a whole."""
    if subject.composition is not None:
        _parts(subject, subject.composition, alt)
        return
    values = subject.values(subject.indicator)
    periods = standing.periods(values)
    if len(periods) >= LINES_FROM:
        _lines(subject, values, alt)
    elif len(periods) == 2:
        _slope(subject, values, (periods[0], periods[1]), alt)
    else:
        _bars(subject, alt)


def _captions(subject: Subject, span: str) -> Captions:
    lang, indicator = subject.lang, subject.indicator
    source = source_line(lang, subject.dataset, indicator)
    return Captions(indicator.title[lang], f"{span}, {indicator.unit[lang]}", source, plotly_separators(lang))


def _file(subject: Subject) -> str:
    return f"leipzig_cities_{subject.indicator.id}_{subject.period}"


def _lines(subject: Subject, values: pd.DataFrame, alt: str) -> None:
    lang, theme = subject.lang, frame.theme()
    known = standing.periods(values)
    drawn = standing.every_year(values[values["period"].between(known[0], known[-1])])
    names = {area: _until(values, area, name, known[-1]) for area, name in cities.names().items()}
    there = [line for line in lines(names, theme) if line.area in set(values["area"])]
    breaks = sorted(values.loc[values["status"] == "B", "period"].unique())
    marks = {str(period): text(lang, "break in the series") for period in breaks}
    told = _captions(subject, f"{known[0]}–{known[-1]}")
    figure = timeline.timeline(drawn, there, marks, told, theme, subject.indicator.decimals)
    component.draw(subject.lang, figure, _file(subject), alt, "cities")


def _until(values: pd.DataFrame, area: str, name: str, newest: str) -> str:
    """A city's name, with the year in which its line ends if others go on."""
    last = standing.last_known(values, area)
    return f"{name} ({last.name})" if last and last.name != newest else name


def _slope(subject: Subject, values: pd.DataFrame, span: tuple[str, str], alt: str) -> None:
    theme = frame.theme()
    names = cities.names()
    wide = values.pivot(index="area", columns="period", values="value").reindex(list(names))
    rows = pd.DataFrame({"area": list(names), "name": list(names.values())})
    rows = rows.assign(start_value=wide[span[0]].to_numpy(), end_value=wide[span[1]].to_numpy())
    colours = {line.area: line.colour for line in lines(names, theme)}
    told = _captions(subject, f"{span[0]}–{span[1]}")
    figure = slope.slope(rows, colours, span, told, theme, subject.indicator.decimals)
    figure = set_off(figure, names[CITY])
    component.draw(subject.lang, figure, _file(subject), alt, "cities")


def _bars(subject: Subject, alt: str) -> None:
    lang, indicator = subject.lang, subject.indicator
    found = subject.standing(indicator)
    places = sorted([found.leipzig, *found.others], key=lambda place: (-place.value, place.name))
    rows = [(p.area, p.name, p.value, amount(lang, indicator, p.value)) for p in places]
    bars = pd.DataFrame(rows, columns=["area", "name", "value", "label"])
    told = _captions(subject, when(lang, subject.period))
    figure = ranking.ranking(bars, [CITY], told, frame.theme())
    component.draw(subject.lang, figure, _file(subject), alt, "cities")


def _parts(subject: Subject, composition: Composition, alt: str) -> None:
    lang, theme = subject.lang, frame.theme()
    rows = []
    for n, part in enumerate(composition.parts):
        found = subject.standing(part)
        for place, (area, name) in enumerate(cities.names().items()):
            value = found.places[area].value
            rows.append((place, name, n, value, number(lang, value, part.decimals)))
    table = pd.DataFrame(rows, columns=["place", "name", "part", "value", "label"]).sort_values(["place", "part"])
    labels = [label[lang] for label in composition.labels]
    colours = theme.values if composition.ordered else (*theme.lines, theme.no_value)
    told = _captions(subject, when(lang, subject.period))
    figure = stacked.stacked(table, labels, colours, told, theme, subject.indicator.decimals)
    component.draw(subject.lang, figure, _file(subject), alt, "cities")


def table(subject: Subject) -> None:
    """All figures: a row a period, the newest first, or a row a part; a column a city."""
    lang, names = subject.lang, cities.names()
    rows: list[list[str]] = []
    marks: list[str] = []
    for n, indicator in enumerate(subject.indicators):
        values = subject.values(indicator)
        columns = (values[column].tolist() for column in ("period", "area", "value", "status"))
        figures = {(period, area): (value, status) for period, area, value, status in zip(*columns, strict=True)}
        shown = [subject.period] if subject.composition else standing.periods(values)[::-1]
        for period in shown:
            label = subject.composition.labels[n][lang] if subject.composition else when(lang, period)
            cells = [_cell(lang, indicator, figures.get((period, area))) for area in names]
            rows.append([label, *(figure for figure, _ in cells)])
            marks += [status for _, status in cells]
    head = text(lang, "Part") if subject.composition else text(lang, "Period")
    about = f"{subject.indicator.title[lang]} ({subject.indicator.unit[lang]})"
    about += f", {when(lang, subject.period)}" if subject.composition else ""
    caption = " · ".join([about, *_meanings(lang, marks)])
    lit = [] if subject.composition or len(rows) == 1 else [n for n, row in enumerate(rows) if row[0] == subject.period]
    st.html(html_table(caption, [head, *names.values()], rows, lit))


def _cell(lang: Language, indicator: Indicator, figure: tuple[float, str] | None) -> tuple[str, str]:
    """A figure as it is shown, with the mark of its status; and the status."""
    if figure is None:
        return number(lang, float("nan")), ""
    value, status = figure
    return number(lang, value, indicator.decimals) + MARKS.get(status, ""), status


def _meanings(lang: Language, statuses: Sequence[str]) -> list[str]:
    """What the marks behind some figures mean, for those that occur."""
    known = {
        "B": text(lang, "† break: not comparable with the period before"),
        "U": text(lang, "‡ doubtful figure"),
        "P": text(lang, "p provisional figure"),
        "E": text(lang, "e estimated figure"),
        "M": text(lang, "– not collected or not published"),
        "": text(lang, "– not collected or not published"),
        "Q": text(lang, "– confidential"),
        "N": text(lang, "– not meaningful"),
    }
    return list(dict.fromkeys(known[status] for status in statuses if status in known))


def files(subject: Subject) -> Figures:
    """What is offered: all figures that the page is about, which have a stable address, too."""
    rows = sum(len(subject.values(indicator)) for indicator in subject.indicators)
    title = text(subject.lang, "{title}, Leipzig and other cities", title=subject.indicator.title[subject.lang])
    table = Table(title, f"leipzig_cities_{subject.indicator.id}", rows, partial(_figures, subject))
    return Figures(title, tuple(subject.indicators), (table,))


def address_told(subject: Subject) -> None:
    """The stable address of the figures."""
    asked = {"indicator": subject.indicator.id, **address.pinned(subject.dataset)}
    where = f"/api/v1/cities.csv?{urlencode(asked)}"
    frame.note(text(subject.lang, "Address of these figures: {address}", address=where))


def _figures(subject: Subject) -> pd.DataFrame:
    return city_observations(subject.dataset, subject.indicators, lang=subject.lang)
