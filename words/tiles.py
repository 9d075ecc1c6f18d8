"""What stands in tiles and beside small lines: a figure and its unit apart, and the line in words."""

from collections.abc import Sequence
from typing import Final

from indicators.catalogue import Indicator
from indicators.figures.grid import Observed
from locales import Language, number, text
from words.change import amount
from words.periods import dated
from words.titles import unit_beside
from words.units import EURO, priced

PERCENT: Final = "%"


def figure_and_unit(lang: Language, indicator: Indicator, value: float) -> tuple[str, str]:
    """The number and its unit, empty where the title says it; a percent sign belongs to the number, and so
    does a currency in English."""
    if indicator.unit[lang] == PERCENT:
        return amount(lang, indicator, value), ""
    unit = unit_beside(lang, indicator)
    shown = priced(lang, number(lang, value, indicator.decimals), unit)
    return shown, unit.removeprefix(EURO).strip() if shown.startswith(("−" + EURO, EURO)) else unit


def line_told(lang: Language, indicator: Indicator, known: Sequence[Observed]) -> str:
    """A line in words: its first and its last figure; empty without any."""
    if not known:
        return ""
    ends = [(dated(lang, each.period), amount(lang, indicator, each.value)) for each in (known[0], known[-1])]
    (first, start), (last, end) = ends
    if len(known) == 1:
        return f"{first}: {start}"
    return text(lang, "{first}: {start}, {last}: {end}", first=first, start=start, last=last, end=end)
