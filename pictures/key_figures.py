"""A few figures that say most of what a page is about."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from data.store import Dataset
from indicators.analysis.trends import trend
from indicators.catalogue import Indicator
from indicators.figures.values import grid
from indicators.kept import kept_lately
from locales import Language, number, text
from pictures.request import Request
from words.change import amount, exact
from words.periods import dated, since

KeyFigure = tuple[str, str, str | None]
"""Label, value, and what to tell of it."""


def summary(request: Request, area: str) -> list[KeyFigure]:
    """One official area in figures: its value, its change in what the indicator counts and in percent, its trend.

    Nothing for a place that is not among the areas, because nobody publishes figures of it.
    """
    lang, indicator, (start, end) = request.lang, request.indicator, request.span
    areas = request.changes["area"].tolist()
    if area not in areas:
        return []
    row = request.changes.iloc[areas.index(area)]
    digits = exact(indicator, row["start_value"], row["end_value"], row["change"]).decimals
    newest = (f"{indicator.title[lang]} {dated(lang, end)}", amount(lang, indicator, row["end_value"], digits))
    if start == end:
        return [(*newest, None)]
    course = _trend(request.dataset, indicator, area, start, end)
    moved = text(lang, "Change since {start}", start=since(lang, start))
    before = f"{dated(lang, start)}: {amount(lang, indicator, row['start_value'], digits)}"
    counted = indicator.change == "percent"
    by = number(lang, row["absolute"], indicator.decimals, signed=True) if counted else None
    a_year = number(lang, course["slope"], indicator.decimals + (not counted), signed=True)
    slope = None if pd.isna(course["slope"]) else text(lang, "{slope} a year (Theil–Sen)", slope=a_year)
    trend_told = (text(lang, "Trend"), verdict(lang, str(course["verdict"])), slope)
    return [(*newest, before), (moved, row["label"], by), trend_told]


@kept_lately
def _trend(dataset: Dataset, indicator: Indicator, area: str, start: str, end: str) -> Mapping[str, Any]:
    """The trend of an official area, see `indicators.analysis.trends.trend`."""
    return trend(grid(dataset, indicator).history(area), start, end)


def contrast(request: Request, areas: Sequence[str]) -> list[KeyFigure]:
    """Several places beside each other: value at the end, and change."""
    lang, (start, end) = request.lang, request.span
    rows = {row["area"]: row for row in request.changes.to_dict("records")}
    found: list[KeyFigure] = []
    for row in (rows[area] for area in areas if area in rows):
        told = text(lang, "{change} since {start}", change=row["label"], start=since(lang, start))
        moved = None if pd.isna(row["change"]) or start == end else told
        found.append((f"{row['name']} {dated(lang, end)}", amount(lang, request.indicator, row["end_value"]), moved))
    return found


def verdict(lang: Language, found: str) -> str:
    """The verdict of a trend test in a word or two."""
    return {
        "rising": text(lang, "rising"),
        "falling": text(lang, "falling"),
        "no clear trend": text(lang, "no clear trend"),
    }.get(found, text(lang, "too few values"))
