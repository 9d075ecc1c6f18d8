"""What moved most in an area, on one scale."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from charts.moved_most import Bar, movements
from indicators.catalogue import Indicator
from indicators.places.moved_most import Movement, moved_most
from locales import Language, joined, number, plural, text
from pictures.picture import Drawn, Picture
from pictures.request import Request
from words.change import difference, relative, short_difference
from words.noun import noun
from words.periods import short_span
from words.titles import titled

SHOWN: Final = 12
NAMED: Final = 3
"""Bars in the picture, and indicators in the sentence."""
Moves = Sequence[tuple[Indicator, Movement]]
"""Indicators with how they moved, the furthest first."""


def area_of(request: Request) -> tuple[str, str]:
    """Code and name of the one area that the request lists."""
    (area,) = request.selection.areas or ("",)
    return area, request.dataset.all_names[area]


def moves(request: Request) -> tuple[Moves, Moves]:
    """The indicators that are ranked in an area, and those that are not, each with the reason."""
    every = moved_most(request.dataset, area_of(request)[0], *request.span)
    return [pair for pair in every if not pair[1].why], [pair for pair in every if pair[1].why]


def movements_of(request: Request) -> Drawn:
    """Bars in spreads of the districts' changes, those of what moved most."""
    lang, (start, end), (_, name) = request.lang, request.span, area_of(request)
    ranked = moves(request)[0][:SHOWN]
    if not ranked:
        return text(lang, "No indicator has two reliable figures for {name} in these years.", name=name)
    shown = replace(request, selection=replace(request.selection, indicators=tuple(one for one, _ in ranked)))
    title = text(lang, "What moved most: {name}, {start}–{end}", name=name, start=start, end=end)
    captions = shown.captions(title, text(lang, "1 = the usual spread of the districts' changes"))
    bars = [
        Bar(
            indicator.id,
            titled(lang, indicator),
            _change(lang, indicator, movement),
            movement.score,
            number(lang, movement.score, 1, signed=True),
        )
        for indicator, movement in ranked
    ]
    figure, table = movements(bars, captions, request.theme), pd.DataFrame([vars(bar) for bar in bars])
    return Picture("moved", figure, _sentence(request, ranked), f"leipzig_moved-most_{start}-{end}", table)


def _sentence(request: Request, ranked: Moves) -> str:
    """The indicators that moved most, with their changes."""
    lang, (start, end), (_, name) = request.lang, request.span, area_of(request)
    told = [
        text(lang, "{title} ({change})", title=noun(lang, one), change=_change(lang, one, movement))
        for one, movement in ranked[:NAMED]
    ]
    what = joined(lang, told)
    return plural(
        lang,
        "{name}, {start}–{end}: what moved most was {what}.",
        "{name}, {start}–{end}: what moved most were {what}.",
        len(told),
        name=name,
        start=start,
        end=end,
        what=what,
    )


def _change(lang: Language, indicator: Indicator, movement: Movement) -> str:
    """How an indicator changed, and between which periods."""
    told = short_difference if relative(indicator) else difference
    return f"{told(lang, indicator, movement.change)}, {short_span(lang, (movement.start, movement.end))}"
