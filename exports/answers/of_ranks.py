"""Answers of where places stand among all districts: the page of the map, with the places lit on it."""

from dataclasses import replace

from data.areas import CITY, Level
from data.store import Dataset
from exports import links
from exports.answers.answer import Answer, NoAnswer, asked_periods, candidates, figures, request
from exports.answers.of_districts import periods_of
from indicators.questions.question import Question
from locales import Language
from pictures import chosen
from pictures.request import Request
from words import answers


def of_ranks(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """The figure, or the change, of each place with its rank. Raises NoAnswer."""
    places = tuple(area for area in question.areas if area != CITY)
    level = _level(lang, dataset, places)
    why = ""
    for indicator in candidates(lang, question):
        asked = request(lang, dataset, [indicator], None, (level, "city"))
        try:
            span = asked_periods(lang, indicator, question, periods_of(asked))
            return _told(asked, places, span)
        except NoAnswer as error:
            why = why or str(error)
    raise NoAnswer(why)


def _level(lang: Language, dataset: Dataset, places: tuple[str, ...]) -> Level:
    """The level of which all the places are. Raises NoAnswer for groups, and for places of several."""
    levels: tuple[Level, ...] = ("ortsteil", "stadtbezirk")
    for level in levels:
        if set(places) <= set(dataset.names[level]):
            return level
    raise NoAnswer(answers.no_rank(lang))


def _told(asked: Request, places: tuple[str, ...], span: tuple[str, str]) -> Answer:
    lang, indicator, (start, end) = asked.lang, asked.indicator, span
    chosen_page = {"indicator": indicator.id, "level": asked.level, "areas": ",".join(places)}
    if start < end:
        asked = replace(asked, selection=replace(asked.selection, start=start, end=end))
        chosen_page |= {"map": "change", "from": start, "to": end}
    else:
        asked = replace(asked, period=end)
        chosen_page |= {"map": "value", "year": end}
    told = [chosen.ranked(replace(asked, lit=(place,)), chosen_page["map"]) for place in places]
    return Answer(
        " ".join(told),
        links.page("growth", lang, **chosen_page),
        indicator.id,
        places,
        start,
        end,
        figures(asked, places, span),
        indicator.unit[lang],
    )
