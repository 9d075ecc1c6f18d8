"""Signs behind figures that are to be read with care, and what they mean."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from locales import Language, plural, text
from words.rows import BREAK_MARK, DOUBT_MARK, DOUBTFUL

OF_VALUES: Final[Mapping[str, str]] = {"B": BREAK_MARK, DOUBTFUL: DOUBT_MARK}
"""The sign of a value by its observation status."""
_MARKS: Final = {mark[-1]: mark for mark in OF_VALUES.values()}
"""Signs by what they end with."""


def of_change(short: str) -> str:
    """The sign that a change carries behind it, see `words.rows.rows`; empty where it has none."""
    return _MARKS.get(short[-1:], "")


def changes_told(lang: Language, shorts: Iterable[str]) -> list[str]:
    """What the signs behind some changes mean, for those that occur."""
    known = {
        BREAK_MARK: text(lang, "† across a break in the series"),
        DOUBT_MARK: text(lang, "‡ at least one figure is doubtful"),
    }
    there = {of_change(short) for short in shorts}
    return [told for mark, told in known.items() if mark in there]


def values_told(lang: Language, statuses: Collection[str]) -> list[str]:
    """What the signs behind some values mean, for those that occur."""
    known = {
        "B": text(lang, "† not comparable with the figure before"),
        DOUBTFUL: text(lang, "‡ doubtful figure"),
    }
    return [told for status, told in known.items() if status in statuses]


def changes_counted(lang: Language, shorts: Iterable[str]) -> list[str]:
    """How many of some changes need care and why, where not each of them has room for its sign."""
    marks = [of_change(short) for short in shorts]
    across, doubtful = marks.count(BREAK_MARK), marks.count(DOUBT_MARK)
    said = []
    if across:
        said.append(plural(lang, "† across a break: {n} area", "† across a break: {n} areas", across))
    if doubtful:
        said.append(plural(lang, "‡ doubtful: {n} area", "‡ doubtful: {n} areas", doubtful))
    return said


def doubts_counted(lang: Language, doubtful: int) -> list[str]:
    """How many areas have a doubtful figure, if any."""
    return [plural(lang, "‡ doubtful: {n} area", "‡ doubtful: {n} areas", doubtful)] if doubtful else []
