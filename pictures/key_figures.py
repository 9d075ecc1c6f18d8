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
from pictures.picture import Subject
from words.change import amount
from words.periods import dated

KeyFigure = tuple[str, str, str | None]
"""Label, value, and what to tell of it."""


def summary(subject: Subject, rows: pd.DataFrame, area: str) -> list[KeyFigure]:
    """One official area in figures: its value, its change in what the indicator counts and in percent, its trend.

    Nothing for a place that is not among the rows, because nobody publishes figures of it.
    """
    lang, indicator = subject.lang, subject.indicator
    areas = rows["area"].tolist()
    if area not in areas:
        return []
    row = rows.iloc[areas.index(area)]
    newest = (f"{indicator.title[lang]} {dated(lang, subject.end)}", amount(lang, indicator, row["end_value"]))
    if subject.start == subject.end:
        return [(*newest, None)]
    course = _trend(subject.dataset, indicator, area, *subject.span)
    since = text(lang, "Change since {start}", start=dated(lang, subject.start))
    before = f"{dated(lang, subject.start)}: {amount(lang, indicator, row['start_value'])}"
    found: list[KeyFigure] = [
        (*newest, before),
        (since, row["label"], None),
    ]
    if indicator.change == "percent":
        found[1] = (since, row["label"], number(lang, row["absolute"], indicator.decimals, signed=True))
    decimals = indicator.decimals + (indicator.change != "percent")
    a_year = number(lang, course["slope"], decimals, signed=True)
    slope = None if pd.isna(course["slope"]) else text(lang, "{slope} a year (Theil–Sen)", slope=a_year)
    return [*found, (text(lang, "Trend"), verdict(lang, str(course["verdict"])), slope)]


@kept_lately
def _trend(dataset: Dataset, indicator: Indicator, area: str, start: str, end: str) -> Mapping[str, Any]:
    """The trend of an official area, see `indicators.analysis.trends.trend`."""
    return trend(grid(dataset, indicator).history(area), start, end)


def contrast(subject: Subject, rows: pd.DataFrame, areas: Sequence[str]) -> list[KeyFigure]:
    """Several places beside each other: value at the end, and change."""
    lang, (start, end) = subject.lang, (dated(subject.lang, period) for period in subject.span)
    found: list[KeyFigure] = []
    for area in areas:
        row = rows[rows["area"] == area]
        if len(row):
            value = amount(lang, subject.indicator, float(row["end_value"].iloc[0]))
            told = text(lang, "{change} since {start}", change=row["label"].iloc[0], start=start)
            since = None if row["change"].isna().iloc[0] or start == end else told
            found.append((f"{row['name'].iloc[0]} {end}", value, since))
    return found


def verdict(lang: Language, found: str) -> str:
    """The verdict of a trend test in a word or two."""
    return {
        "rising": text(lang, "rising"),
        "falling": text(lang, "falling"),
        "no clear trend": text(lang, "no clear trend"),
    }.get(found, text(lang, "too few values"))
