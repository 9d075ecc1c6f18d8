"""What moved most in an area, on one scale."""

from collections.abc import Sequence

import pandas as pd

from charts.moved_most import Bar, movements
from charts.theme import Captions, Theme
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.places.moved_most import Movement
from locales import Language, number, plotly_separators, text
from pictures.picture import Picture
from words.change import difference
from words.sources import source_line
from words.titles import titled

Moves = Sequence[tuple[Indicator, Movement]]
"""Indicators with how they moved, the furthest first."""


def movements_of(
    lang: Language, dataset: Dataset, ranked: Moves, name: str, span: tuple[str, str], theme: Theme, sentence: str
) -> Picture:
    """Bars in spreads of the districts' changes. name: of the area."""
    start, end = span
    told = Captions(
        text(lang, "What moved most: {name}, {start}–{end}", name=name, start=start, end=end),
        text(lang, "1 = the usual spread of the districts' changes"),
        source_line(lang, dataset, *(indicator for indicator, _ in ranked)),
        plotly_separators(lang),
    )
    bars = [
        Bar(
            indicator.id,
            titled(lang, indicator),
            change_between(lang, indicator, movement),
            movement.score,
            number(lang, movement.score, 1, signed=True),
        )
        for indicator, movement in ranked
    ]
    table = pd.DataFrame([vars(bar) for bar in bars])
    return Picture("moved", movements(bars, told, theme), sentence, f"leipzig_moved-most_{start}-{end}", table)


def change_between(lang: Language, indicator: Indicator, movement: Movement) -> str:
    """How an indicator changed, and between which periods."""
    return f"{difference(lang, indicator, movement.change)}, {movement.start}–{movement.end}"
