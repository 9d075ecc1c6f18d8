"""The figures of a profile in the reader's language, a row an indicator."""

from collections.abc import Mapping
from math import isnan
from typing import Any, Final

from charts.profile_sparkline import sparkline
from charts.profile_table import Row
from charts.theme import Theme
from indicators.analysis.verdicts import verdict
from indicators.catalogue import Indicator
from indicators.figures.histories import History
from locales import Language, number, text
from words.periods import dated
from words.rows import BREAK_MARK, DOUBT_MARK, DOUBTFUL, why_missing

MEASURED: Final = ("official", "derived")
"""Kinds of indicators whose figures were counted, so that a test for a trend says something of the place."""
ARROWS: Final = {"rising": "↑", "falling": "↓"}


def profile_row(
    lang: Language,
    indicator: Indicator,
    position: Mapping[Any, Any],
    own: History,
    city: History,
    theme: Theme,
) -> Row:
    """One row of the table. position: of `indicators.places.profile.POSITIONS`; own, city: both since the same year."""
    value, decimals = position["value"], indicator.decimals
    return Row(
        indicator.title[lang],
        unit_beside(lang, indicator),
        _shown(lang, value, decimals, position["status"]),
        why_missing(lang, position["status"]) if isnan(value) else "",
        dated(lang, position["period"]),
        "" if isnan(position["rank"]) else _of(lang, int(position["rank"]), int(position["of"])),
        _shown(lang, position["city"], decimals, position["city_status"]),
        (position["verdict"], verdict_words(lang, position["verdict"]), number(lang, position["median"], decimals)),
        (sparkline(own, city if indicator.comparable else _none(city), theme), _line_words(lang, own, decimals)),
        _trend(lang, own) if indicator.kind in MEASURED else ("", ""),
    )


def verdict_words(lang: Language, found: str) -> str:
    """A verdict of `indicators.places.profile.verdict` in a word."""
    return {
        "above": text(lang, "above"),
        "similar": text(lang, "similar"),
        "below": text(lang, "below"),
    }.get(found, "")


def unit_beside(lang: Language, indicator: Indicator) -> str:
    """The unit, unless the title names it already; and whether nobody counted the figures."""
    unit, title = indicator.unit[lang], indicator.title[lang]
    kind = text(lang, "modelled") if indicator.kind == "modelled" else ""
    return ", ".join(said for said in (unit, kind) if said and said.lower() not in title.lower())


def _shown(lang: Language, value: float, decimals: int, status: str) -> str:
    return number(lang, value, decimals) + (DOUBT_MARK if status == DOUBTFUL and not isnan(value) else "")


def _of(lang: Language, rank: int, n: int) -> str:
    return text(lang, "{rank} of {n}", rank=rank, n=n)


def _none(history: History) -> History:
    return History((), history.values[:0], ())


def _line_words(lang: Language, own: History, decimals: int) -> str:
    """What the line shows, for those who do not see it: its first and last figure."""
    known = [(period, value) for period, value in zip(own.periods, own.values, strict=True) if not isnan(value)]
    if not known:
        return ""
    (first, start), (last, end) = known[0], known[-1]
    return f"{first}: {number(lang, start, decimals)} – {last}: {number(lang, end, decimals)}"


def _trend(lang: Language, own: History) -> tuple[str, str]:
    """An arrow where the test finds a trend, with a mark if it runs across a break; and the verdict in words."""
    found = verdict([int(period[:4]) for period in own.periods], own.values)
    words = {
        "rising": text(lang, "rising"),
        "falling": text(lang, "falling"),
        "no clear trend": text(lang, "no clear trend"),
    }.get(found, text(lang, "too few values"))
    crossed = found in ARROWS and "B" in own.status[1:]
    return ARROWS.get(found, "") + (BREAK_MARK if crossed else ""), words
