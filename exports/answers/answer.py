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
from indicators.selection import Selection
from locales import Language
from pictures.request import Request

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
    are none."""

    sentence: str
    page: str
    indicator: str = ""
    areas: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    values: tuple[Figure, ...] = ()


class NoAnswer(LookupError):
    """There is no answer to a question; the message is one sentence for the reader."""


def indicators(question: Question) -> list[list[Indicator]]:
    """What the subjects of a question may be, the most central of each first."""
    declared = catalogue.load()
    return [[declared[id] for id in ids] for ids in question.subjects]


def request(
    lang: Language, dataset: Dataset, chosen: Sequence[Indicator], areas: Sequence[str] | None, levels: Sequence[str]
) -> Request:
    """What pictures and sentences are asked for; of all periods, so far."""
    selection = Selection(tuple(chosen), tuple(areas) if areas is not None else None, tuple(levels))
    return Request(lang, dataset, LIGHT, selection)


def asked_period(question: Question, periods: Sequence[str]) -> str:
    """The one period that a question is about: the newest, or the last one of the year that it names; empty where that
    has none."""
    if not question.years:
        return periods[-1]
    return next((period for period in reversed(periods) if period.startswith(question.years[-1])), "")


def asked_span(question: Question, periods: Sequence[str]) -> tuple[str, str]:
    """The first and the last period of the change that a question is about; empty where a year has none."""
    years = question.years
    if question.back:
        years = (str(int(periods[-1][:4]) - question.back),)
    if not years:
        return next((period for period in periods if period >= PREFERRED), periods[0]), periods[-1]
    named = [next((period for period in reversed(periods) if period.startswith(year)), "") for year in years]
    if len(named) == 2:
        return named[0], named[1]
    return (periods[0], named[0]) if question.until else (named[0], periods[-1])


def figures(request: Request, areas: Sequence[str], periods: Sequence[str]) -> tuple[Figure, ...]:
    """The figures of some areas in some periods, each period once."""
    found = []
    for area in areas:
        for period in dict.fromkeys(periods):
            value, status = request.grid.cell(area, period)
            found.append(Figure(area, request.names[area], period, None if isnan(value) else value, status))
    return tuple(found)
