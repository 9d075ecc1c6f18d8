"""What can be said of a group whose figures can't be put together: how its districts moved beside the city."""

from collections.abc import Sequence
from math import isnan
from typing import Final

from indicators.catalogue import Indicator
from locales import Language, inflected, rounded, text
from words.care import with_care
from words.change import Moved, amount, change_decimals, difference, direction, relative, short_difference, turned
from words.counts import counted
from words.missing import with_figures
from words.noun import begun, noun
from words.periods import spanned, when
from words.phrases import within

TWO: Final = 2


def members_sentence(
    lang: Language, indicator: Indicator, span: tuple[str, str], members: Sequence[Moved], city: Moved, part_names: str
) -> str:
    """How many of several districts moved further than the city, the way that it went, and where most and least; of
    one period how many lie above it. Empty where the city or more than one district has nothing to compare.

    part_names: what the districts are called, in the case that "of its seven …" takes.
    """
    one_period = span[0] == span[1]
    known = [each for each in members if not isnan(each.end if one_period else each.difference)]
    if len(known) < TWO or isnan(city.end if one_period else city.difference):
        return ""
    parts = with_figures(lang, part_names, len(known), len(members))
    if one_period:
        return _standing(lang, indicator, span[1], known, city, parts)
    return _movement(lang, indicator, span, known, city, parts, part_names)


def _movement(
    lang: Language,
    indicator: Indicator,
    span: tuple[str, str],
    known: Sequence[Moved],
    city: Moved,
    parts: str,
    part_names: str,
) -> str:
    way, decimals = direction(indicator, city.difference) or 1, change_decimals(indicator)
    changes = [way * rounded(each.difference, decimals) for each in known]
    further = sum(change > way * rounded(city.difference, decimals) for change in changes)
    most, least = (
        [each for each, change in zip(known, changes, strict=True) if change == end]
        for end in (max(changes), min(changes))
    )
    facts = {"noun": noun(lang, indicator)}
    facts |= {"where": _share(lang, further, len(known), parts), "by": difference(lang, indicator, city.difference)}
    what = turned(
        way,
        text(lang, "{noun} rose more than in the city ({by}) {where}", **facts),
        text(lang, "{noun} fell more than in the city ({by}) {where}", **facts),
        "",
    )
    ends = [
        text(lang, "most {places}", places=_where(lang, indicator, most, part_names)),
        *([text(lang, "least {places}", places=_where(lang, indicator, least, part_names))] if most != least else []),
    ]
    named = (city, *most, *least)
    care = with_care(lang, (each.breaks for each in named), (each.doubtful for each in named))
    return f"{spanned(lang, span, what)}, {', '.join(ends)}.{care}"


def _where(lang: Language, indicator: Indicator, places: Sequence[Moved], parts: str) -> str:
    by = places[0].difference
    shown = short_difference(lang, indicator, by) if relative(indicator) else difference(lang, indicator, by)
    return within(lang, [place.name for place in places], shown, parts)


def _standing(
    lang: Language, indicator: Indicator, period: str, known: Sequence[Moved], city: Moved, parts: str
) -> str:
    decimals = indicator.decimals
    above = sum(rounded(each.end, decimals) > rounded(city.end, decimals) for each in known)
    facts = {"noun": noun(lang, indicator), "when": when(lang, period), "city": amount(lang, indicator, city.end)}
    facts |= {"where": _share(lang, above, len(known), parts)}
    said = begun(text(lang, "{when} {noun} was above the city’s ({city}) {where}.", **facts))
    return said + with_care(lang, (), [city.doubtful, *(each.doubtful for each in known)])


def _share(lang: Language, some: int, n: int, parts: str) -> str:
    """`in all seven districts`, `in five of the seven districts`, `in none of the seven districts`."""
    facts = {"count": counted(lang, n), "parts": parts}
    if some == n:
        return text(lang, "in both {parts}", **facts) if n == TWO else text(lang, "in all {count} {parts}", **facts)
    if not some:
        return text(lang, "in none of the {count} {parts}", **facts)
    one = inflected(lang, "in", "one")
    return text(lang, "in {some} of the {count} {parts}", some=one if some == 1 else counted(lang, some), **facts)
