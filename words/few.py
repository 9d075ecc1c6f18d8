"""What is said where changes in percent come from few."""

from indicators.catalogue import Indicator
from indicators.figures.small_bases import SMALL, from_few
from locales import Language, number, text
from words.counts import counted


def few_left_out(lang: Language, n: int) -> str:
    """How many are no candidates for a superlative, as their changes in percent come from few; empty for none."""
    return text(lang, "; leaving aside {n} with fewer than {small} at the start", n=n, small=SMALL) if n else ""


def mostly_few(lang: Language, n: int, known: int, parts: str) -> str:
    """That too many are no candidates for a superlative to be worth naming.

    parts: what they are called, in the case that "of its seven …" takes.
    """
    facts = {"n": number(lang, n), "count": counted(lang, known), "parts": parts, "small": SMALL}
    return text(
        lang,
        "; {n} of its {count} {parts} had fewer than {small} at the start, too few to rank by percent",
        **facts,
    )


def with_counts(lang: Language, indicator: Indicator, change: str, start: float, end: float) -> str:
    """A change in words, and the counts beside it where its percent come from few."""
    if not from_few(indicator, start):
        return change
    ends = (number(lang, value, indicator.decimals) for value in (start, end))
    return text(
        lang, "{change} (from {start} to {end})", change=change, **dict(zip(("start", "end"), ends, strict=True))
    )
