"""The slider of years below a map of values."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from charts.classes import Classes
from data.areas import CITY
from pictures.picture import Picture, Repainting
from pictures.request import Request
from words.periods import dated

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def with_years(request: Request, drawn: Picture, figures: pd.DataFrame, classes: Classes) -> Picture:
    """The map of one period with a slider of all of them; of a single one there is nothing to scrub through.

    figures: frame of what the map shows, of every area and period.
    """
    areas = request.dataset.codes(request.level)
    periods = request.grid.with_figures([*areas, CITY])
    if len(periods) == 1:
        return drawn
    repainting = Repainting(
        ["year"],
        periods,
        [dated(request.lang, each) for each in periods],
        [request.at],
        areas,
        classes.colours,
        request.theme.no_value,
        _shades(figures, areas, periods, classes),
    )
    return replace(drawn, repainting=repainting)


def _shades(drawn: pd.DataFrame, areas: Sequence[str], periods: Sequence[str], classes: Classes) -> list[str]:
    """The class of every district in every period, as `Repainting` takes it."""
    wide = drawn.pivot(index="area", columns="period", values="value").reindex(index=list(areas), columns=list(periods))
    shades = [classes.of(wide[period].tolist()) for period in periods]
    return ["".join("-" if shade is None else DIGITS[shade] for shade in each) for each in shades]
