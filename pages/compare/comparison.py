"""The table of areas that are compared, and the sentence above them."""

from collections.abc import Sequence
from math import isnan
from typing import Final

from charts.table import html_table
from indicators.catalogue import Indicator
from locales import Language, number, text
from pictures.request import Request
from words.care import mark, values_told
from words.missing import why_missing
from words.periods import is_day, short

KEYS: Final = ("area", "period")
CELLS: Final = ("value", "status")
NOTHING: Final = (float("nan"), "M")
NO_FIGURE: Final = {"M": "–", "Q": "·", "N": "×"}
"""What stands in the place of a figure, after German official tables."""


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
    first = text(lang, "Day") if is_day(periods[0]) else text(lang, "Year")
    return html_table(caption, [first, *names.values()], rows, lit, in_order=True)


def _cell(lang: Language, indicator: Indicator, value: float, status: str) -> str:
    if isnan(value):
        return NO_FIGURE.get(status, "–")
    return number(lang, value, indicator.decimals) + mark(status)


def _legend(lang: Language, statuses: set[str]) -> list[str]:
    absent = [f"{sign} {why_missing(lang, status)}" for status, sign in NO_FIGURE.items() if status in statuses]
    return [*values_told(lang, statuses), *absent]
