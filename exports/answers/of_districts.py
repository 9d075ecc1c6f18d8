"""Answers of the whole city and where among its districts: the page of the map, or the relation of two indicators."""

from dataclasses import replace

from data.areas import CITY
from data.store import Dataset
from exports import links
from exports.answers.answer import Answer, NoAnswer, asked_period, asked_span, figures, indicators, request
from indicators.catalogue import Indicator
from indicators.figures.values import periods_shown
from indicators.questions.question import Question
from locales import Language
from pictures import map_sentence, registry
from pictures.request import Request
from words import answers


def of_districts(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """The sentence of the map of one period or of a change. Raises NoAnswer."""
    level = question.level
    why = ""
    for indicator in indicators(question)[0]:
        asked = request(lang, dataset, [indicator], None, (level, "city"))
        periods = periods_shown(asked.grid, dataset.names[level])
        if not periods:
            why = why or answers.not_loaded(lang, indicator)
            continue
        if question.change and len(periods) > 1:
            span = asked_span(question, periods)
            if all(span) and span[0] < span[1]:
                return _change(asked, span)
        elif period := asked_period(question, periods):
            return _value(asked, period)
        why = why or _no_year(lang, indicator, question, periods)
    raise NoAnswer(why)


def _no_year(lang: Language, indicator: Indicator, question: Question, periods: list[str]) -> str:
    missing = [year for year in question.years if not any(period.startswith(year) for period in periods)]
    return answers.no_year(lang, indicator, (missing or [periods[-1][:4]])[0], periods)


def _change(asked: Request, span: tuple[str, str]) -> Answer:
    asked = replace(asked, selection=replace(asked.selection, start=span[0], end=span[1]))
    where = links.page("growth", asked.lang, **_chosen(asked), map="change", **{"from": span[0], "to": span[1]})
    sentence, values = map_sentence.sentence(asked, "change"), figures(asked, [CITY], span)
    return Answer(sentence, where, asked.indicator.id, (CITY,), *span, values)


def _value(asked: Request, period: str) -> Answer:
    where = links.page("growth", asked.lang, **_chosen(asked), map="value", year=period)
    sentence = map_sentence.sentence(replace(asked, period=period), "value")
    values = figures(asked, [CITY], [period])
    return Answer(sentence, where, asked.indicator.id, (CITY,), period, period, values)


def _chosen(asked: Request) -> dict[str, str]:
    return {"indicator": asked.indicator.id, "level": asked.level}


def of_two(lang: Language, dataset: Dataset, question: Question) -> Answer:
    """The sentence of the relation of two indicators. Raises NoAnswer."""
    one, other = (every[0] for every in indicators(question)[:2])
    asked = request(lang, dataset, [one, other], None, (question.level, "city"))
    periods = periods_shown(asked.grid, dataset.names[question.level])
    if not periods:
        raise NoAnswer(answers.not_loaded(lang, one))
    end = asked_period(question, periods)
    if not end:
        raise NoAnswer(_no_year(lang, one, question, periods))
    asked = replace(asked, selection=replace(asked.selection, start=periods[0], end=end))
    drawn = registry.draw("relation", asked)
    if isinstance(drawn, str):
        raise NoAnswer(drawn)
    chosen = {**_chosen(asked), "picture": "relation", "with": other.id, "from": periods[0], "to": end}
    return Answer(drawn.sentence, links.page("growth", lang, **chosen), one.id, (CITY,), end, end)
