"""The sentence about lines over time: where each place began and where it ended."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Literal

import pandas as pd

from indicators.catalogue import Indicator
from locales import Language, joined, number, text
from words.care import BREAK, DOUBTFUL
from words.change import apart, change_unit, short_difference
from words.missing import nothing_to_draw
from words.periods import dated
from words.phrases import bare, deviation, unit_once, without_year
from words.places import as_object
from words.titles import titled
from words.two_periods import Care, both_ends, care_of_several

Measure = Literal["value", "index", "change"]
"""What lines show: values, an index with 100 at the first period, or the change on the year before."""

Point = tuple[str, float, str]
"""Period, value and status of one figure."""


def lines_sentence(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    frame: pd.DataFrame,
    names: Mapping[str, str],
    measure: Measure,
) -> str:
    """Each place's first and last figure between two periods, in the order of the names.

    frame: what lines show, as columns area, period, value, status; names: of the places to speak of, by area.
    """
    courses = _courses(frame, span)
    there = [area for area in names if any(not isnan(value) for _, value, _ in courses.get(area, []))]
    if not there:
        return nothing_to_draw(lang)
    spans = {_span_of(courses[area]) for area in there}
    common = spans.pop() if len(spans) == 1 and len(there) > 1 else None
    clauses = [_course(lang, indicator, names[area], courses[area], measure, once=common is not None) for area in there]
    if len(there) < len(names):
        missing = [as_object(lang, name) for area, name in names.items() if area not in there]
        clauses.append(text(lang, "no figure for {names}", names=joined(lang, missing)))
    said = "; ".join(clauses)
    cares = [_care_of(courses[area]) for area in there]
    head = _shown(lang, indicator, span, measure)
    return f"{_with_span(lang, head, common) if common else head}: {said}." + care_of_several(lang, cares)


def _span_of(points: Sequence[Point]) -> tuple[str, str]:
    """The periods of the first and the last figure of a course."""
    there = [period for period, value, _ in points if not isnan(value)]
    return there[0], there[-1]


def _with_span(lang: Language, head: str, span: tuple[str, str]) -> str:
    """What lines show, and the periods that all places share."""
    first, last = (dated(lang, period) for period in span)
    if first == last:
        return f"{without_year(head, span[0])}, {first}"
    return text(lang, "{what}, {start} and {end}", what=head, start=first, end=last)


def _courses(rows: pd.DataFrame, span: tuple[str, str]) -> dict[str, list[Point]]:
    """By area its points within the span in order of time; the span's last year takes in the days of that year."""
    found: dict[str, list[Point]] = {}
    columns = (rows[column].tolist() for column in ("area", "period", "value", "status"))
    for area, period, value, status in zip(*columns, strict=True):
        if span[0] <= period and period[: len(span[1])] <= span[1]:
            found.setdefault(area, []).append((period, value, status))
    return {area: sorted(points) for area, points in found.items()}


def _shown(lang: Language, indicator: Indicator, span: tuple[str, str], measure: Measure) -> str:
    if measure == "index":
        return titled(lang, indicator, text(lang, "index, {start} = 100", start=dated(lang, span[0])))
    if measure == "change":
        unit = change_unit(lang, indicator)
        return titled(lang, indicator, text(lang, "change on the year before, {unit}", unit=unit))
    return titled(lang, indicator, unit_once(lang, indicator))


def _course(
    lang: Language, indicator: Indicator, name: str, points: Sequence[Point], measure: Measure, *, once: bool
) -> str:
    """once: whether the periods have been said, which all places share."""
    there = [(period, value) for period, value, _ in points if not isnan(value)]
    (start, one), (end, other) = there[0], there[-1]
    decimals = apart(indicator, one, other, deviation(indicator, other, one))
    first, last = (_figure(lang, indicator, value, measure, decimals) for value in (one, other))
    if once:
        return f"{name} {last}" if len(there) == 1 else both_ends(lang, name, first, last)
    start, end = dated(lang, start), dated(lang, end)
    if len(there) == 1:
        return text(lang, "{name} {value} ({period} only)", name=name, value=last, period=end)
    said = {"name": name, "start": start, "end": end}
    if first == last:
        return text(lang, "{name} {value} in both {start} and {end}", value=last, **said)
    return text(lang, "{name} from {first} ({start}) to {last} ({end})", first=first, last=last, **said)


def _figure(lang: Language, indicator: Indicator, value: float, measure: Measure, decimals: int) -> str:
    """A figure of a line; decimals: of values."""
    if measure == "index":
        return number(lang, value, 1)
    return short_difference(lang, indicator, value) if measure == "change" else bare(lang, indicator, value, decimals)


def _care_of(points: Sequence[Point]) -> Care:
    """The breaks between the first and last figure of a course, and whether one of these is doubtful."""
    known = [point for point in points if not isnan(point[1])]
    (start, _, one), (end, _, other) = known[0], known[-1]
    breaks = tuple(period for period, _, status in points if start < period <= end and status == BREAK)
    return breaks, DOUBTFUL in (one, other)
