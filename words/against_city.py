"""Sentences that set districts against the city."""

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd

from indicators.analysis.limits import Limits, confusable
from indicators.catalogue import Indicator
from locales import Language, number, text
from words.care import doubt
from words.change import difference, direction
from words.limits import NONE
from words.missing import absent_rows
from words.one_period import opening, value_sentence
from words.phrases import Shown, at, deviation, known, sides


def against_city_sentence(
    lang: Language,
    indicator: Indicator,
    period: str,
    rows: pd.DataFrame,
    city: float,
    parts: str,
    *,
    doubtful: bool = False,
    limits: Mapping[str, Limits] = NONE,
) -> str:
    """How many parts of the city lie above, below and level with its value in one period, and which furthest.

    Parameters as of `value_sentence`, which is what is said where there is nothing to compare. Distances are stated as
    the indicator states changes; level is what has none that is shown.
    """
    apart = _apart(indicator, rows, city)
    if not apart or len(rows) == 1:
        return value_sentence(lang, indicator, period, rows, city, parts, doubtful=doubtful, limits=limits)
    furthest = [_furthest(lang, indicator, apart, way) for way in (1, -1)]
    above, below = (_told_apart(limits, apart, places) for places in furthest)
    clauses = [
        opening(lang, indicator, period, city),
        sides(lang, len(rows), parts, _sides(lang, [direction(indicator, by) for _, by in apart])),
        *_named(lang, indicator, above, below, parts),
        *([text(lang, "more can't be told, as ranges of uncertainty overlap")] if [above, below] != furthest else []),
        *absent_rows(lang, rows, "shade"),
    ]
    return "; ".join(clauses) + "." + doubt(lang, [doubtful, *(one.doubtful for one, _ in (*above, *below))])


Apart = tuple[Shown, float]
"""A figure and how far it lies from the city's."""


def _apart(indicator: Indicator, rows: pd.DataFrame, city: float) -> list[Apart]:
    """The distances that can be stated, in order of name; of values with all their digits."""
    values = dict(zip(rows["area"], rows["shade"], strict=True))
    found = known(indicator, rows, "shade")
    distances = [(one, deviation(indicator, values[one.area], city)) for one in found]
    return [(one, by) for one, by in distances if not isnan(by)]


def _sides(lang: Language, ways: list[int]) -> list[tuple[int, str]]:
    above, below, level = (ways.count(way) for way in (1, -1, 0))
    return [
        (above, text(lang, "{n} above", n=number(lang, above))),
        (below, text(lang, "{n} below", n=number(lang, below))),
        (level, text(lang, "{n} level", n=number(lang, level))),
    ]


def _furthest(lang: Language, indicator: Indicator, apart: Sequence[Apart], way: int) -> list[Apart]:
    """The furthest above (1) or below (-1); several if they are level as shown, none if that side is empty."""
    side = [(one, by) for one, by in apart if direction(indicator, by) == way]
    if not side:
        return []
    furthest = difference(lang, indicator, max((by for _, by in side), key=abs))
    return [(one, by) for one, by in side if difference(lang, indicator, by) == furthest]


def _told_apart(limits: Mapping[str, Limits], apart: Sequence[Apart], furthest: Sequence[Apart]) -> Sequence[Apart]:
    """The furthest, none where limits don't tell them from any other."""
    unsure = confusable(limits, [one.area for one, _ in furthest], [one.area for one, _ in apart])
    return [] if unsure else furthest


def _named(
    lang: Language, indicator: Indicator, above: Sequence[Apart], below: Sequence[Apart], parts: str
) -> list[str]:
    told = []
    if above:
        told.append(text(lang, "furthest above in {where}", where=_where(lang, indicator, above, parts)))
    if below:
        told.append(text(lang, "furthest below in {where}", where=_where(lang, indicator, below, parts)))
    return [", ".join(told)] if told else []


def _where(lang: Language, indicator: Indicator, furthest: Sequence[Apart], parts: str) -> str:
    by = difference(lang, indicator, furthest[0][1])
    return at(lang, [one.name for one, _ in furthest], by, parts)
