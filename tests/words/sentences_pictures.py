"""Frames for sentences about pictures, made by hand; `~` is a space that does not break."""

from collections.abc import Mapping
from math import isnan

import pandas as pd

from indicators import catalogue
from indicators.figures import measures
from indicators.figures.grid import VALUES, Grid
from locales import Language
from words.change import Moved
from words.one_period import value_sentence
from words.rows import rows as change_rows
from words.rows import value_rows

CATALOGUE = catalogue.load()
PARTS: dict[Language, str] = {"de": "Ortsteilen", "en": "districts"}
SPAN = ("2012", "2024")

Cell = float | tuple[float, str]
"""A value, with its status where that is neither normal nor, for NaN, suppressed."""
Cells = Mapping[str, Cell]
"""Values by name; the names stand for the areas, too."""


def frame(periods: Mapping[str, Cells]) -> pd.DataFrame:
    """A frame of values, from values by period and name."""
    rows = [(name, period, *_with_status(cell)) for period, cells in periods.items() for name, cell in cells.items()]
    return pd.DataFrame(rows, columns=VALUES)


def _with_status(cell: Cell) -> tuple[float, str]:
    return cell if isinstance(cell, tuple) else (cell, "Q" if isnan(cell) else "A")


def districts(lang: Language, id: str, cells: Cells, period: str = "2024") -> pd.DataFrame:
    """Rows of one period's values."""
    return value_rows(lang, CATALOGUE[id], frame({period: cells}), {name: name for name in cells}, period)


def changes(
    lang: Language, id: str, start: Cells, end: Cells, between: Mapping[str, Cells] | None = None
) -> pd.DataFrame:
    """Rows of changes from 2012 to 2024; between: cells by year, which may break the series."""
    values = frame({"2012": start, **(between or {}), "2024": end})
    return change_rows(lang, CATALOGUE[id], measures.change(Grid.of(values), *SPAN), {name: name for name in start})


def city(start: float, end: float) -> Moved:
    return Moved("die Stadt", "der Stadt", start, end, end - start)


def plain(sentence: str) -> str:
    return sentence.replace("\u00a0", "~")


def moved(name: str, start: float, end: float, change: float) -> Moved:
    return Moved(name, name, start, end, change)


def value(lang: Language, id: str, cells: dict[str, float], city: float, *, taken_up: bool = False) -> str:
    rows = districts(lang, id, cells)
    return plain(value_sentence(lang, catalogue.load()[id], "2024", rows, city, PARTS[lang], taken_up=taken_up))
