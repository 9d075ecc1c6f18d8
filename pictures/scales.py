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


def difference_scale(lang: Language, indicator: Indicator, theme: Theme) -> Classes:
    """The scale of an indicator's changes, and of its distances to the city."""
    labels = [_signed(lang, step) for step in change_breaks(indicator.change_steps)]
    return change_classes(indicator.change_steps, labels, theme)


@kept
def value_scale(
    lang: Language, dataset: Dataset, indicator: Indicator, level: Level, scheme: str, theme: Theme
) -> Classes:
    """The scale of an indicator's values at one level, the same object for all its periods.

    scheme: one of mapclassify's, see `indicators.figures.classes`, or continuous.
    """
    if scheme == "continuous":
        known = pooled(dataset, indicator, level)
        low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
        breaks, named = even_breaks(low, high, nice_ticks(low, high))
        return continuous_classes(breaks, {n: _plain(lang, tick) for n, tick in named.items()}, theme)
    breaks = value_breaks(dataset, indicator, level, scheme)
    return value_classes(breaks, [number(lang, at, indicator.decimals) for at in breaks], theme)


def _signed(lang: Language, step: float) -> str:
    """A class break with as many decimals as it has."""
    return number(lang, step, _decimals(step), signed=True)


def _plain(lang: Language, tick: float) -> str:
    return number(lang, tick, _decimals(tick))


def _decimals(value: float) -> int:
    return len(f"{value:.10g}".partition(".")[2])
