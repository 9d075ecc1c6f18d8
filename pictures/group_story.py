"""What a group's story says in words: how it moved beside the city, as far as figures go back."""

from collections.abc import Sequence

from data.areas import CITY
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.catalogue.at_a_glance import Story
from indicators.figures import measures
from locales import inflected, text
from pictures import places
from pictures.multiples import without_doubt
from pictures.request import Request
from words.change import Moved
from words.change_sentence import change_sentence
from words.gap import gap_sentence
from words.rows import moved
from words.rows import rows as change_rows


def finding(request: Request, story: Story, spoken: Sequence[str]) -> str:
    """How the group grew beside the city, and how far from it one indicator of its story was, and is.

    spoken: the group as the subject of a sentence, and as in `in {place}`.
    """
    population = sentence(request, catalogue.load()["population"], spoken)
    found = _moved(request, story.finding, spoken)
    gap = gap_sentence(request.lang, story.finding, *found) if found else ""
    return f"{population} {gap}".strip()


def sentence(request: Request, indicator: Indicator, spoken: Sequence[str]) -> str:
    """From the first to the last year in which the group and the city both have a figure, or in the only one."""
    found = _moved(request, indicator, spoken)
    return change_sentence(request.lang, indicator, *found, [], "") if found else ""


def _moved(
    request: Request, indicator: Indicator, spoken: Sequence[str]
) -> tuple[tuple[str, str], Moved, Moved] | None:
    """The span of the years in which the group and the city both have a figure, and how they moved over it."""
    lang, found = request.lang, without_doubt(request.dataset, indicator, request.groups)
    of_city = found.with_figures([CITY])
    periods = [period for period in found.with_figures([places.GROUP]) if period in of_city]
    if not periods:
        return None
    span = (periods[0], periods[-1])
    changes = measures.change(found.among([places.GROUP, CITY]), *span)
    rows = change_rows(lang, indicator, changes, request.names)
    city = moved(rows, CITY, text(lang, "the city"), inflected(lang, "in", "the city"))
    return span, moved(rows, places.GROUP, *spoken), city
