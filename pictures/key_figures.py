"""A few figures that say most of what a page is about."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
from markupsafe import Markup, escape

from charts.html import tag
from data.store import Dataset
from indicators.analysis.stretch import after_last_break, between
from indicators.analysis.trends import COUNTED, Trend, trend, verdicts
from indicators.catalogue import Indicator
from indicators.figures.values import grid
from indicators.kept import kept_lately
from locales import number, text
from pictures.request import Request
from words import course
from words.change import amount, exact
from words.few import with_counts
from words.periods import dated, since

KeyFigure = tuple[str, str, str | None]
"""Label, value, and what to tell of it, which may be markup."""


def summary(request: Request, area: str) -> list[KeyFigure]:
    """One official area in figures: its value, its change in what the indicator counts and in percent, its course.

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
    moved = text(lang, "Change since {start}", start=since(lang, start))
    before = f"{dated(lang, start)}: {amount(lang, indicator, row['start_value'], digits)}"
    counted = indicator.change == "percent"
    by = number(lang, row["absolute"], indicator.decimals, signed=True) if counted else None
    return [(*newest, before), (moved, row["label"], by), *_course(request, area)]


def in_year(request: Request, area: str) -> list[KeyFigure]:
    """One official area in the period of a picture of one: its value, and its change on the figure before."""
    return summary(since_before(request, area), area)[:2]


def since_before(request: Request, area: str) -> Request:
    """What a picture of one period is asked for, between an area's figure before and this period; of this period alone
    where there is none before."""
    before = [each for each in request.grid.with_figures([area]) if each < request.at]
    start = before[-1] if before else request.at
    return replace(request, selection=replace(request.selection, start=start, end=request.at))


def _course(request: Request, area: str) -> list[KeyFigure]:
    """What the figures after the last break did, with the test for a trend to open; nothing of forecasts."""
    lang, indicator = request.lang, request.indicator
    if indicator.kind == "forecast":
        return []
    figures = after_last_break(between(grid(request.dataset, indicator).history(area).figures, *request.span))
    if not figures:
        return []
    headline, last = course.headline(lang, indicator, figures)
    span = course.stretch(lang, figures[0].period, figures[-1].period)
    found = _trend(request.dataset, indicator, area, *request.span)
    ((_, verdict),) = verdicts([found], tested=indicator.kind in COUNTED)
    sign = tag("summary", text(lang, "Trend test"))
    said = (tag("p", each) for each in course.tested(lang, indicator, found, verdict))
    pace = course.pace(lang, indicator, found.slope)
    told = Markup(" ").join([Markup(" · ").join(map(escape, filter(None, [pace, last]))), tag("details", sign, *said)])
    label = text(lang, "Course {span}", span=span)
    if found.breaks:
        label = text(lang, "Course {span}, after the break", span=span)
    return [(label, headline, told)]


@kept_lately
def _trend(dataset: Dataset, indicator: Indicator, area: str, start: str, end: str) -> Trend:
    """The trend of an official area, see `indicators.analysis.trends.trend`."""
    return trend(grid(dataset, indicator).history(area), start, end, tested=indicator.kind in COUNTED)


def contrast(request: Request, areas: Sequence[str]) -> list[KeyFigure]:
    """Several places beside each other: value at the end, and change."""
    lang, (start, end) = request.lang, request.span
    rows = {row["area"]: row for row in request.changes.to_dict("records")}
    found: list[KeyFigure] = []
    for row in (rows[area] for area in areas if area in rows):
        change = with_counts(lang, request.indicator, row["label"], row["start_value"], row["end_value"])
        told = text(lang, "{change} since {start}", change=change, start=since(lang, start))
        moved = None if pd.isna(row["change"]) or start == end else told
        found.append((f"{row['name']} {dated(lang, end)}", amount(lang, request.indicator, row["end_value"]), moved))
    return found
