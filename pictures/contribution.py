"""The cascade of what each part contributed to the city's change."""

from math import isnan
from typing import Final

import pandas as pd

from charts.cascade import cascade, steps
from data.areas import CITY, Level
from data.store import Dataset
from indicators.analysis.contribution import REMAINDER, contribution
from indicators.catalogue import Indicator
from indicators.figures.values import grid
from indicators.kept import kept_lately
from locales import text
from pictures import chosen
from pictures.picture import Drawn
from pictures.request import Request
from words.care import changes_told
from words.contribution import contribution_sentence

TOGETHER: Final = "together"
"""Stands where area codes stand, for all districts as one group."""


def parts(request: Request) -> pd.DataFrame:
    """What each district of the level contributed, then the remainder, then the city, each with its name."""
    lang, rows = request.lang, _parts(request.dataset, request.indicator, request.level, *request.span)
    names = {**request.names, CITY: text(lang, "Leipzig"), REMAINDER: text(lang, "assigned to no district")}
    return rows.assign(name=rows["area"].map(names))


@kept_lately
def _parts(dataset: Dataset, indicator: Indicator, level: Level, start: str, end: str) -> pd.DataFrame:
    everyone = ((TOGETHER, tuple(dataset.codes("ortsteil"))),)
    residents = grid(dataset, indicator, everyone)
    return contribution(residents, dataset.codes(level), CITY, start, end, TOGETHER)


def contributions(request: Request) -> Drawn:
    """The largest contributions and those of areas set off, the rest together."""
    lang, rows, lit = request.lang, parts(request), request.colours
    bars, (start, end) = steps(lang, rows, list(lit)), request.span
    if not bars:
        return text(lang, "No area has figures for both {start} and {end}.", start=start, end=end)
    stated = not pd.isna(rows["share"].iloc[-1])
    title = text(lang, "Contributions to Leipzig's change {start}–{end}", start=start, end=end)
    unit = text(lang, "residents · share of the city's change") if stated else text(lang, "residents")
    captions = request.captions(title, " · ".join([unit, *changes_told(lang, [bar.care for bar in bars])]))
    figure = cascade(bars, lit, text(lang, "half") if stated else "", captions, request.theme)
    return request.picture("contribution", figure, sentence(request), rows)


def sentence(request: Request, *, span_said: bool = False) -> str:
    """Who carried the growth; span_said: as of `contribution_sentence`."""
    rows = parts(request)
    rows = rows[rows["area"] != REMAINDER]
    return contribution_sentence(
        request.lang, request.indicator, request.span, rows, called(request), span_said=span_said
    )


def story(request: Request) -> str:
    """The same behind a sentence of its own about the district chosen last, where one is chosen."""
    own = chosen.change(request)
    said = own is not None and not isnan(own.difference)
    return f"{chosen.sentence(request, 'change')} {sentence(request, span_said=said)}".strip()


def called(request: Request) -> str:
    """What the districts of the level are called."""
    return text(request.lang, "districts") if request.level == "ortsteil" else text(request.lang, "boroughs")
