"""Phrases that sentences about pictures share: of what, when, where most, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Final

import pandas as pd

from data.areas import Level
from indicators.catalogue import Indicator
from locales import Language, alphabetical, inflected, number, percent, plural, rounded, text
from words.care import DOUBTFUL
from words.change import direction
from words.counts import counted
from words.noun import by_itself
from words.periods import when
from words.places import as_subjects, in_places
from words.titles import titled
from words.units import priced

NAMED: Final = 3
"""How many level places are named; more are counted."""


def headed(lang: Language, indicator: Indicator, period: str, *remarks: str) -> str:
    """What figures are of, and when: `Unemployment share in 2024`; remarks: as of `titled`."""
    return f"{without_year(titled(lang, indicator, *remarks), period)} {when(lang, period)}"


def without_year(title: str, period: str) -> str:
    """A title that names the year of its only figures, which a period beside it says, too."""
    return title.replace(f" ({period[:4]})", "").replace(f" ({period[:4]}; ", " (")


def begun(phrase: str) -> str:
    """A phrase as a sentence begins."""
    return phrase[:1].upper() + phrase[1:]


def bare(lang: Language, indicator: Indicator, value: float, decimals: int | None = None) -> str:
    """A value whose unit has been said already; only percent and, in English, a currency keep their sign.

    decimals: as of `words.change.amount`.
    """
    decimals = indicator.decimals if decimals is None else decimals
    if indicator.unit[lang] == "%":
        return percent(lang, value, decimals)
    return priced(lang, number(lang, value, decimals), indicator.unit[lang])


def spoken(lang: Language, indicator: Indicator, value: float, *, unit_said: bool) -> str:
    """A value, with its unit where that has not been said yet."""
    if unit_said:
        return bare(lang, indicator, value)
    return by_itself(lang, indicator, number(lang, value, indicator.decimals))


def unit_once(lang: Language, indicator: Indicator) -> str:
    """The unit where it is said beside the title instead of behind each value; not percent, which stands behind each,
    nor what is counted and that of grades, which the title says itself."""
    unit = indicator.unit[lang]
    return "" if unit == "%" or indicator.graded or indicator.numbered else unit


@dataclass(frozen=True)
class Shown:
    """A figure as it is shown: level with every other that differs from it only in digits that nobody sees.

    doubtful: whether it is of low reliability; period: where figures of several stand together.
    """

    area: str
    name: str
    value: float
    doubtful: bool
    period: str = ""


def known(indicator: Indicator, rows: pd.DataFrame, column: str) -> list[Shown]:
    """The figures in a column of rows as from `words.rows`, in order of name."""
    columns = (rows[name].tolist() for name in ("area", "name", column, "status"))
    found = [
        Shown(area, name, as_shown(indicator, value), status == DOUBTFUL)
        for area, name, value, status in zip(*columns, strict=True)
        if not isnan(value)
    ]
    return sorted(found, key=lambda one: alphabetical(one.name))


def as_shown(indicator: Indicator, value: float) -> float:
    """A value with the decimals that the indicator is shown with."""
    return float(rounded(value, indicator.decimals))


def ends(found: Sequence[Shown]) -> tuple[list[Shown], list[Shown]]:
    """All figures that are level at the top, and all at the bottom."""
    values = [one.value for one in found]
    high, low = max(values), min(values)
    return [one for one in found if one.value == high], [one for one in found if one.value == low]


def level(found: Sequence[Shown]) -> bool:
    """Whether all figures look the same."""
    return len({one.value for one in found}) == 1


def at(lang: Language, names: list[str], value: str, parts: str) -> str:
    """Who has a value, and the value: `Plagwitz (5.4 %)`, `Plagwitz and Leutzsch (5.4 % each)`.

    parts: what the places are called where there are too many to name, in the case that "in seven …" takes.
    """
    return _with_value(
        lang, as_subjects(lang, names) if len(names) <= NAMED else _many(lang, names, parts), names, value
    )


def within(lang: Language, names: list[str], value: str, parts: str) -> str:
    """The same behind "highest": `in Plagwitz (5.4 %)`; parameters as of `at`."""
    where = in_places(lang, names) if len(names) <= NAMED else f"in {_many(lang, names, parts)}"
    return _with_value(lang, where, names, value)


def _many(lang: Language, names: Sequence[str], parts: str) -> str:
    return f"{counted(lang, len(names))} {parts}"


def _with_value(lang: Language, where: str, names: Sequence[str], value: str) -> str:
    return plural(lang, "{where} ({value})", "{where} ({value} each)", len(names), where=where, value=value)


def numerous(indicator: Indicator, found: Sequence[Shown]) -> bool:
    """Whether figures count what there can be most and fewest of, no means of such things, nor balances."""
    return indicator.counts is not None and indicator.decimals == 0 and min(one.value for one in found) >= 0


def extremes(lang: Language, indicator: Indicator, found: Sequence[Shown], parts: str, *, unit_said: bool) -> str:
    """Where a value is highest and where lowest; found: not all level."""
    first, second = ends(found)
    if indicator.graded:
        first, second = second, first
    where = {
        "first": within_end(lang, indicator, first, parts, unit_said=unit_said),
        "second": within_end(lang, indicator, second, parts, unit_said=True),
    }
    if indicator.graded:
        return text(lang, "best {first}, worst {second}", **where)
    if numerous(indicator, found):
        return text(lang, "most {first}, fewest {second}", **where)
    return by_degree(lang, indicator, **where)


def by_degree(lang: Language, indicator: Indicator, *, first: str, second: str) -> str:
    """Where figures are highest and where lowest; of areas where largest, of times where longest."""
    return {
        "high": text(lang, "highest {first}, lowest {second}", first=first, second=second),
        "large": text(lang, "largest {first}, smallest {second}", first=first, second=second),
        "long": text(lang, "longest {first}, shortest {second}", first=first, second=second),
    }[indicator.degree]


def at_end(lang: Language, indicator: Indicator, end: Sequence[Shown], parts: str, *, unit_said: bool) -> str:
    """Who is level at one end, with their figure; parts: what they are called where there are too many to name."""
    value = spoken(lang, indicator, end[0].value, unit_said=unit_said)
    return at(lang, [one.name for one in end], value, parts)


def within_end(lang: Language, indicator: Indicator, end: Sequence[Shown], parts: str, *, unit_said: bool) -> str:
    """In which places a figure is level at one end, with the figure; parameters as of `at_end`."""
    value = spoken(lang, indicator, end[0].value, unit_said=unit_said)
    return within(lang, [one.name for one in end], value, parts)


def sides(lang: Language, n: int, parts: str, told: Sequence[tuple[int, str]]) -> str:
    """How n parts divide: `25 of 63 districts above, 38 below`; told: counts with what is said of `{who}` if not
    zero."""
    there = [(count, words) for count, words in told if count]
    who = [
        _among(lang, count, n, parts) if place == 0 else _some(lang, count) for place, (count, _) in enumerate(there)
    ]
    return ", ".join(words.format(who=one) for one, (_, words) in zip(who, there, strict=True))


def _among(lang: Language, count: int, n: int, parts: str) -> str:
    """A count of n parts: `25 of 63 districts`, `all 63 districts`, `both districts`."""
    told = {"n": _some(lang, count), "count": counted(lang, n), "parts": parts}
    if count < n or n == 1:
        return text(lang, "{n} of {count} {parts}", **told)
    return text(lang, "both {parts}", **told) if n == 2 else text(lang, "all {count} {parts}", **told)


def _some(lang: Language, count: int) -> str:
    """A count of places, as after "in": `38`, `five`, and `one`, which German declines."""
    return inflected(lang, "in", "one") if count == 1 else counted(lang, count)


def deviation(indicator: Indicator, value: float, reference: float) -> float:
    """How far a value lies from another, as the indicator states changes; NaN where that is not defined."""
    if indicator.change != "percent":
        return value - reference
    return 100 * (value - reference) / abs(reference) if reference else float("nan")


def turn(indicator: Indicator, start: float, end: float) -> int:
    """Sign of a change as it is shown; from zero, where none in percent can be shown, that of the difference."""
    if indicator.change == "percent" and start == 0:
        return (end > 0) - (end < 0)
    return direction(indicator, deviation(indicator, end, start))


def parts(lang: Language, level: Level) -> str:
    """What districts are called after `of its 63`."""
    return inflected(lang, "of", "districts") if level == "ortsteil" else inflected(lang, "of", "boroughs")
