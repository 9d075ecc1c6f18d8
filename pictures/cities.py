"""Leipzig beside other cities: lines, two ends, bars or parts, by what there is."""

from typing import Final

import pandas as pd

from charts import ranking, slope, stacked, timeline
from charts.city_lines import lines, set_off
from charts.theme import Captions, Figure
from data import cities
from data.areas import CITY
from indicators.cities import Composition, standing
from indicators.cities.figures import CityFigures
from locales import Language, alphabetical, number, percent, text
from pictures.key_figures import KeyFigure
from pictures.picture import Picture
from pictures.request import Request
from words.change import amount
from words.cities import composition_sentence
from words.cities import sentence as city_sentence
from words.periods import dated, short, short_span

LINES_FROM: Final = 3
"""Periods from which on lines over time say more than two ends."""


def key_figures(request: Request) -> list[KeyFigure]:
    """Each city's figure where lines are drawn, which do not state it; for a city without one its last."""
    figures = _figures(request)
    values = figures.values(request.indicator)
    if figures.composition is not None or len(standing.periods(values)) < LINES_FROM:
        return []
    places = figures.standing(request.indicator).places
    told: list[KeyFigure] = []
    for area, name in cities.names().items():
        last = standing.last_known(values, area) if pd.isna(places[area].value) else None
        since = f"{last.name}: {_short(request, last.value)}" if last else None
        told.append((f"{name} {figures.period}", _short(request, places[area].value), since))
    return told


def _short(request: Request, value: float) -> str:
    """A figure beside its picture, which states the unit; percent keeps its sign."""
    lang, indicator = request.lang, request.indicator
    in_percent = indicator.unit[lang] == "%" or pd.isna(value)
    return amount(lang, indicator, value) if in_percent else number(lang, value, indicator.decimals)


def beside_others(request: Request) -> Picture:
    """Lines where there are more than two periods, lines between two, bars for one; bars of parts for a whole."""
    figures = _figures(request)
    values = figures.values(request.indicator)
    periods = standing.periods(values)
    if figures.composition is not None:
        return _parts(request, figures, figures.composition)
    if len(periods) >= LINES_FROM:
        return _lines(request, values, periods)
    if len(periods) == 2:
        return _slope(request, values, (periods[0], periods[1]))
    return _bars(request, figures)


def _figures(request: Request) -> CityFigures:
    return CityFigures(request.dataset, request.indicator)


def _picture(request: Request, figure: Figure, table: pd.DataFrame) -> Picture:
    figures = _figures(request)
    file = f"leipzig_cities_{request.indicator.id}_{figures.period}"
    return Picture("cities", figure, sentence(request.lang, figures), file, table)


def sentence(lang: Language, figures: CityFigures) -> str:
    """The sentence that a reader should take away."""
    indicator = figures.indicator
    if figures.composition is not None:
        labels = [label[lang] for label in figures.composition.labels]
        shares = [(part, label, figures.standing(part)) for part, label in zip(figures.indicators, labels, strict=True)]
        return composition_sentence(lang, shares, indicator)
    before = standing.before(figures.values(indicator), figures.period)
    return city_sentence(lang, indicator, figures.standing(indicator), before)


def _captions(request: Request, span: str) -> Captions:
    lang, indicator = request.lang, request.indicator
    return request.captions(indicator.title[lang], f"{span}, {indicator.unit[lang]}")


def _lines(request: Request, values: pd.DataFrame, known: list[str]) -> Picture:
    lang, theme = request.lang, request.theme
    drawn = standing.every_year(values[values["period"].between(known[0], known[-1])])
    names = {area: _until(values, area, name, known[-1]) for area, name in cities.names().items()}
    there = [line for line in lines(names, theme) if line.area in set(values["area"])]
    breaks = sorted(values.loc[values["status"] == "B", "period"].unique())
    marks = {str(period): text(lang, "break in the series") for period in breaks}
    told = _captions(request, short_span(lang, (known[0], known[-1])))
    figure = timeline.timeline(drawn, there, marks, told, theme, request.indicator.decimals)
    return _picture(request, figure, drawn)


def _until(values: pd.DataFrame, area: str, name: str, newest: str) -> str:
    """A city's name, with the year in which its line ends if others go on."""
    last = standing.last_known(values, area)
    return f"{name} ({last.name})" if last and last.name != newest else name


def _slope(request: Request, values: pd.DataFrame, span: tuple[str, str]) -> Picture:
    theme = request.theme
    names = cities.names()
    wide = values.pivot(index="area", columns="period", values="value").reindex(list(names))
    rows = pd.DataFrame({"area": list(names), "name": list(names.values())})
    rows = rows.assign(start_value=wide[span[0]].to_numpy(), end_value=wide[span[1]].to_numpy())
    colours = {line.area: line.colour for line in lines(names, theme)}
    told = _captions(request, short_span(request.lang, span))
    ends = (short(request.lang, span[0]), short(request.lang, span[1]))
    figure = slope.slope(rows, colours, ends, told, theme, request.indicator.decimals)
    figure = set_off(figure, names[CITY])
    return _picture(request, figure, rows)


def _bars(request: Request, figures: CityFigures) -> Picture:
    lang, indicator = request.lang, request.indicator
    found = figures.standing(indicator)
    places = sorted([found.leipzig, *found.others], key=lambda place: (-place.value, alphabetical(place.name)))
    rows = [(p.area, p.name, p.value, amount(lang, indicator, p.value)) for p in places]
    bars = pd.DataFrame(rows, columns=["area", "name", "value", "label"])
    told = _captions(request, dated(lang, figures.period))
    figure = ranking.ranking(bars, [CITY], told, request.theme)
    return _picture(request, figure, bars)


def _parts(request: Request, figures: CityFigures, composition: Composition) -> Picture:
    lang, theme = request.lang, request.theme
    rows = []
    for n, part in enumerate(composition.parts):
        found = figures.standing(part)
        for place, (area, name) in enumerate(cities.names().items()):
            value = found.places[area].value
            told = (number(lang, value, part.decimals), percent(lang, value, part.decimals))
            rows.append((place, name, n, value, *told))
    columns = ["place", "name", "part", "value", "label", "told"]
    table = pd.DataFrame(rows, columns=columns).sort_values(["place", "part"])
    labels = [label[lang] for label in composition.labels]
    colours = theme.values if composition.ordered else (*theme.lines, theme.no_value)
    captions = _captions(request, dated(lang, figures.period))
    figure = stacked.stacked(table, labels, colours, captions, theme)
    return _picture(request, figure, table)
