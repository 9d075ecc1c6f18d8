"""The sentence about the values of one period: the city's, and where among its parts it is highest and lowest."""

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd

from indicators.analysis.limits import Limits
from indicators.catalogue import Indicator
from locales import Language, number, text
from words.care import doubt
from words.change import amount, value_clause
from words.counts import counted
from words.limits import NONE, extremes_of
from words.missing import absent_rows, no_figures, with_figures
from words.noun import pronoun
from words.periods import when
from words.phrases import Shown, begun, ends, extremes, headed, known, level, numerous, spoken


def value_sentence(
    lang: Language,
    indicator: Indicator,
    period: str,
    rows: pd.DataFrame,
    city: float,
    parts: str,
    *,
    doubtful: bool = False,
    limits: Mapping[str, Limits] = NONE,
) -> str:
    """The city's value in one period, and where among its parts it is highest and lowest, as far as limits permit.

    rows: of the parts, as from `words.rows.value_rows`; city: NaN where it has no value; parts: what the rows are
    called, in the case that "of seven …" takes; doubtful: whether the city's value is of low reliability; limits: of
    modelled values, by area.
    """
    found = known(indicator, rows, "shade")
    clauses = [_opening(lang, indicator, period, city), *_spread(lang, indicator, rows, found, city, parts, limits)]
    if not found:
        return "; ".join(clauses) + "." + doubt(lang, [doubtful])
    high, low = ends(found)
    said = "; ".join([*clauses, *absent_rows(lang, rows, "shade")])
    return f"{said}." + doubt(lang, [doubtful, *(one.doubtful for one in (*high, *low))])


def city_value(lang: Language, indicator: Indicator, value: float) -> str:
    """The city with its value."""
    if isnan(value):
        return text(lang, "no figure for Leipzig")
    return " ".join([text(lang, "Leipzig"), amount(lang, indicator, value)])


def opening(lang: Language, indicator: Indicator, period: str, city: float) -> str:
    """The city's value in one period, as a sentence begins."""
    if isnan(city):
        return f"{headed(lang, indicator, period)}: {city_value(lang, indicator, city)}"
    return value_clause(lang, indicator, period, text(lang, "Leipzig"), city)


def _opening(lang: Language, indicator: Indicator, period: str, city: float) -> str:
    if indicator.id == "population" and not isnan(city):
        return begun(text(lang, "{when} Leipzig had {n} residents", when=when(lang, period), n=number(lang, city)))
    return opening(lang, indicator, period, city)


def _spread(
    lang: Language,
    indicator: Indicator,
    rows: pd.DataFrame,
    found: Sequence[Shown],
    city: float,
    parts: str,
    limits: Mapping[str, Limits],
) -> list[str]:
    """What is said of the parts; nothing if there are none."""
    if rows.empty:
        return []
    if not found:
        return [no_figures(lang, len(rows), parts)]
    if len(found) > 1:
        return [_several(lang, indicator, rows, found, city, parts, limits)]
    name, value = found[0].name, spoken(lang, indicator, found[0].value, unit_said=not isnan(city))
    if len(rows) == 1:
        return [f"{name} {value}"]
    said = {"count": counted(lang, len(rows)), "parts": parts}
    return [text(lang, "of its {count} {parts} only {name} has a figure ({value})", name=name, value=value, **said)]


def _several(
    lang: Language,
    indicator: Indicator,
    rows: pd.DataFrame,
    found: Sequence[Shown],
    city: float,
    parts: str,
    limits: Mapping[str, Limits],
) -> str:
    unit_said = not isnan(city)
    said = {"count": counted(lang, len(found)), "parts": with_figures(lang, parts, len(found), len(rows))}
    if level(found):
        value = spoken(lang, indicator, found[0].value, unit_said=unit_said)
        return text(lang, "the same in all its {count} {parts} ({value})", value=value, **said)
    if limits:
        return extremes_of(lang, indicator, limits, found, said["parts"])
    where = extremes(lang, indicator, found, parts, unit_said=unit_said)
    if not numerous(indicator, found):
        it = pronoun(lang, indicator)
        return text(lang, "of its {count} {parts} {it} was {where}", where=where, it=it, **said)
    if indicator.id == "population":
        return text(lang, "of its {count} {parts} {where}", where=where, **said)
    return text(lang, "of its {count} {parts}, {where}", where=where, **said)
