"""The scales of maps and heat tables: classes of an indicator with words at their breaks."""

import numpy as np
import pandas as pd

from charts.classes import (
    Classes,
    change_breaks,
    change_classes,
    continuous_classes,
    even_breaks,
    nice_ticks,
    value_classes,
)
from charts.theme import Theme
from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.classes import shown_values, value_breaks
from indicators.figures.steps import change_steps, tell_apart
from indicators.figures.values import grid
from indicators.kept import kept_lately
from locales import Language, all_rounded, joined, number, text
from pictures.request import Request
from words.change import change_decimals
from words.periods import dated, short_span


def change_scale(request: Request) -> Classes:
    """The scale of how the districts changed, by how far they did."""
    indicator = request.indicator
    return _difference_scale(request, span_steps(request.dataset, indicator, request.level, request.span))


def span_steps(dataset: Dataset, indicator: Indicator, level: Level, span: tuple[str, str]) -> tuple[float, ...]:
    """The steps of change of a level's areas between two periods; boroughs have those of the Ortsteile where they tell
    them apart."""
    decimals, stated = change_decimals(indicator), "percent" if indicator.change == "percent" else "absolute"
    levels: tuple[Level, ...] = ("ortsteil",) if level == "ortsteil" else ("ortsteil", level)
    changes = [measures.change(grid(dataset, indicator).among(dataset.codes(each)), *span)[stated] for each in levels]
    shown = [all_rounded(each, decimals) for each in changes]
    found = (change_steps(each, decimals) for each in shown)
    return next((steps for steps in found if tell_apart(steps, shown[-1])), change_steps(shown[-1], decimals))


def distance_scale(request: Request, distances: pd.DataFrame) -> Classes:
    """The scale of distances to the city, by those of the periods that make the classes.

    distances: of the districts in all periods, columns period and value.
    """
    there = distances["period"].isin(list(periods_of_classes(request)))
    decimals = change_decimals(request.indicator)
    return _difference_scale(request, change_steps(all_rounded(distances.loc[there, "value"], decimals), decimals))


def _difference_scale(request: Request, steps: tuple[float, ...]) -> Classes:
    labels = [number(request.lang, step, _decimals(step), signed=True) for step in change_breaks(steps)]
    return change_classes(steps, labels, change_decimals(request.indicator), request.theme)


def value_scale(request: Request) -> Classes:
    """The scale of an indicator's values at one level, the same for all its periods unless the reader wants those
    that are shown to make it."""
    scheme = request.scheme or declared_scheme(request.indicator)
    lang, dataset, indicator, level = request.lang, request.dataset, request.indicator, request.level
    return _value_scale(lang, dataset, indicator, level, scheme, periods_of_classes(request), request.theme)


def declared_scheme(indicator: Indicator) -> str:
    """How values are put into classes unless the reader wants otherwise: see `indicators.figures.cuts`, or
    continuous."""
    return "continuous" if indicator.scale == "continuous" else indicator.classes


def periods_of_classes(request: Request) -> tuple[str, ...]:
    """The periods whose values make the classes of a map of values."""
    if request.classes_of == "shown":
        return (request.period,) if request.period else request.span
    known = grid(request.dataset, request.indicator).with_figures(request.dataset.codes(request.level))
    return tuple(known if request.classes_of == "all" else known[-1:])


def value_classes_told(request: Request) -> str:
    """Which periods make the classes of a map of values, for its legend."""
    lang, periods = request.lang, periods_of_classes(request)
    if request.classes_of == "all":
        return text(lang, "classes of all years")
    shown = joined(lang, [dated(lang, period) for period in periods])
    if request.classes_of == "shown":
        return text(lang, "classes of {period} alone", period=shown)
    return text(lang, "classes of {period}, the same in all years", period=shown) if periods else ""


def change_classes_told(request: Request) -> str:
    """What makes the classes of a map of change, for its legend."""
    span = short_span(request.lang, request.span)
    return text(request.lang, "classes by the changes {span}", span=span)


@kept_lately
def _value_scale(
    lang: Language,
    dataset: Dataset,
    indicator: Indicator,
    level: Level,
    scheme: str,
    periods: tuple[str, ...],
    theme: Theme,
) -> Classes:
    decimals = indicator.decimals
    if scheme == "continuous":
        shown = shown_values(dataset, indicator, level)
        known = shown[~np.isnan(shown)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
        breaks, named = even_breaks(low, high, nice_ticks(low, high))
        labels = {n: number(lang, at, _decimals(at)) for n, at in named.items()}
        return continuous_classes(breaks, labels, decimals, theme)
    breaks = value_breaks(dataset, indicator, level, scheme, periods)
    return value_classes(breaks, [number(lang, at, decimals) for at in breaks], decimals, theme)


def _decimals(value: float) -> int:
    """As many decimals as a break has."""
    return len(f"{value:.10g}".partition(".")[2])
