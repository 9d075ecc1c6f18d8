"""What went with growth: how age and nationality changed beside it."""

from dataclasses import replace
from typing import Final

from data.areas import CITY
from indicators import catalogue
from indicators.analysis.contribution import contribution
from indicators.catalogue import Indicator
from indicators.figures.grid import stacked
from indicators.figures.values import published
from locales import text
from pictures.change_relation import in_its_years
from pictures.places import GROUP
from pictures.request import Request
from words.change_sentence import change_sentence
from words.contribution import nationality_sentence
from words.rows import moved

AGE: Final = ("mean_age", "youth_ratio", "old_age_ratio")
NATIONALITY: Final = "foreign_share"
BESIDE: Final = ("mean_age", NATIONALITY)
"""Indicators whose change is drawn against growth."""
FOREIGN: Final = "foreign"


def sentences(request: Request) -> list[str]:
    """How age and nationality changed in the city, beside the group, each over the years that it has."""
    declared = catalogue.load()
    told = [_sentence(request, declared[id]) for id in (*AGE, NATIONALITY)]
    return [sentence for sentence in [*told, _foreigners(request)] if sentence]


def _sentence(request: Request, indicator: Indicator) -> str:
    lang, own = request.lang, in_its_years(request, indicator, [CITY])
    if own is None:
        return ""
    city = moved(own.changes, CITY, text(lang, "Leipzig"), text(lang, "Leipzig"))
    group = moved(own.changes, GROUP, request.names[GROUP], request.names[GROUP])
    return change_sentence(lang, indicator, own.span, city, group, [], "")


def _foreigners(request: Request) -> str:
    """The number of foreign nationals, from the counts behind their share."""
    (series,) = catalogue.load()[NATIONALITY].values["numerator"]
    foreign = replace(published(request.dataset, series).among([CITY]), areas=(FOREIGN,))
    found = contribution(stacked([request.grid.among([CITY]), foreign]), [FOREIGN], CITY, *request.span)
    return nationality_sentence(request.lang, request.indicator, request.span, found)
