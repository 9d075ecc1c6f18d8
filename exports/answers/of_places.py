"""Answers of places that are named: a place's profile, or an indicator of one place or of several."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from data.areas import CITY
from data.store import Dataset
from exports import links
from exports.answers.answer import PREFERRED, Answer, NoAnswer, asked_periods, candidates, figures, request
from indicators import catalogue
from indicators.catalogue import Indicator, groups
from indicators.questions.question import Question
from locales import Language, inflected
from pictures import comparison_sentence
from pictures.request import Request
from words import answers
from words.profile import Residents, profile_sentence
from words.rows import moved

MOST: Final = 8
"""Places that the page compares."""
LISTED: Final = 4
"""Places whose figures are told one by one; of more, the highest and the lowest are."""


def of_place(lang: Language, dataset: Dataset, area: str) -> Answer:
    """How many people live in a place, and how that changed, with its profile. Raises NoAnswer."""
    population = catalogue.load()["population"]
    asked = request(lang, dataset, [population], [area], ())
    periods = asked.grid.with_figures([area])
    if not periods:
        raise NoAnswer(answers.no_place(lang, population, asked.names[area]))
    start = PREFERRED if PREFERRED in periods else periods[0]
    asked, end = _between(asked, start, periods[-1]), periods[-1]
    change = moved(asked.changes, area, asked.names[area], asked.names[area])
    residents = Residents((start, end), change, asked.grid.cell(area, end)[1])
    sentence = profile_sentence(lang, asked.names[area], population, residents, (), ())
    where = links.page("profile", lang, area=area)
    return Answer(
        sentence, where, population.id, (area,), start, end, figures(asked, [area], [start, end]), population.unit[lang]
    )


def of_places(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """An indicator of one place, beside the city where it compares, or of several. Raises NoAnswer."""
    why = ""
    for indicator in candidates(lang, question):
        try:
            return _of(lang, dataset, indicator, question)
        except NoAnswer as error:
            why = why or str(error)
    raise NoAnswer(why)


def _of(lang: Language, dataset: Dataset, indicator: Indicator, question: Question) -> Answer:
    areas, remark = _with_parts(lang, indicator, [area for area in question.areas if area != CITY])
    asked = request(lang, dataset, [indicator], areas, ())
    if not asked.grid.with_figures():
        raise NoAnswer(answers.not_loaded(lang, indicator))
    periods = asked.grid.with_figures(areas[:1]) or asked.grid.with_figures(areas)
    if not periods:
        raise NoAnswer(answers.no_place(lang, indicator, asked.names[areas[0]]))
    span = asked_periods(lang, indicator, question, periods)
    if (CITY in question.areas and len(areas) < MOST) or (len(areas) == 1 and _beside(asked, span)):
        listed = replace(asked.selection, areas=(*areas, CITY))
        asked = replace(asked, selection=listed, reference=CITY)
    return _told(_between(asked, *span), periods, remark)


def _with_parts(lang: Language, indicator: Indicator, areas: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The places, and a remark: in place of a group that can't be put together, its districts, and why. Raises NoAnswer
    where these are too many."""
    declared = groups.load()
    apart = [area for area in areas if area in declared and indicator.groups["by"] == "none"]
    listed = [part for area in areas for part in (declared[area].members if area in apart else (area,))]
    remark = answers.no_group(lang, indicator, declared[apart[0]].title[lang]) if apart else ""
    told = tuple(dict.fromkeys(listed))
    if len(told) > MOST:
        raise NoAnswer(f"{remark} {answers.too_many(lang, MOST)}".strip())
    return told, remark


def _told(asked: Request, periods: Sequence[str], remark: str) -> Answer:
    """periods: those of the figures; one period is shown at the end of what goes before, a change by itself."""
    lang, indicator, areas, span = asked.lang, asked.indicator, tuple(asked.areas), asked.span
    start, end = span
    chosen = {"indicator": indicator.id, "compare": ",".join(areas), "from": start, "to": end}
    if start < end or len(areas) > LISTED:
        sentence = comparison_sentence.sentence(asked)
    else:
        told = [moved(asked.changes, area, name, _in(asked, area)) for area, name in asked.areas.items()]
        sentence = answers.places_sentence(lang, indicator, end, told)
    if start == end and len(periods) > 1:
        chosen |= {"from": next((period for period in periods if PREFERRED <= period <= end), end), "bars": "value"}
    where = links.page("compare", lang, **chosen)
    return Answer(
        f"{remark} {sentence}".strip(),
        where,
        indicator.id,
        areas,
        *span,
        figures(asked, areas, span),
        indicator.unit[lang],
    )


def _in(asked: Request, area: str) -> str:
    """A place as it stands after `in`."""
    boroughs = asked.dataset.names["stadtbezirk"]
    if area in boroughs:
        return inflected(asked.lang, "in", "{name} borough").format(name=boroughs[area])
    return asked.names[area]


def _beside(asked: Request, span: tuple[str, str]) -> bool:
    """Whether a place can be set beside the city: its change, or a value that does not grow with size."""
    there = asked.grid.with_figures([CITY])
    return set(span) <= set(there) and (span[0] < span[1] or asked.indicator.comparable)


def _between(asked: Request, start: str, end: str) -> Request:
    return replace(asked, selection=replace(asked.selection, start=start, end=end))
