"""What is said where changes in percent come from few."""

from indicators.catalogue import Indicator
from indicators.figures.small_bases import SMALL, from_few
from locales import Language, number, text


def few_left_out(lang: Language, n: int) -> str:
    """How many are no candidates for a superlative, as their changes in percent come from few; empty for none."""
    return text(lang, "; {n} with fewer than {small} at the start left out", n=n, small=SMALL) if n else ""


def with_counts(lang: Language, indicator: Indicator, change: str, start: float, end: float) -> str:
    """A change in words, and the counts beside it where its percent come from few."""
    if not from_few(indicator, start):
        return change
    ends = (number(lang, value, indicator.decimals) for value in (start, end))
    return text(
        lang, "{change} (from {start} to {end})", change=change, **dict(zip(("start", "end"), ends, strict=True))
    )
