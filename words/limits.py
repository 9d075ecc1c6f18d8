"""What the limits of modelled figures let a sentence say of them."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from data.areas import CITY
from indicators.analysis.limits import Limits, confusable
from indicators.catalogue import Indicator
from locales import Language, joined, number, plural, text
from words.change import short_difference
from words.counts import counted
from words.phrases import Shown, bare, ends, within

NONE: Final[Mapping[str, Limits]] = MappingProxyType({})
"""Where nobody knows limits."""

End = tuple[Sequence[str], Sequence[str], str]
"""Areas that are level at one end, their names, and their figure in words."""


def limits_told(lang: Language, indicator: Indicator, limits: Limits) -> str:
    """The limits of a value, without their unit."""
    low, high = (number(lang, limit, indicator.decimals) for limit in limits)
    return text(lang, "uncertainty from {low} to {high}", low=low, high=high)


def change_limits_told(lang: Language, indicator: Indicator, limits: Limits | None) -> str:
    """The limits of a change, as it is told itself; empty without any."""
    if limits is None:
        return ""
    low, high = (short_difference(lang, indicator, limit) for limit in limits)
    return text(lang, "uncertainty from {low} to {high}", low=low, high=high)


def emits(indicator: Indicator) -> bool:
    """Whether figures are modelled emissions, which follow modelled heat."""
    return str(indicator.values.get("function", "")).startswith("heating_emissions")


def lines_told(lang: Language, indicator: Indicator) -> str:
    """What the lines of limits through figures mean."""
    if emits(indicator):
        return text(
            lang,
            "lines: uncertainty of the heat, not of emission factors; districts whose lines overlap can’t be "
            "told apart",
        )
    return text(lang, "lines: ranges of uncertainty; districts whose lines overlap can’t be told apart")


def spread_of(
    lang: Language, indicator: Indicator, limits: Mapping[str, Limits], found: Sequence[Shown], parts: str
) -> str:
    """See `spread_within`. found: not all level, of an indicator that is no grade."""
    high, low = _ends(lang, indicator, found)
    return spread_within(lang, indicator, limits, high, low, [one.area for one in found], parts)


def extremes_of(
    lang: Language, indicator: Indicator, limits: Mapping[str, Limits], found: Sequence[Shown], parts: str
) -> str:
    """See `extremes_within`. found: as of `spread_of`."""
    high, low = _ends(lang, indicator, found)
    return extremes_within(lang, limits, high, low, [one.area for one in found], parts)


def _ends(lang: Language, indicator: Indicator, found: Sequence[Shown]) -> list[End]:
    return [
        ([one.area for one in end], [one.name for one in end], bare(lang, indicator, end[0].value))
        for end in ends(found)
    ]


def spread_within(
    lang: Language,
    indicator: Indicator,
    limits: Mapping[str, Limits],
    high: End,
    low: End,
    areas: Collection[str],
    parts: str,
) -> str:
    """How many lie surely above and below the city, where that compares and limits are known, and who is highest and
    lowest as far as limits tell; who can't be told from any other is not named.

    areas: all that have a figure; parts: what they are called after "in its 63 …".
    """
    if indicator.comparable and CITY in limits and limits.keys() >= set(areas):
        return "; ".join([beside_city(lang, limits, areas, parts), *_named(lang, limits, high, low, areas, parts)])
    return extremes_within(lang, limits, high, low, areas, parts)


def beside_city(lang: Language, limits: Mapping[str, Limits], areas: Collection[str], parts: str) -> str:
    """How many areas lie above and below the city whatever their true figures, and how many nobody can tell from it."""
    low, high = limits[CITY]
    own = [limits[area] for area in areas if area in limits]
    above, below = sum(one[0] > high for one in own), sum(one[1] < low for one in own)
    n = len(areas)
    unsure = n - above - below
    facts = {"count": counted(lang, n), "parts": parts}
    if above == n:
        return text(lang, "all {count} {parts} are surely above", **facts)
    if below == n:
        return text(lang, "all {count} {parts} are surely below", **facts)
    if unsure == n:
        return text(lang, "given the uncertainty, none of {count} {parts} can be told apart from the city", **facts)
    told = (
        (above, plural(lang, "{n} is surely above", "{n} are surely above", above)),
        (below, plural(lang, "{n} is surely below", "{n} are surely below", below)),
        (
            unsure,
            plural(
                lang,
                "{n} cannot be told apart from the city, given the uncertainty",
                "{n} cannot be told apart from the city, given the uncertainty",
                unsure,
            ),
        ),
    )
    said = [words for count, words in told if count]
    return text(lang, "of {count} {parts} {sides}", sides=joined(lang, said), **facts)


def extremes_within(
    lang: Language, limits: Mapping[str, Limits], high: End, low: End, areas: Collection[str], parts: str
) -> str:
    """Where figures are highest and lowest, naming only what limits tell from all others; parameters as of
    `spread_within`."""
    facts = {"low": low[2], "high": high[2], "count": counted(lang, len(areas)), "parts": parts}
    named = _named(lang, limits, high, low, areas, parts)
    if not named:
        return text(
            lang,
            "between {low} and {high} in the {count} {parts}; which is highest and which lowest can’t be told, "
            "given the uncertainty",
            **facts,
        )
    return "; ".join(named)


def _named(
    lang: Language, limits: Mapping[str, Limits], high: End, low: End, areas: Collection[str], parts: str
) -> list[str]:
    """Who is highest and who lowest; nothing of whom limits don't tell from the others."""
    first, second = (
        "" if confusable(limits, end[0], areas) else within(lang, list(end[1]), end[2], parts) for end in (high, low)
    )
    if first and second:
        return [text(lang, "highest {first}, lowest {second}", first=first, second=second)]
    if first:
        return [text(lang, "highest {first}; where it is lowest can’t be told, given the uncertainty", first=first)]
    return (
        [text(lang, "lowest {second}; where it is highest can’t be told, given the uncertainty", second=second)]
        if second
        else []
    )
