"""What the limits of modelled figures let a sentence say of them."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from indicators.analysis.limits import Limits, confusable
from indicators.catalogue import Indicator
from locales import Language, number, text
from words.change import short_difference
from words.counts import counted
from words.phrases import Shown, at, bare, ends

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


def extremes_of(
    lang: Language, indicator: Indicator, limits: Mapping[str, Limits], found: Sequence[Shown], parts: str
) -> str:
    """See `extremes_within`. found: not all level, of an indicator that is no grade."""
    high, low = (
        ([one.area for one in end], [one.name for one in end], bare(lang, indicator, end[0].value))
        for end in ends(found)
    )
    return extremes_within(lang, limits, high, low, [one.area for one in found], parts)


def extremes_within(
    lang: Language, limits: Mapping[str, Limits], high: End, low: End, areas: Collection[str], parts: str
) -> str:
    """Where figures are highest and lowest, naming only what limits tell from all others.

    areas: all that have a figure; parts: what they are called after "in its 63 …".
    """
    if confusable(limits, high[0], low[0]):
        facts = {"low": low[2], "high": high[2], "count": counted(lang, len(areas)), "parts": parts}
        return text(
            lang,
            "between {low} and {high} in its {count} {parts}, whose ranges of uncertainty overlap, so that no highest "
            "and no lowest can be named",
            **facts,
        )
    others = [len(confusable(limits, end[0], areas)) for end in (high, low)]
    first, second = (
        _end(lang, end, more + len(end[0]), parts) if more else at(lang, list(end[1]), end[2], parts)
        for end, more in zip((high, low), others, strict=True)
    )
    told = text(lang, "highest in {first}, lowest in {second}", first=first, second=second)
    return told + text(lang, "; more can't be told, as their ranges of uncertainty overlap") if any(others) else told


def _end(lang: Language, end: End, among: int, parts: str) -> str:
    return text(lang, "one of {n} {parts} ({value})", n=number(lang, among), parts=parts, value=end[2])
