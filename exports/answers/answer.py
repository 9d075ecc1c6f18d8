"""What an answer is, and what answers share: which indicator and which periods a question means."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Final

from charts.theme import LIGHT
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.questions.question import Question
from indicators.questions.vocabulary import rates
from indicators.selection import Selection
from locales import Language
from pictures.request import Request
from words import answers

PREFERRED: Final = "2012"
"""The first year of a change for which no year is named, as on the pages."""


@dataclass(frozen=True)
class Figure:
    """One figure of an answer: area: code or id of a group; value: None where there is none, for the reason that the
    status says."""

    area: str
    name: str
    period: str
    value: float | None
    status: str


@dataclass(frozen=True)
class Answer:
    """sentence: what is said; page: the address that shows it, below that of the application; indicator: id, empty for
    an answer that is of none; areas: codes and ids of groups; start, end: the periods, equal for one, empty where there
    are none; unit: of the values."""

    sentence: str
    page: str
    indicator: str = ""
    areas: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    values: tuple[Figure, ...] = ()
    unit: str = ""


class NoAnswer(LookupError):
    """There is no answer to a question; the message is one sentence for the reader."""


def candidates(lang: Language, question: Question) -> list[Indicator]:
    """What the first subject of a question may be: the most central indicator, and others only where a year is named,
    which may be of another election. Where a share is asked for, only what is one. Raises NoAnswer where nothing is
    left."""
    ids = question.subjects[0]
    shares = [share for id in ids for share in rates(id)] if question.share else []
    every = [catalogue.load()[id] for id in dict.fromkeys([*ids, *shares])]
    found = [indicator for indicator in every if indicator.unit["en"] == "%" or not question.share]
    if not found:
        raise NoAnswer(answers.no_share(lang, every[0]))
    return found if question.years else found[:1]


def request(
    lang: Language, dataset: Dataset, chosen: Sequence[Indicator], areas: Sequence[str] | None, levels: Sequence[str]
) -> Request:
    """What pictures and sentences are asked for; of all periods, so far."""
    selection = Selection(tuple(chosen), tuple(areas) if areas is not None else None, tuple(levels))
    return Request(lang, dataset, LIGHT, selection)


def asked_periods(lang: Language, indicator: Indicator, question: Question, periods: Sequence[str]) -> tuple[str, str]:
    """The first and the last period that a question is about, equal where it is one: the newest, unless it names
    years; of a change the last years, as on the pages. periods: those with figures, at least one.

    Raises NoAnswer where a year that is named has none.
    """
    missing = [year for year in question.years if not _within(year, periods)]
    if missing:
        raise NoAnswer(answers.no_year(lang, indicator, missing[0], periods))
    named, last = [_within(year, periods) for year in question.years], periods[-1]
    if len(periods) == 1 or not question.change:
        return (named[-1], named[-1]) if named else (last, last)
    if question.back:
        year = str(int(last[:4]) - question.back)
        if not _within(year, periods):
            raise NoAnswer(answers.no_year(lang, indicator, year, periods))
        return _within(year, periods), last
    if len(named) == 2:
        return named[0], named[1]
    if named:
        return (periods[0], named[0]) if question.until else (named[0], last)
    return next((period for period in periods if period >= PREFERRED), periods[0]), last


def _within(year: str, periods: Sequence[str]) -> str:
    """The last period of a year; empty where it has none."""
    return next((period for period in reversed(periods) if period.startswith(year)), "")


def figures(request: Request, areas: Sequence[str], periods: Sequence[str]) -> tuple[Figure, ...]:
    """The figures of some areas in some periods, each period once."""
    found = []
    for area in areas:
        for period in dict.fromkeys(periods):
            value, status = request.grid.cell(area, period)
            found.append(Figure(area, request.names[area], period, None if isnan(value) else value, status))
    return tuple(found)
