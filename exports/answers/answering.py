"""Who answers a question, by what it names."""

from dataclasses import replace

from data.areas import CITY
from data.store import Dataset
from exports.answers.answer import Answer, NoAnswer
from exports.answers.of_cities import of_cities
from exports.answers.of_districts import of_districts, of_two
from exports.answers.of_pages import of_page
from exports.answers.of_places import of_place, of_places
from indicators.questions.question import Question
from locales import Language
from words import answers


def answer(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """The answer to a question that is understood as a whole. Raises NoAnswer, which says what is missing."""
    if question.unknown:
        raise NoAnswer(answers.not_understood(lang, question.unknown))
    places = [area for area in question.areas if area != CITY]
    if question.elsewhere or question.of_cities:
        if places:
            raise NoAnswer(answers.other_cities(lang))
        return of_cities(lang, dataset, question)
    if len(question.subjects) > 1 and places:
        raise NoAnswer(answers.one_subject(lang))
    if len(question.subjects) > 1:
        return of_two(lang, dataset, question)
    if question.subjects:
        return of_places(lang, dataset, question) if places else of_districts(lang, dataset, question)
    return _without_subject(lang, dataset, question)


def _without_subject(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """Places or pages by themselves; of places the residents are meant."""
    population = replace(question, subjects=(("population",),))
    if question.pages and question.areas:
        raise NoAnswer(answers.no_subject(lang))
    if question.pages:
        return of_page(lang, question.pages[0])
    if not question.areas:
        raise NoAnswer(answers.no_question(lang))
    if question.areas == (CITY,):
        return of_districts(lang, dataset, population)
    if len(question.areas) > 1 or question.years or question.change:
        return of_places(lang, dataset, population)
    return of_place(lang, dataset, question.areas[0])
