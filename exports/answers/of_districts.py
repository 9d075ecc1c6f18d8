"""Answers of the whole city and where among its districts: the page of the map, or the relation of two indicators."""

from dataclasses import replace

from data.areas import CITY
from data.store import Dataset
from exports import links
from exports.answers.answer import Answer, NoAnswer, asked_periods, candidates, figures, request
from indicators import catalogue
from indicators.figures.values import periods_shown
from indicators.questions.question import Question
from locales import Language
from pictures import map_sentence, registry
from pictures.request import Request
from words import answers


def of_districts(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """The sentence of the map of one period or of a change. Raises NoAnswer."""
    why = ""
    for indicator in candidates(lang, question):
        asked = request(lang, dataset, [indicator], None, (question.level, "city"))
        try:
            span = asked_periods(lang, indicator, question, periods_of(asked))
            return _change(asked, span, question) if span[0] < span[1] else _value(asked, span[1])
        except NoAnswer as error:
            why = why or str(error)
    raise NoAnswer(why)


def periods_of(asked: Request) -> list[str]:
    """The periods that the page shows. Raises NoAnswer where there are none."""
    periods = periods_shown(asked.grid, asked.dataset.names[asked.level])
    if not periods:
        raise NoAnswer(answers.not_loaded(asked.lang, asked.indicator))
    return periods


def _change(asked: Request, span: tuple[str, str], question: Question) -> Answer:
    if "least" in question.kinds and not question.way:
        raise NoAnswer(answers.which_way(asked.lang))
    asked = replace(asked, selection=replace(asked.selection, start=span[0], end=span[1]))
    where = links.page("growth", asked.lang, **_chosen(asked), map="change", **{"from": span[0], "to": span[1]})
    sentence, values = map_sentence.sentence(asked, "change", question.way), figures(asked, [CITY], span)
    return Answer(sentence, where, asked.indicator.id, (CITY,), *span, values, asked.indicator.unit[asked.lang])


def _value(asked: Request, period: str) -> Answer:
    where = links.page("growth", asked.lang, **_chosen(asked), map="value", year=period)
    sentence = map_sentence.sentence(replace(asked, period=period), "value")
    values = figures(asked, [CITY], [period])
    return Answer(
        sentence, where, asked.indicator.id, (CITY,), period, period, values, asked.indicator.unit[asked.lang]
    )


def _chosen(asked: Request) -> dict[str, str]:
    return {"indicator": asked.indicator.id, "level": asked.level}


def of_two(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """The sentence of the relation of two indicators. Raises NoAnswer."""
    one, other = (catalogue.load()[ids[0]] for ids in question.subjects[:2])
    asked = request(lang, dataset, [one, other], None, (question.level, "city"))
    periods = periods_of(asked)
    _, end = asked_periods(lang, one, question, periods)
    asked = replace(asked, selection=replace(asked.selection, start=periods[0], end=end))
    drawn = registry.draw("relation", asked)
    if isinstance(drawn, str):
        raise NoAnswer(drawn)
    chosen = {**_chosen(asked), "picture": "relation", "with": other.id, "from": periods[0], "to": end}
    return Answer(drawn.sentence, links.page("growth", lang, **chosen), one.id, (CITY,), end, end, unit=one.unit[lang])
