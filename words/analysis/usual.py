"""A group of districts beside what was usual, in words."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Final, NamedTuple

import pandas as pd

from indicators.analysis import synthetic_control
from indicators.analysis.event_study import SPANS
from indicators.catalogue import Indicator
from indicators.catalogue.at_a_glance import Context
from locales import Language, joined, number, percent, rounded, text
from words.missing import nothing_to_draw
from words.periods import short_span

DECIMALS: Final = 2
USUAL: Final = 0.1
"""The part of placebos that may lie as far out for a place among them to be unusual."""


class Span(NamedTuple):
    """A row of `indicators.analysis.event_study.spans`."""

    first: str
    last: str
    difference: float
    low: float
    high: float
    groups: int
    above: int


def usual_sentence(lang: Language, indicator: Indicator, group: str, size: int, spans: pd.DataFrame) -> str:
    """How a group moved beside the rest of the city, before and after, and whether that is usual for its size.

    group: its name; size: how many districts it has; spans: as from `indicators.analysis.event_study.spans`.
    """
    if spans.empty:
        return nothing_to_draw(lang)
    return " ".join(_span(lang, indicator, group, size, Span(*row)) for row in spans[SPANS].itertuples(index=False))


def _span(lang: Language, indicator: Indicator, group: str, size: int, span: Span) -> str:
    moved = _moved(lang, indicator, group, span)
    if isnan(span.low):
        return f"{moved}."
    lower = span.groups - span.above
    facts = {"n": number(lang, span.groups), "size": number(lang, size), "than": number(lang, max(lower, span.above))}
    if lower >= span.above:
        place = text(lang, "more than in {than} of {n} other groups of {size} neighbouring districts", **facts)
    else:
        place = text(lang, "less than in {than} of {n} other groups of {size} neighbouring districts", **facts)
    usual = span.low <= span.difference <= span.high
    judged = text(lang, "that is usual") if usual else text(lang, "that is unusual")
    return f"{moved}, {place}: {judged}."


def _moved(lang: Language, indicator: Indicator, group: str, span: Span) -> str:
    facts = {
        "span": short_span(lang, (span.first, span.last)),
        "group": group,
        "noun": indicator.title[lang],
        "points": number(lang, abs(span.difference), DECIMALS),
        "signed": number(lang, span.difference, DECIMALS, signed=True),
    }
    if indicator.change != "percent":
        return text(lang, "{noun} of {group} against the rest of the city, {span}: {signed} points a year", **facts)
    if span.difference < 0:
        return text(lang, "{span}: {group} grew {points} points a year slower than the rest of the city", **facts)
    return text(lang, "{span}: {group} grew {points} points a year faster than the rest of the city", **facts)


def twin_sentence(lang: Language, group: str, since: str, table: pd.DataFrame) -> str:
    """How far a group lies from its synthetic twin, and whether that is unusual among districts.

    table: as from `indicators.analysis.synthetic_control.twins`, not empty.
    """
    last = table[table["area"] == synthetic_control.GROUP].iloc[-1]
    gap = float(last["own"] - last["twin"])
    place, units = synthetic_control.rank(table, since)
    facts = {
        "group": group,
        "year": last["period"],
        "gap": number(lang, abs(gap), 1),
        "place": number(lang, place),
        "units": number(lang, units),
    }
    shown = rounded(gap, 1)
    if shown == 0:
        apart = text(lang, "In {year}, {group} is where its synthetic twin is.", **facts)
    elif shown > 0:
        apart = text(lang, "In {year}, {group} lies {gap} points above its synthetic twin.", **facts)
    else:
        apart = text(lang, "In {year}, {group} lies {gap} points below its synthetic twin.", **facts)
    if place > USUAL * units:
        ranked = text(
            lang,
            "By the ratio of its distance after to that before, it is number {place} of {units}: nothing unusual.",
            **facts,
        )
    else:
        ranked = text(
            lang,
            "By the ratio of its distance after to that before, it is number {place} of {units}: that is unusual.",
            **facts,
        )
    return f"{apart} {ranked}"


def twin_of(lang: Language, table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """What the twin is mixed of, its largest shares first."""
    shares = table.drop_duplicates("area").set_index("area")["weight"].dropna().sort_values(ascending=False)
    shown = [f"{names[str(area)]} {percent(lang, 100 * share, 0)}" for area, share in shares.items() if share >= 0.005]
    return text(lang, "The twin is a mix of {shares}.", shares=joined(lang, shown))


def coincides(lang: Language, programmes: Sequence[Context]) -> str:
    """That programmes fall into these years, and that nothing more can be said."""
    told = joined(lang, [f"{one.name} ({one.first}–{one.last})" for one in programmes])
    return text(
        lang,
        "This coincides with {programmes}; what these contributed can’t be told from such figures, and no effect is "
        "stated here.",
        programmes=told,
    )
