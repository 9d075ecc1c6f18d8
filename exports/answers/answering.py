"""Who answers a question, by what it names."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from data.areas import CITY
from data.store import Dataset
from exports.answers.answer import Answer, NoAnswer
from exports.answers.of_cities import of_cities
from exports.answers.of_districts import of_districts, of_two
from exports.answers.of_pages import of_page
from exports.answers.of_places import of_place, of_places
from exports.answers.of_ranks import of_ranks
from indicators import catalogue
from indicators import cities as declared
from indicators.questions.question import TOGETHER, Question
from locales import Language
from words import answers

MOST: Final = 2
"""Subjects that can be seen together."""


def answer(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """The answer to a question that is understood as a whole. Raises NoAnswer, which says what is missing."""
    if question.unknown:
        raise NoAnswer(answers.not_understood(lang, question.unknown))
    if question.against_nothing:
        raise NoAnswer(answers.than_what(lang))
    places = [area for area in question.areas if area != CITY]
    if places and not question.kinds & TOGETHER:
        question = replace(question, areas=tuple(places))
    if question.elsewhere or question.of_cities:
        if places and not question.elsewhere:
            raise NoAnswer(answers.of_city_only(lang, declared.indicators()[question.of_cities[0]]))
        if places:
            raise NoAnswer(answers.other_cities(lang))
        return of_cities(lang, dataset, question)
    if len(question.subjects) > 1:
        return _of_two(lang, dataset, question, places)
    if question.subjects and places and "rank" in question.kinds:
        return of_ranks(lang, dataset, question)
    if question.subjects:
        return of_places(lang, dataset, question) if places else of_districts(lang, dataset, question)
    return _without_subject(lang, dataset, question)


def _of_two(lang: Language, dataset: Dataset, question: Question, places: Sequence[str]) -> Answer:
    """Two subjects, of the districts, where they are asked for together."""
    if places:
        raise NoAnswer(answers.one_subject(lang))
    if len(question.subjects) > MOST or not question.related:
        raise NoAnswer(answers.two_subjects(lang))
    return of_two(lang, dataset, question)


def _without_subject(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """Places or pages by themselves; of places the residents are meant."""
    population = replace(question, subjects=(("population",),))
    if question.share:
        raise NoAnswer(answers.no_share(lang, catalogue.load()["population"]))
    if question.pages == ("profile",) and len(question.areas) == 1 and question.areas != (CITY,):
        return of_place(lang, dataset, question.areas[0])
    if question.pages and question.areas:
        raise NoAnswer(answers.no_subject(lang))
    if question.pages:
        return of_page(lang, question.pages[0])
    if not question.areas:
        raise NoAnswer(answers.no_question(lang))
    if question.areas == (CITY,):
        return of_districts(lang, dataset, population)
    if "rank" in question.kinds:
        return of_ranks(lang, dataset, population)
    if len(question.areas) > 1 or question.years or question.change:
        return of_places(lang, dataset, population)
    return of_place(lang, dataset, question.areas[0])
