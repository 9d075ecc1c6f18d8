"""Answers of Leipzig beside other cities."""

from math import isnan, nan

from data import cities
from data.areas import CITY
from data.store import Dataset
from exports import links
from exports.answers.answer import Answer, Figure, NoAnswer
from indicators import cities as declared
from indicators.cities.figures import CityFigures
from indicators.questions.question import Question
from indicators.questions.vocabulary import in_cities
from locales import Language
from pictures.cities import sentence
from words import answers
from words.change import Moved


def of_cities(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """An indicator of the cities in its newest period; of residents without a subject. Raises NoAnswer."""
    subjects = [id for ids in question.subjects[:1] for id in ids] or ["population"]
    ids = [*question.of_cities, *(in_cities(id) for id in subjects)]
    id = next(filter(None, ids), "")
    if not id or question.change:
        raise NoAnswer(answers.other_cities(lang))
    found = CityFigures(dataset, declared.indicators()[id])
    if not found.period:
        raise NoAnswer(answers.not_loaded(lang, found.indicator))
    if any(not found.period.startswith(year) for year in question.years):
        raise NoAnswer(answers.no_year(lang, found.indicator, question.years[-1], [found.period]))
    places, names = found.standing(found.indicator).places, cities.names()
    values = tuple(
        Figure(area, names[area], found.period, None if isnan(place.value) else place.value, place.status)
        for area, place in places.items()
    )
    where = links.page("cities", lang, figure=id)
    asked = [Moved(names[area], names[area], nan, places[area].value, nan) for area in (*question.elsewhere, CITY)]
    named = question.elsewhere and found.composition is None
    said = answers.places_sentence(lang, found.indicator, found.period, asked) if named else sentence(lang, found)
    return Answer(said, where, id, tuple(places), found.period, found.period, values, found.indicator.unit[lang])
