"""The slider of years below a map of values."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from charts.classes import Classes
from data.areas import Level
from locales import text
from pictures.picture import Picture, Subject, Years
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
    lang, areas = subject.lang, subject.dataset.codes(level)
    slider = Years(
        periods,
        period,
        [dated(lang, each) for each in periods],
        areas,
        _shades(figures, areas, periods, classes),
        classes.colours,
        subject.theme.no_value,
        text(lang, "Year"),
        text(lang, "Play"),
        text(lang, "Pause"),
    )
    return replace(drawn, years=slider)


def _shades(drawn: pd.DataFrame, areas: Sequence[str], periods: Sequence[str], classes: Classes) -> list[str]:
    """The class of every district in every period, as `Years` takes it."""
    wide = drawn.pivot(index="area", columns="period", values="value").reindex(index=list(areas), columns=list(periods))
    return ["".join(_digit(shade) for shade in classes.of(wide[period].tolist())) for period in periods]


def _digit(shade: int | None) -> str:
    return "-" if shade is None else DIGITS[shade]
