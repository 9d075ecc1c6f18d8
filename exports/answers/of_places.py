"""Answers of places that are named: a place's profile, or an indicator of one place or of several."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from data.areas import CITY
from data.store import Dataset
from exports import links
from exports.answers.answer import Answer, NoAnswer, asked_period, asked_span, figures, indicators, request
from indicators import catalogue
from indicators.catalogue import Indicator, groups
from indicators.questions.question import Question
from locales import Language
from pictures.request import Request
from words import answers
from words.change import change_sentence
from words.comparison import standing_sentence
from words.profile import Residents, profile_sentence
from words.rows import moved

MOST: Final = 8
"""Places that the page compares."""
SINCE: Final = "2012"


def of_place(lang: Language, dataset: Dataset, area: str) -> Answer:
    """How many people live in a place, and how that changed, with its profile. Raises NoAnswer."""
    population = catalogue.load()["population"]
    asked = request(lang, dataset, [population], [area], ())
    periods = asked.grid.with_figures([area])
    if not periods:
        raise NoAnswer(answers.no_place(lang, population, asked.names[area]))
    start = SINCE if SINCE in periods else periods[0]
    asked, end = _between(asked, start, periods[-1]), periods[-1]
    change = moved(asked.changes, area, asked.names[area], asked.names[area])
    residents = Residents((start, end), change, asked.grid.cell(area, end)[1])
    sentence = profile_sentence(lang, asked.names[area], population, residents, (), ())
    where = links.page("profile", lang, area=area)
    return Answer(sentence, where, population.id, (area,), start, end, figures(asked, [area], [start, end]))


def of_places(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """An indicator of one place, beside the city where it compares, or of several. Raises NoAnswer."""
    why = ""
    for indicator in indicators(question)[0]:
        try:
            return _of(lang, dataset, indicator, question)
        except NoAnswer as error:
            why = why or str(error)
    raise NoAnswer(why)


def _of(lang: Language, dataset: Dataset, indicator: Indicator, question: Question) -> Answer:
    asked_for, remark = _with_parts(lang, indicator, question.areas[:MOST])
    asked = request(lang, dataset, [indicator], asked_for, ())
    if not asked.grid.with_figures():
        raise NoAnswer(answers.not_loaded(lang, indicator))
    periods = asked.grid.with_figures(asked_for[:1]) or asked.grid.with_figures(asked_for)
    if not periods:
        raise NoAnswer(answers.no_place(lang, indicator, asked.names[asked_for[0]]))
    if question.change and len(periods) > 1:
        span = asked_span(question, periods)
    else:
        period = asked_period(question, periods)
        span = period, period
    if not all(span) or (question.change and len(periods) > 1 and span[0] >= span[1]):
        missing = [year for year in question.years if not any(period.startswith(year) for period in periods)]
        raise NoAnswer(answers.no_year(lang, indicator, (missing or [periods[-1][:4]])[0], periods))
    return _told(asked, span, periods, remark)


def _with_parts(lang: Language, indicator: Indicator, areas: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The places, and a remark: in place of a group that can't be put together, its districts, and why."""
    declared = groups.load()
    apart = [area for area in areas if area in declared and indicator.groups["by"] == "none"]
    listed = [part for area in areas for part in (declared[area].members if area in apart else (area,))]
    remark = answers.no_group(lang, indicator, declared[apart[0]].title[lang]) if apart else ""
    return tuple(dict.fromkeys(listed))[:MOST], remark


def _told(asked: Request, span: tuple[str, str], periods: Sequence[str], remark: str) -> Answer:
    lang, indicator, areas = asked.lang, asked.indicator, tuple(asked.selection.areas or ())
    compared = areas
    if len(areas) == 1 and areas[0] != CITY and _city_beside(asked, span):
        compared = (*areas, CITY)
        asked = replace(asked, selection=replace(asked.selection, areas=compared))
    asked = _between(asked, *span)
    told = [moved(asked.changes, area, asked.names[area], asked.names[area]) for area in compared]
    if len(areas) > 2 or (len(areas) == 2 and span[0] < span[1]):
        sentence = standing_sentence(lang, indicator, span, asked.changes)
    elif span[0] == span[1]:
        sentence = answers.places_sentence(lang, indicator, span[0], told)
    else:
        sentence = change_sentence(lang, indicator, span, told[0], told[1] if len(told) > 1 else None, [], "")
    start = span[0] if span[0] < span[1] else _first(periods, span[1])
    chosen = {"indicator": indicator.id, "compare": ",".join(compared), "from": start, "to": span[1]}
    if span[0] == span[1] and len(periods) > 1:
        chosen["bars"] = "value"
    said = f"{remark} {sentence}".strip()
    where = links.page("compare", lang, **chosen)
    return Answer(said, where, indicator.id, compared, *span, figures(asked, compared, span))


def _first(periods: Sequence[str], end: str) -> str:
    """Where the lines of a page about one period begin."""
    return next((period for period in periods if SINCE <= period <= end), end)


def _city_beside(asked: Request, span: tuple[str, str]) -> bool:
    """Whether a place can be set beside the city: its change, or a value that does not grow with size."""
    there = asked.grid.with_figures([CITY])
    return set(span) <= set(there) and (span[0] < span[1] or asked.indicator.comparable)


def _between(asked: Request, start: str, end: str) -> Request:
    return replace(asked, selection=replace(asked.selection, start=start, end=end))
