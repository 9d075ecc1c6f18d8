"""Sentences about places beside the city: all its parts in one period, and one group over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import pandas as pd

from indicators.catalogue import Indicator
from locales import Language, number, rounded, text
from words.change import Moved, amount, change_decimals, difference, direction, with_care
from words.one_period import city_value, value_sentence
from words.periods import when
from words.phrases import Shown, absent_rows, at, begun, deviation, doubt, headed, known, sides, spoken
from words.titles import titled


@dataclass(frozen=True, eq=False)
class Latest:
    """The newest values of a group and of the city for one indicator; NaN where there is none."""

    indicator: Indicator
    period: str
    group: float
    city: float


def against_city_sentence(
    lang: Language,
    indicator: Indicator,
    period: str,
    rows: pd.DataFrame,
    city: float,
    parts: str,
    *,
    doubtful: bool = False,
) -> str:
    """How many parts of the city lie above, below and level with its value in one period, and which furthest.

    Parameters as of `value_sentence`, which is what is said where there is nothing to compare. Distances are stated as
    the indicator states changes; level is what has none that is shown.
    """
    apart = _apart(lang, indicator, rows, city)
    if not apart or len(rows) == 1:
        return value_sentence(lang, indicator, period, rows, city, parts, doubtful=doubtful)
    above, below = (_furthest(lang, indicator, apart, way) for way in (1, -1))
    clauses = [
        f"{headed(lang, indicator, period)}: {city_value(lang, indicator, city)}",
        sides(lang, len(rows), parts, _sides(lang, [direction(lang, indicator, by) for _, by in apart])),
        *_named(lang, indicator, above, below, parts),
        *absent_rows(lang, rows, "shade"),
    ]
    return "; ".join(clauses) + "." + doubt(lang, [one for one, _ in (*above, *below)], doubtful)


Apart = tuple[Shown, float]
"""A figure and how far it lies from the city's."""


def _apart(lang: Language, indicator: Indicator, rows: pd.DataFrame, city: float) -> list[Apart]:
    """The distances that can be stated, in order of name; of values with all their digits."""
    values = dict(zip(rows["area"], rows["shade"], strict=True))
    found = known(lang, indicator, rows, "shade")
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
    side = [(one, by) for one, by in apart if direction(lang, indicator, by) == way]
    if not side:
        return []
    furthest = difference(lang, indicator, max((by for _, by in side), key=abs))
    return [(one, by) for one, by in side if difference(lang, indicator, by) == furthest]


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


def gap_sentence(lang: Language, indicator: Indicator, span: tuple[str, str], subject: Moved, city: Moved) -> str:
    """How far a group's value lay from the city's in the first and in the last period that both have, and the course.

    subject, city: their values at both ends of the span, as from `words.rows.moved`. The distance is stated as
    the indicator states changes: of what is stated in percent, in percent of the city's value.
    """
    start, end = deviation(indicator, subject.start, city.start), deviation(indicator, subject.end, city.end)
    where = {"title": titled(lang, indicator), "place": subject.place}
    if isnan(start) or isnan(end):
        return text(lang, "{title}: the gap between {place} and the city cannot be stated for both periods.", **where)
    first = _lying(lang, indicator, start)
    if span[0] == span[1]:
        return text(
            lang, "{title}: in {place} the value lay {first} {start}.", first=first, start=when(lang, span[0]), **where
        )
    return text(
        lang,
        "{title}: in {place} the value lay {first} {start}, {last} {end}; {course}.",
        first=first,
        last=_lying_again(lang, indicator, end),
        start=when(lang, span[0]),
        end=when(lang, span[1]),
        course=_course(lang, indicator, start, end),
        **where,
    ) + with_care(lang, [subject, city])


def _lying(lang: Language, indicator: Indicator, gap: float) -> str:
    by = difference(lang, indicator, gap, signed=False)
    return {
        1: text(lang, "{by} above the city’s", by=by),
        -1: text(lang, "{by} below the city’s", by=by),
    }.get(direction(lang, indicator, gap), text(lang, "level with the city’s"))


def _lying_again(lang: Language, indicator: Indicator, gap: float) -> str:
    by = difference(lang, indicator, gap, signed=False)
    return {
        1: text(lang, "{by} above it", by=by),
        -1: text(lang, "{by} below it", by=by),
    }.get(direction(lang, indicator, gap), text(lang, "level with it"))


def _course(lang: Language, indicator: Indicator, start: float, end: float) -> str:
    """What became of a gap, as far as its two figures show it."""
    before, after = direction(lang, indicator, start), direction(lang, indicator, end)
    if not before:
        return text(lang, "a gap has opened") if after else text(lang, "there was no gap at either time")
    if not after:
        return text(lang, "the gap has closed")
    if before != after:
        return text(lang, "the gap has turned round")
    decimals = change_decimals(indicator)
    first, last = rounded(abs(start), decimals), rounded(abs(end), decimals)
    if first == last:
        return text(lang, "the gap is as wide as before")
    return text(lang, "the gap has narrowed") if last < first else text(lang, "the gap has widened")


def multiples_sentence(lang: Language, name: str, latest: Sequence[Latest]) -> str:
    """A group's newest values with the city's in brackets, one for each indicator."""
    told = [_latest(lang, each) for each in latest]
    return text(lang, "{name}, in brackets the city: {figures}.", name=begun(name), figures="; ".join(told))


def _latest(lang: Language, latest: Latest) -> str:
    indicator = latest.indicator
    group = amount(lang, indicator, latest.group)
    city = spoken(lang, indicator, latest.city, unit_said=not isnan(latest.group))
    return f"{titled(lang, indicator)} {group} ({city}) {when(lang, latest.period)}"
