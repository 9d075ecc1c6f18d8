"""The pictures and the table of areas that are compared, and the sentence above them."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from math import isnan
from typing import Final

import pandas as pd
import streamlit as st

from charts.ranking import ranking
from charts.slope import slope
from charts.table import html_table
from charts.theme import Theme
from charts.timeline import Line
from data.areas import CITY
from indicators.catalogue import Indicator
from locales import Language, number, plural, text
from pictures.picture import Subject
from ui import pictures
from words.care import changes_told, mark, values_told
from words.change import change_sentence
from words.comparison import standing_sentence
from words.missing import why_missing
from words.periods import dated, short
from words.rows import moved, value_rows

KEYS: Final = ("area", "period")
CELLS: Final = ("value", "status")
NOTHING: Final = (float("nan"), "M")
NO_FIGURE: Final = {"M": "–", "Q": "·", "N": "×"}
"""What stands in the place of a figure, after German official tables."""


def sentence(chosen: Subject, rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Who stands highest and lowest and who moved most; of a single area what happened to it."""
    lang, indicator = chosen.lang, chosen.indicator
    if len(names) > 1:
        return standing_sentence(lang, indicator, chosen.span, completed(rows, names))
    ((area, name),) = names.items()
    return change_sentence(lang, indicator, chosen.span, moved(rows, area, name, name), None, [], "")


def completed(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Rows of changes with an empty one for each place that has none."""
    missing = [area for area in names if area not in set(rows["area"])]
    empty = pd.DataFrame({"area": missing, "name": [names[area] for area in missing], "status": "M"})
    return pd.concat([rows, empty], ignore_index=True) if missing else rows


def lines(chosen: Sequence[str], names: Mapping[str, str], theme: Theme) -> list[Line]:
    """One line an area in a colour of its own; the city in the colour of text, the first area strongest."""
    found = []
    for n, area in enumerate(chosen):
        colour = theme.text if area == CITY else theme.lines[n % len(theme.lines)]
        found.append(Line(area, names[area], colour, 3 if n == 0 else 2))
    return found[::-1]


def value_bars(chosen: Subject, figures: pd.DataFrame, names: Mapping[str, str], lit: Sequence[str]) -> None:
    """Bars of the last year's values, the largest on top."""
    lang, indicator = chosen.lang, chosen.indicator
    shown = _beside_each_other(indicator, names)
    rows = value_rows(lang, indicator, figures, {area: names[area] for area in shown}, chosen.end)
    rows = rows.dropna(subset=["shade"])
    if rows.empty:
        st.info(text(lang, "There are no figures to draw for this choice."))
        return
    marked = [_cell(lang, indicator, *cell) for cell in zip(rows["shade"], rows["status"], strict=True)]
    title = text(lang, "Ranking {period}", period=dated(lang, chosen.end))
    told = [text(lang, "{title}, in {unit}", title=indicator.title[lang], unit=indicator.unit[lang])]
    told += [*_without_city(lang, names, shown), *_legend(lang, set(rows["status"]))]
    words = chosen.captions(title, " · ".join(told))
    figure = ranking(rows.assign(value=rows["shade"], label=marked), lit, words, chosen.theme)
    pictures.place(lang, chosen.picture("ranking", figure, title, rows, chosen.end))


def slopes(chosen: Subject, rows: pd.DataFrame, names: Mapping[str, str], colours: Mapping[str, str]) -> None:
    """Every area at both ends of the span; names as short as there is room for."""
    lang, indicator = chosen.lang, chosen.indicator
    start, end = (short(lang, period) for period in chosen.span)
    shown = _beside_each_other(indicator, names)
    boroughs = chosen.dataset.names["stadtbezirk"]
    drawn = rows[rows["area"].isin(shown)]
    marked = zip(drawn["area"], drawn["care"], strict=True)
    drawn = drawn.assign(name=[boroughs.get(area, names[area]) + mark(care) for area, care in marked])
    title = text(lang, "{title} {start} and {end}", title=indicator.title[lang], start=start, end=end)
    told = [text(lang, "in {unit}", unit=indicator.unit[lang]), *_without_city(lang, names, shown)]
    told += changes_told(lang, drawn["care"])
    words = chosen.captions(title, " · ".join(told))
    missing = partial(plural, lang, "no figure: {n} area", "no figure: {n} areas")
    figure = slope(drawn, colours, (start, end), words, chosen.theme, indicator.decimals, missing)
    pictures.place(lang, chosen.picture("slope", figure, title, drawn))


def _beside_each_other(indicator: Indicator, areas: Collection[str]) -> list[str]:
    """Areas whose values share a scale: a count of the whole city would leave its parts no room."""
    others = [area for area in areas if area != CITY]
    return others if others and not indicator.comparable else list(areas)


def _without_city(lang: Language, areas: Collection[str], shown: Collection[str]) -> list[str]:
    return [text(lang, "without the city")] if len(shown) < len(areas) else []


def year_table(chosen: Subject, figures: pd.DataFrame, names: Mapping[str, str], periods: Sequence[str]) -> None:
    """Every chosen area in every period; breaks, doubts and the reasons of missing figures are marked."""
    lang, indicator = chosen.lang, chosen.indicator
    shown = figures[figures["area"].isin(list(names)) & figures["period"].isin(list(periods))]
    keys, cells = (zip(*(shown[column].tolist() for column in pair), strict=True) for pair in (KEYS, CELLS))
    known = dict(zip(keys, cells, strict=True))
    found = [[known.get((area, period), NOTHING) for area in names] for period in periods]
    rows = [
        [period, *(_cell(lang, indicator, *cell) for cell in cells)]
        for period, cells in zip(periods, found, strict=True)
    ]
    statuses = {str(status) for cells in found for _, status in cells}
    caption = " · ".join([f"{indicator.title[lang]} ({indicator.unit[lang]})", *_legend(lang, statuses)])
    lit = [n for n, period in enumerate(periods) if period in chosen.span]
    st.html(html_table(caption, [text(lang, "Year"), *names.values()], rows, lit))


def _cell(lang: Language, indicator: Indicator, value: float, status: str) -> str:
    if isnan(value):
        return NO_FIGURE.get(status, "–")
    return number(lang, value, indicator.decimals) + mark(status)


def _legend(lang: Language, statuses: set[str]) -> list[str]:
    absent = [f"{sign} {why_missing(lang, status)}" for status, sign in NO_FIGURE.items() if status in statuses]
    return [*values_told(lang, statuses), *absent]
