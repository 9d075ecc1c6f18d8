"""The table of areas that are compared, and the sentence above them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isnan
from typing import Final

import pandas as pd

from charts.table import html_table
from data.areas import CITY
from indicators.catalogue import Indicator
from locales import Language, inflected, number, text
from pictures.request import Request
from words.beside import changes_beside, city_beside
from words.care import mark, values_told
from words.change import Moved, change_sentence
from words.comparison import standing_sentence
from words.missing import why_missing
from words.periods import is_day, short
from words.rows import moved

TWO: Final = 2
KEYS: Final = ("area", "period")
CELLS: Final = ("value", "status")
NOTHING: Final = (float("nan"), "M")
NO_FIGURE: Final = {"M": "–", "Q": "·", "N": "×"}
"""What stands in the place of a figure, after German official tables."""


def sentence(request: Request) -> str:
    """How the areas stand and moved beside each other; the city for comparison, where it is their reference."""
    lang, indicator, rows, span = request.lang, request.indicator, request.changes, request.span
    areas = {area: name for area, name in request.areas.items() if area != request.reference}
    of_areas = [moved(rows, area, name, name) for area, name in areas.items()]
    city = (
        moved(rows, CITY, *[text(lang, "the city"), inflected(lang, "in", "the city")]) if request.reference else None
    )
    if len(of_areas) == 1:
        return change_sentence(lang, indicator, span, of_areas[0], city, [], "")
    if len(of_areas) == TWO and not any(isnan(each.end) or isnan(each.difference) for each in of_areas):
        told = _of_two(lang, indicator, span, *of_areas)
    else:
        told = standing_sentence(lang, indicator, span, completed(rows, areas))
    beside = city_beside(lang, indicator, span, replace(city, name=request.names[CITY])) if city else ""
    return f"{told} {beside}".strip()


def _of_two(lang: Language, indicator: Indicator, span: tuple[str, str], first: Moved, second: Moved) -> str:
    """Both figures at the end, and both changes: who is higher needs no saying."""
    told = change_sentence(lang, indicator, (span[1], span[1]), first, second, [], "")
    return f"{told} {changes_beside(lang, indicator, span[0], (first, second))}" if span[0] < span[1] else told


def completed(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Rows of changes of the named places, with an empty one for each that has none."""
    rows = rows[rows["area"].isin(list(names))]
    missing = [area for area in names if area not in set(rows["area"])]
    empty = pd.DataFrame({"area": missing, "name": [names[area] for area in missing], "status": "M"})
    return pd.concat([rows, empty], ignore_index=True) if missing else rows


def year_table(request: Request, periods: Sequence[str]) -> str:
    """Every area in every period, as HTML; breaks, doubts and the reasons of missing figures are marked."""
    lang, indicator, names, figures = request.lang, request.indicator, request.areas, request.grid.frame
    shown = figures[figures["area"].isin(list(names)) & figures["period"].isin(list(periods))]
    keys, cells = (zip(*(shown[column].tolist() for column in pair), strict=True) for pair in (KEYS, CELLS))
    known = dict(zip(keys, cells, strict=True))
    found = [[known.get((area, period), NOTHING) for area in names] for period in periods]
    rows = [
        [short(lang, period), *(_cell(lang, indicator, *cell) for cell in cells)]
        for period, cells in zip(periods, found, strict=True)
    ]
    statuses = {str(status) for cells in found for _, status in cells}
    caption = " · ".join([f"{indicator.title[lang]} ({indicator.unit[lang]})", *_legend(lang, statuses)])
    lit = [n for n, period in enumerate(periods) if period in request.span]
    return html_table(
        caption, [text(lang, "Day") if is_day(periods[0]) else text(lang, "Year"), *names.values()], rows, lit
    )


def _cell(lang: Language, indicator: Indicator, value: float, status: str) -> str:
    if isnan(value):
        return NO_FIGURE.get(status, "–")
    return number(lang, value, indicator.decimals) + mark(status)


def _legend(lang: Language, statuses: set[str]) -> list[str]:
    absent = [f"{sign} {why_missing(lang, status)}" for status, sign in NO_FIGURE.items() if status in statuses]
    return [*values_told(lang, statuses), *absent]
