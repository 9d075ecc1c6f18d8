"""Changes of a few places beside each other, and the city's for comparison."""

from collections.abc import Sequence
from math import isnan

from indicators.catalogue import Indicator
from locales import Language, text
from words.care import with_care
from words.change import Moved, amount, difference
from words.few import with_counts
from words.periods import dated, since


def changes_beside(lang: Language, indicator: Indicator, start: str, places: Sequence[Moved]) -> str:
    """How each of a few places changed since a period, in their order; all of them have a change."""
    told = [f"{each.name} {_change(lang, indicator, each)}" for each in places]
    said = text(lang, "Change since {start}: {changes}.", start=since(lang, start), changes=", ".join(told))
    return said + with_care(lang, (each.breaks for each in places), (each.doubtful for each in places))


def city_beside(lang: Language, indicator: Indicator, span: tuple[str, str], city: Moved) -> str:
    """The city's figure at the end of a span where it compares with those of its parts, and how it changed.

    Empty where there is neither.
    """
    value = amount(lang, indicator, city.end) if indicator.comparable and not isnan(city.end) else ""
    by = "" if span[0] == span[1] or isnan(city.difference) else _change(lang, indicator, city)
    facts = {"name": city.name, "value": value, "by": by, "start": since(lang, span[0]), "end": dated(lang, span[1])}
    if value and by:
        said = text(lang, "For comparison, {name}: {value} ({end}), {by} since {start}.", **facts)
    elif value:
        said = text(lang, "For comparison, {name}: {value} ({end}).", **facts)
    elif by:
        said = text(lang, "For comparison, {name}: {by} since {start}.", **facts)
    else:
        return ""
    return said + with_care(lang, [city.breaks] if by else (), [city.doubtful])


def _change(lang: Language, indicator: Indicator, moved: Moved) -> str:
    """A signed change, with the counts where its percent come from few."""
    return with_counts(lang, indicator, difference(lang, indicator, moved.difference), moved.start, moved.end)
