"""Figures that are to be read with care: by observation status, the sign behind them and what it means."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from locales import Language, joined, plural, text

BREAK: Final = "B"
DOUBTFUL: Final = "U"
MARKS: Final = {BREAK: "\u2009†", DOUBTFUL: "\u2009‡"}


def mark(status: str) -> str:
    """The sign behind a figure with a status; empty where it needs none."""
    return MARKS.get(status, "")


def status_told(lang: Language, status: str) -> list[str]:
    """What is to be said beside a single figure, in a word; nothing of one as it should be."""
    said = {"P": text(lang, "provisional"), "E": text(lang, "estimated"), DOUBTFUL: text(lang, "doubtful figure")}
    return [said[status]] if status in said else []


def care_of_change(breaks: Sequence[str], status: str) -> str:
    """The status that a change is marked by: a break that it crosses, a doubtful figure, or none, which is empty."""
    return BREAK if breaks else DOUBTFUL if status == DOUBTFUL else ""


def changes_told(lang: Language, cares: Iterable[str]) -> list[str]:
    """What the signs behind some changes mean, for those that occur; cares: as from `care_of_change`."""
    meanings = {
        BREAK: text(lang, "† across a break in the series"),
        DOUBTFUL: text(lang, "‡ at least one figure is doubtful"),
    }
    there = set(cares)
    return [meaning for status, meaning in meanings.items() if status in there]


def values_told(lang: Language, statuses: Collection[str]) -> list[str]:
    """What the signs behind some values mean, for those that occur."""
    meanings = {
        BREAK: text(lang, "† not comparable with the figure before"),
        DOUBTFUL: text(lang, "‡ doubtful figure"),
    }
    return [meaning for status, meaning in meanings.items() if status in statuses]


def changes_counted(lang: Language, cares: Sequence[str]) -> list[str]:
    """How many of some changes need care and why, where not each of them has room for its sign."""
    across = cares.count(BREAK)
    broken = [plural(lang, "† across a break: {n} area", "† across a break: {n} areas", across)] if across else []
    return [*broken, *doubts_counted(lang, cares.count(DOUBTFUL))]


def doubts_counted(lang: Language, doubtful: int) -> list[str]:
    """How many areas have a doubtful figure, if any."""
    return [plural(lang, "‡ doubtful: {n} area", "‡ doubtful: {n} areas", doubtful)] if doubtful else []


def doubt(lang: Language, doubts: Iterable[bool]) -> str:
    """What is said behind a sentence that names some figures; doubts: whether each of them is doubtful."""
    return " " + text(lang, "At least one of these figures is doubtful.") if any(doubts) else ""


def with_care(lang: Language, breaks: Iterable[Sequence[str]], doubts: Iterable[bool]) -> str:
    """What is said behind a sentence that names some changes.

    breaks: the periods of the breaks that each of them crosses; doubts: whether one of its figures is doubtful.
    """
    periods = sorted({period for crossed in breaks for period in crossed})
    across = plural(
        lang,
        "The change crosses a break in the series ({years}).",
        "The change crosses breaks in the series ({years}).",
        len(periods),
        years=joined(lang, periods),
    )
    return (f" {across}" if periods else "") + doubt(lang, doubts)
