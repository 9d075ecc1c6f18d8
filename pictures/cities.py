"""Leipzig beside other cities: lines, two ends, bars or parts, by what there is."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from charts import ranking, slope, stacked, timeline
from charts.city_lines import lines, set_off
from charts.theme import Captions, Theme
from data import cities
from data.areas import CITY
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.cities import Composition, standing
from indicators.cities.standing import Standing
from locales import Language, number, plotly_separators, text
from pictures.key_figures import KeyFigure
from pictures.picture import Picture
from words.change import amount
from words.cities import composition_sentence
from words.cities import sentence as city_sentence
from words.periods import dated
from words.sources import source_line

LINES_FROM: Final = 3
"""Periods from which on lines over time say more than two ends."""


@dataclass(frozen=True, eq=False)
class CitySubject:
    """What pictures of cities are about: an indicator, or a whole with its parts; and where Leipzig stands in which
    period."""

    lang: Language
    dataset: Dataset
    indicator: Indicator
    composition: Composition | None
    period: str
    theme: Theme

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.composition.parts if self.composition else (self.indicator,)

    def values(self, indicator: Indicator) -> pd.DataFrame:
        return standing.values(self.dataset, indicator)

    def standing(self, indicator: Indicator) -> Standing:
        return standing.standing(self.values(indicator), self.period, indicator.decimals)


def reading(subject: CitySubject) -> str:
    """The sentence that a reader should take away."""
    lang, indicator = subject.lang, subject.indicator
    if subject.composition is not None:
        labels = [label[lang] for label in subject.composition.labels]
        shares = [(part, label, subject.standing(part)) for part, label in zip(subject.indicators, labels, strict=True)]
        return composition_sentence(lang, shares, indicator)
    before = standing.before(subject.values(indicator), subject.period)
    return city_sentence(lang, indicator, subject.standing(indicator), before)


def key_figures(subject: CitySubject) -> list[KeyFigure]:
    """Each city's figure where lines are drawn, which do not state it; for a city without one its last."""
    values = subject.values(subject.indicator)
    if subject.composition is not None or len(standing.periods(values)) < LINES_FROM:
        return []
    places = subject.standing(subject.indicator).places
    told: list[KeyFigure] = []
    for area, name in cities.names().items():
        last = standing.last_known(values, area) if pd.isna(places[area].value) else None
        since = f"{last.name}: {_short(subject, last.value)}" if last else None
        told.append((f"{name} {subject.period}", _short(subject, places[area].value), since))
    return told


def _short(subject: CitySubject, value: float) -> str:
    """A figure beside its picture, which states the unit; percent keeps its sign."""
    lang, indicator = subject.lang, subject.indicator
    in_percent = indicator.unit[lang] == "%" or pd.isna(value)
    return amount(lang, indicator, value) if in_percent else number(lang, value, indicator.decimals)


def picture(subject: CitySubject, sentence: str) -> Picture:
    """Lines where there are more than two periods, lines between two, bars for one; bars of parts for a whole."""
    if subject.composition is not None:
        return _parts(subject, subject.composition, sentence)
    values = subject.values(subject.indicator)
    periods = standing.periods(values)
    if len(periods) >= LINES_FROM:
        return _lines(subject, values, sentence)
    if len(periods) == 2:
        return _slope(subject, values, (periods[0], periods[1]), sentence)
    return _bars(subject, sentence)


def _captions(subject: CitySubject, span: str) -> Captions:
    lang, indicator = subject.lang, subject.indicator
    source = source_line(lang, subject.dataset, indicator)
    return Captions(indicator.title[lang], f"{span}, {indicator.unit[lang]}", source, plotly_separators(lang))


def _file(subject: CitySubject) -> str:
    return f"leipzig_cities_{subject.indicator.id}_{subject.period}"


def _lines(subject: CitySubject, values: pd.DataFrame, sentence: str) -> Picture:
    lang, theme = subject.lang, subject.theme
    known = standing.periods(values)
    drawn = standing.every_year(values[values["period"].between(known[0], known[-1])])
    names = {area: _until(values, area, name, known[-1]) for area, name in cities.names().items()}
    there = [line for line in lines(names, theme) if line.area in set(values["area"])]
    breaks = sorted(values.loc[values["status"] == "B", "period"].unique())
    marks = {str(period): text(lang, "break in the series") for period in breaks}
    told = _captions(subject, f"{known[0]}–{known[-1]}")
    figure = timeline.timeline(drawn, there, marks, told, theme, subject.indicator.decimals)
    return Picture("cities", figure, sentence, _file(subject), drawn)


def _until(values: pd.DataFrame, area: str, name: str, newest: str) -> str:
    """A city's name, with the year in which its line ends if others go on."""
    last = standing.last_known(values, area)
    return f"{name} ({last.name})" if last and last.name != newest else name


def _slope(subject: CitySubject, values: pd.DataFrame, span: tuple[str, str], sentence: str) -> Picture:
    theme = subject.theme
    names = cities.names()
    wide = values.pivot(index="area", columns="period", values="value").reindex(list(names))
    rows = pd.DataFrame({"area": list(names), "name": list(names.values())})
    rows = rows.assign(start_value=wide[span[0]].to_numpy(), end_value=wide[span[1]].to_numpy())
    colours = {line.area: line.colour for line in lines(names, theme)}
    told = _captions(subject, f"{span[0]}–{span[1]}")
    figure = slope.slope(rows, colours, span, told, theme, subject.indicator.decimals)
    figure = set_off(figure, names[CITY])
    return Picture("cities", figure, sentence, _file(subject), rows)


def _bars(subject: CitySubject, sentence: str) -> Picture:
    lang, indicator = subject.lang, subject.indicator
    found = subject.standing(indicator)
    places = sorted([found.leipzig, *found.others], key=lambda place: (-place.value, place.name))
    rows = [(p.area, p.name, p.value, amount(lang, indicator, p.value)) for p in places]
    bars = pd.DataFrame(rows, columns=["area", "name", "value", "label"])
    told = _captions(subject, dated(lang, subject.period))
    figure = ranking.ranking(bars, [CITY], told, subject.theme)
    return Picture("cities", figure, sentence, _file(subject), bars)


def _parts(subject: CitySubject, composition: Composition, sentence: str) -> Picture:
    lang, theme = subject.lang, subject.theme
    rows = []
    for n, part in enumerate(composition.parts):
        found = subject.standing(part)
        for place, (area, name) in enumerate(cities.names().items()):
            value = found.places[area].value
            rows.append((place, name, n, value, number(lang, value, part.decimals)))
    table = pd.DataFrame(rows, columns=["place", "name", "part", "value", "label"]).sort_values(["place", "part"])
    labels = [label[lang] for label in composition.labels]
    colours = theme.values if composition.ordered else (*theme.lines, theme.no_value)
    told = _captions(subject, dated(lang, subject.period))
    figure = stacked.stacked(table, labels, colours, told, theme, subject.indicator.decimals)
    return Picture("cities", figure, sentence, _file(subject), table)
