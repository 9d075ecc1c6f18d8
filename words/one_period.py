"""The sentence about the values of one period: the city's, and where among its parts it is highest and lowest."""

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd

from indicators.analysis.limits import Limits
from indicators.catalogue import Indicator
from locales import Language, number, text
from words.care import doubt
from words.change_sentence import taken_up_clause, value_clause
from words.counts import counted
from words.limits import NONE, spread_of
from words.missing import absent_rows, no_figures, with_figures
from words.noun import noun, pronoun
from words.periods import when
from words.phrases import Shown, at_end, begun, ends, extremes, headed, known, level, numerous, spoken, within_end
from words.places import as_subject


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
    taken_up: bool = False,
) -> str:
    """The city's value in one period, and where among its parts it is highest and lowest, as far as limits permit.

    rows: of the parts, as from `words.rows.value_rows`; city: NaN where it has no value; parts: what the rows are
    called, in the case that "of seven …" takes; doubtful: whether the city's value is of low reliability; limits: of
    modelled values, by area; taken_up: whether a sentence before has said the period and the noun.
    """
    found = known(indicator, rows, "shade")
    if taken_up:
        begins = taken_up_opening(lang, indicator, city)
    else:
        of_parts = len(found) > 1 and not level(found) and not limits
        begins = _opening(lang, indicator, period, city, of_parts=of_parts)
    unit_said = taken_up or not isnan(city)
    clauses = [begins, *_spread(lang, indicator, rows, found, parts, limits, unit_said=unit_said)]
    if not found:
        return "; ".join(clauses) + "." + doubt(lang, [doubtful])
    high, low = ends(found)
    said = "; ".join([*clauses, *absent_rows(lang, rows, "shade")])
    return f"{said}." + doubt(lang, [doubtful, *(one.doubtful for one in (*high, *low))])


def opening(lang: Language, indicator: Indicator, period: str, city: float) -> str:
    """The city's value in one period, as a sentence begins."""
    if isnan(city):
        return f"{headed(lang, indicator, period)}: {text(lang, 'no figure for Leipzig')}"
    if indicator.id == "population":
        return begun(text(lang, "{when} Leipzig had {n} residents", when=when(lang, period), n=number(lang, city)))
    return value_clause(lang, indicator, period, text(lang, "Leipzig"), city)


def taken_up_opening(lang: Language, indicator: Indicator, city: float) -> str:
    """The same behind a sentence that has said the period and the noun: `In Leipzig it was 15.3%`."""
    if isnan(city):
        return text(lang, "There is no figure for {name}", name=text(lang, "Leipzig"))
    return taken_up_clause(lang, indicator, text(lang, "Leipzig"), city)


def _opening(lang: Language, indicator: Indicator, period: str, city: float, *, of_parts: bool) -> str:
    """The same; of_parts: whether what is said of the parts has the noun where the city has no figure."""
    if isnan(city) and of_parts:
        told = text(lang, "There is no figure for {name} {when}.", when=when(lang, period), name=text(lang, "Leipzig"))
        return begun(told).removesuffix(".")
    return opening(lang, indicator, period, city)


def _spread(
    lang: Language,
    indicator: Indicator,
    rows: pd.DataFrame,
    found: Sequence[Shown],
    parts: str,
    limits: Mapping[str, Limits],
    *,
    unit_said: bool,
) -> list[str]:
    """What is said of the parts; nothing if there are none."""
    if rows.empty:
        return []
    if not found:
        return [no_figures(lang, len(rows), parts)]
    if len(found) > 1:
        return [_several(lang, indicator, rows, found, parts, limits, unit_said=unit_said)]
    name, value = found[0].name, spoken(lang, indicator, found[0].value, unit_said=unit_said)
    if len(rows) == 1:
        return [f"{name} {value}"]
    said = {"count": counted(lang, len(rows)), "parts": parts}
    return [
        text(
            lang,
            "of its {count} {parts} only {name} has a figure ({value})",
            name=as_subject(lang, name),
            value=value,
            **said,
        )
    ]


def _several(
    lang: Language,
    indicator: Indicator,
    rows: pd.DataFrame,
    found: Sequence[Shown],
    parts: str,
    limits: Mapping[str, Limits],
    *,
    unit_said: bool,
) -> str:
    said = {"count": counted(lang, len(found)), "parts": with_figures(lang, parts, len(found), len(rows))}
    if level(found):
        value = spoken(lang, indicator, found[0].value, unit_said=unit_said)
        return text(lang, "the same in all its {count} {parts} ({value})", value=value, **said)
    if limits:
        return spread_of(lang, indicator, limits, found, said["parts"])
    if numerous(indicator, found):
        most, fewest = ends(found)
        # German has the places where English has the owners: "gab es die meisten in der Südvorstadt".
        told = within_end if indicator.id == "population" or lang == "de" else at_end
        said["first"] = told(lang, indicator, most, parts, unit_said=unit_said)
        said["second"] = told(lang, indicator, fewest, parts, unit_said=True)
        if indicator.id == "population":
            return text(lang, "of its {count} {parts}, most lived {first}, fewest {second}", **said)
        return text(lang, "of its {count} {parts}, {first} had the most, {second} the fewest", **said)
    where = extremes(lang, indicator, found, parts, unit_said=unit_said)
    it = pronoun(lang, indicator) if unit_said else noun(lang, indicator)
    return text(lang, "of its {count} {parts} {it} was {where}", where=where, it=it, **said)
