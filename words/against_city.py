"""Sentences that set districts against the city."""

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd

from data.areas import CITY
from indicators.analysis.limits import Limits, confusable
from indicators.catalogue import Indicator
from locales import Language, text
from words.care import doubt
from words.change import difference, direction, relative, short_difference
from words.limits import NONE, beside_city
from words.missing import absent_rows, with_figures
from words.one_period import opening, taken_up_opening, value_sentence
from words.phrases import Shown, deviation, known, sides, within


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
    taken_up: bool = False,
) -> str:
    """How many parts of the city lie above, below and level with its value in one period, and which furthest.

    Parameters as of `value_sentence`, which is what is said where there is nothing to compare. Distances are stated as
    the indicator states changes; level is what has none that is shown.
    """
    apart = _apart(indicator, rows, city)
    if not apart or len(rows) == 1:
        more = {"doubtful": doubtful, "taken_up": taken_up}
        return value_sentence(lang, indicator, period, rows, city, parts, limits=limits, **more)
    furthest = [_furthest(lang, indicator, apart, way) for way in (1, -1)]
    above, below = (_told_apart(limits, apart, places) for places in furthest)
    clauses = [
        taken_up_opening(lang, indicator, city) if taken_up else opening(lang, indicator, period, city),
        _divided(
            lang,
            indicator,
            apart,
            {CITY: (city, city), **limits} if limits else NONE,
            with_figures(lang, parts, len(apart), len(rows)),
        ),
        *_named(lang, indicator, above, below, parts),
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


def _divided(
    lang: Language, indicator: Indicator, apart: Sequence[Apart], limits: Mapping[str, Limits], parts: str
) -> str:
    """How many lie above, below and level with the city; within limits, how many do so whatever the true figures."""
    if CITY in limits:
        return beside_city(lang, limits, [one.area for one, _ in apart], parts)
    ways = [direction(indicator, by) for _, by in apart]
    above, below, level = (ways.count(way) for way in (1, -1, 0))
    if indicator.graded:
        told = [(below, text(lang, "a better grade in {who}")), (above, text(lang, "a worse grade in {who}"))]
        told.append((level, text(lang, "the same in {who}")))
    else:
        told = [(above, text(lang, "{who} above")), (below, text(lang, "{who} below"))]
        told.append((level, text(lang, "{who} level")))
    return sides(lang, len(apart), parts, told)


def _furthest(lang: Language, indicator: Indicator, apart: Sequence[Apart], way: int) -> list[Apart]:
    """The furthest above (1) or below (-1); several if they are level as shown, none if that side is empty."""
    side = [(one, by) for one, by in apart if direction(indicator, by) == way]
    if not side:
        return []
    furthest = difference(lang, indicator, max((by for _, by in side), key=abs))
    return [(one, by) for one, by in side if difference(lang, indicator, by) == furthest]


def _told_apart(limits: Mapping[str, Limits], apart: Sequence[Apart], furthest: Sequence[Apart]) -> Sequence[Apart]:
    """The furthest, none where limits don't tell them from any other, or from the city."""
    unsure = confusable(limits, [one.area for one, _ in furthest], [*(one.area for one, _ in apart), CITY])
    return [] if unsure else furthest


def _named(
    lang: Language, indicator: Indicator, above: Sequence[Apart], below: Sequence[Apart], parts: str
) -> list[str]:
    told = []
    if indicator.graded:
        best = [text(lang, "best {where}", where=_where(lang, indicator, below, parts))] if below else []
        worst = [text(lang, "worst {where}", where=_where(lang, indicator, above, parts))] if above else []
        return [", ".join([*best, *worst])] if best or worst else []
    if above:
        told.append(text(lang, "furthest above {where}", where=_where(lang, indicator, above, parts)))
    if below:
        told.append(text(lang, "furthest below {where}", where=_where(lang, indicator, below, parts)))
    return [", ".join(told)] if told else []


def _where(lang: Language, indicator: Indicator, furthest: Sequence[Apart], parts: str) -> str:
    by = furthest[0][1]
    shown = short_difference(lang, indicator, by) if relative(indicator) else difference(lang, indicator, by)
    return within(lang, [one.name for one, _ in furthest], shown, parts)
