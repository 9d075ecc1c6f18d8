"""The scales of maps and heat tables: classes of an indicator with words at their breaks."""

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
from indicators.figures.classes import pooled, value_breaks
from indicators.kept import kept
from locales import Language, number
from pictures.request import Request


def difference_scale(request: Request) -> Classes:
    """The scale of an indicator's changes, and of its distances to the city."""
    steps = request.indicator.change_steps
    labels = [number(request.lang, step, _decimals(step), signed=True) for step in change_breaks(steps)]
    return change_classes(steps, labels, request.theme)


def value_scale(request: Request) -> Classes:
    """The scale of an indicator's values at one level, the same object for all its periods."""
    scheme = request.scheme or declared_scheme(request.indicator)
    return _value_scale(request.lang, request.dataset, request.indicator, request.level, scheme, request.theme)


def declared_scheme(indicator: Indicator) -> str:
    """How values are put into classes unless the reader wants otherwise: see `indicators.figures.classes`, or
    continuous."""
    return "continuous" if indicator.scale == "continuous" else indicator.classes


@kept
def _value_scale(
    lang: Language, dataset: Dataset, indicator: Indicator, level: Level, scheme: str, theme: Theme
) -> Classes:
    if scheme == "continuous":
        known = pooled(dataset, indicator, level)
        low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
        breaks, named = even_breaks(low, high, nice_ticks(low, high))
        return continuous_classes(breaks, {n: number(lang, at, _decimals(at)) for n, at in named.items()}, theme)
    breaks = value_breaks(dataset, indicator, level, scheme)
    return value_classes(breaks, [number(lang, at, indicator.decimals) for at in breaks], theme)


def _decimals(value: float) -> int:
    """As many decimals as a break has."""
    return len(f"{value:.10g}".partition(".")[2])
