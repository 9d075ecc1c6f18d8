"""The district that a reader chose, in a sentence of its own before the one about the whole city."""

from math import isnan

from indicators.analysis.ranks import Rank
from indicators.catalogue import Indicator
from indicators.figures.grid import Observed
from locales import Language, text
from words.care import DOUBTFUL
from words.change import amount
from words.change_sentence import value_clause
from words.missing import why_missing
from words.periods import dated
from words.ranks import rank_words


def changes_compare(indicator: Indicator) -> bool:
    """Whether a district's change can be set against the city's; that a city gained more than a part of it goes without
    saying."""
    return indicator.change != "absolute" or indicator.comparable


def chosen_value(lang: Language, indicator: Indicator, name: str, own: Observed, rank: Rank | None) -> str:
    """A district's figure of one period with its rank, or why there is none; rank: None where there are none."""
    if isnan(own.value):
        why = why_missing(lang, own.status)
        return text(lang, "{name} {period}: no figure ({why}).", name=name, period=dated(lang, own.period), why=why)
    told = value_clause(lang, indicator, own.period, name, own.value)
    doubtful = " " + text(lang, "This figure is doubtful.") if own.status == DOUBTFUL else ""
    if rank is None:
        return f"{told}.{doubtful}"
    return f"{told} ({rank_words(lang, rank, grades=indicator.graded)}).{doubtful}"


def first_and_last(lang: Language, indicator: Indicator, first: Observed, last: Observed) -> str:
    """The ends of a course, for who can't see its line."""
    return text(
        lang,
        "{first}: {start}, {last}: {end}",
        first=dated(lang, first.period),
        start=amount(lang, indicator, first.value),
        last=dated(lang, last.period),
        end=amount(lang, indicator, last.value),
    )
