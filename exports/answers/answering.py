"""Who answers a question, by what it names."""

from data import cities
from data.areas import CITY
from data.store import Dataset
from exports.answers.answer import Answer, NoAnswer
from exports.answers.of_districts import of_districts, of_two
from exports.answers.of_places import of_place, of_places
from indicators.questions.question import Question
from locales import Language
from words import answers


def answer(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """The answer to a question that is understood as a whole. Raises NoAnswer, which says what is missing."""
    if question.unknown:
        raise NoAnswer(answers.not_understood(lang, question.unknown))
    if question.elsewhere:
        raise NoAnswer(answers.other_cities(lang, [cities.names()[code] for code in question.elsewhere]))
    places = [area for area in question.areas if area != CITY]
    if not question.subjects:
        return _of_places_alone(lang, dataset, question)
    if len(question.subjects) > 1:
        return of_two(lang, dataset, question)
    return of_places(lang, dataset, question) if places else of_districts(lang, dataset, question)


def _of_places_alone(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """Places without a subject: the residents are meant."""
    population = Question(**{**vars(question), "subjects": (("population",),)})
    if not question.areas:
        raise NoAnswer(answers.no_question(lang))
    if question.areas == (CITY,):
        return of_districts(lang, dataset, population)
    if len(question.areas) > 1 or question.years or question.change:
        return of_places(lang, dataset, population)
    return of_place(lang, dataset, question.areas[0])
