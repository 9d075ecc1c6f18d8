"""What the limits of modelled figures let a sentence say of them."""

from collections.abc import Collection, Mapping, Sequence

from indicators.catalogue import Indicator
from locales import Language, number, text
from words.counts import counted
from words.phrases import at

Limits = tuple[float, float]
"""The lowest and the highest that a figure may be."""


def limits_told(lang: Language, indicator: Indicator, limits: Limits) -> str:
    """The limits of a value, without their unit."""
    low, high = (number(lang, limit, indicator.decimals) for limit in limits)
    return text(lang, "limits {low} to {high}", low=low, high=high)


End = tuple[Sequence[str], Sequence[str], str]
"""Areas that are level at one end, their names, and their figure in words."""


def extremes_within(
    lang: Language, limits: Mapping[str, Limits], high: End, low: End, areas: Collection[str], parts: str
) -> str:
    """Where figures are highest and lowest, naming only what limits tell from all others.

    areas: all that have a figure; parts: what they are called after "in its 63 …".
    """
    if _any_overlap(limits, high[0], low[0]):
        facts = {"low": low[2], "high": high[2], "count": counted(lang, len(areas)), "parts": parts}
        return text(
            lang,
            "between {low} and {high} in its {count} {parts}, whose limits overlap, so that no highest and no lowest "
            "can be named",
            **facts,
        )
    n, m = (sum(area in end[0] or _any_overlap(limits, end[0], [area]) for area in areas) for end in (high, low))
    first, second = (_end(lang, end, among, parts) for end, among in ((high, n), (low, m)))
    told = text(lang, "highest in {first}, lowest in {second}", first=first, second=second)
    if (n, m) == (len(high[0]), len(low[0])):
        return told
    return told + text(lang, "; more can't be told, as their limits overlap")


def _end(lang: Language, end: End, among: int, parts: str) -> str:
    areas, names, value = end
    if among == len(areas):
        return at(lang, list(names), value, parts)
    return text(lang, "one of {n} {parts} ({value})", n=number(lang, among), parts=parts, value=value)


def _any_overlap(limits: Mapping[str, Limits], some: Collection[str], others: Collection[str]) -> bool:
    """Whether the limits of any of some areas reach those of any of others; not so where nobody knows them."""
    pairs = [(limits[one], limits[other]) for one in some for other in others if one in limits and other in limits]
    return any(one[0] <= other[1] and other[0] <= one[1] for one, other in pairs)
