"""The slider of years below a map of values."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from charts.classes import Classes
from data.areas import Level
from pictures.picture import Picture, Repainting, Subject
from words.periods import dated

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def with_years(
    subject: Subject,
    drawn: Picture,
    level: Level,
    periods: Sequence[str],
    figures: pd.DataFrame,
    classes: Classes,
    period: str,
) -> Picture:
    """The map of one period with a slider of all of them; of a single one there is nothing to scrub through.

    figures: frame of what the map shows, of every area and period.
    """
    if len(periods) == 1:
        return drawn
    areas = subject.dataset.codes(level)
    repainting = Repainting(
        ["year"],
        periods,
        [dated(subject.lang, each) for each in periods],
        [period],
        areas,
        classes.colours,
        subject.theme.no_value,
        _shades(figures, areas, periods, classes),
    )
    return replace(drawn, repainting=repainting)


def _shades(drawn: pd.DataFrame, areas: Sequence[str], periods: Sequence[str], classes: Classes) -> list[str]:
    """The class of every district in every period, as `Repainting` takes it."""
    wide = drawn.pivot(index="area", columns="period", values="value").reindex(index=list(areas), columns=list(periods))
    return ["".join(_digit(shade) for shade in classes.of(wide[period].tolist())) for period in periods]


def _digit(shade: int | None) -> str:
    return "-" if shade is None else DIGITS[shade]
