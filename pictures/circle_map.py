"""The map of the values of an amount, such as a count: a circle in each district, whose area says how much."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from charts import circles
from charts.circles import Sizes, round_sizes
from charts.classes import Classes
from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.values import grid, values
from indicators.kept import kept
from locales import Language, text
from pictures.map_parts import DIGITS, ground, legend_of, values_of, with_years
from pictures.map_sentence import sentence
from pictures.picture import Picture
from pictures.request import Request
from pictures.scales import declared_scheme
from words.change import amount
from words.circles import circles_sentence
from words.periods import dated
from words.phrases import bare
from words.rows import value_hover
from words.units import in_unit

CIRCLES: Final = "circles"
"""The scheme that has no classes."""


def preferred_scheme(indicator: Indicator) -> str:
    """How values are drawn unless the reader wants otherwise: amounts as circles, all others in their classes.

    A filled district shows the more of a colour the larger it is, which is only right for what does not grow with it.
    """
    return declared_scheme(indicator) if indicator.comparable else CIRCLES


def in_circles(request: Request) -> bool:
    """Whether a map of values is drawn as circles."""
    return (request.scheme or preferred_scheme(request.indicator)) == CIRCLES


def size_scale(request: Request) -> Sizes:
    """The scale of circles of an indicator at one level, the same for all its periods."""
    return _size_scale(request.lang, request.dataset, request.indicator, request.level)


@kept
def _size_scale(lang: Language, dataset: Dataset, indicator: Indicator, level: Level) -> Sizes:
    found = grid(dataset, indicator).among(dataset.codes(level))
    known = zip(found.areas, ([value for value in row if value == value] for row in found.values.tolist()), strict=True)
    largest = {area: max(row) for area, row in known if row}
    marks = round_sizes(max(largest.values(), default=0.0), 10.0**-indicator.decimals)
    labels = {at: bare(lang, indicator, at) if n else amount(lang, indicator, at) for n, at in enumerate(marks)}
    return Sizes(largest, labels)


def circle_map(request: Request) -> Picture:
    """The map of one period's values as circles, with its slider of years."""
    lang, indicator = request.lang, request.indicator
    sizes, rows = size_scale(request), values_of(request, request.at)
    title = f"{indicator.title[lang]} {dated(lang, request.at)}"
    figure = circles.circle_map(
        rows,
        sizes,
        legend_of(request, "", rows),
        value_hover(lang, indicator),
        request.lit,
        ground(request, rows),
        request.captions(title, circles_unit(request)),
        request.theme,
    )
    drawn = request.picture("map", figure, sentence(request, "value"), rows, request.at)
    return _with_years(request, replace(drawn, legend=circles_sentence(lang, indicator, rows, request.parts)), sizes)


def circles_unit(request: Request) -> str:
    """What a map of circles says below its title."""
    return text(
        request.lang,
        "{unit}; the area of a circle shows the value",
        unit=in_unit(request.lang, request.indicator.unit[request.lang]),
    )


def _with_years(request: Request, drawn: Picture, sizes: Sizes) -> Picture:
    """The map with a slider of all periods, whose districts keep their colour unless they have no value."""
    figures = values(request.dataset, request.indicator)
    pale = Classes((), (circles.pale(request.theme),), {}, decimals=0)
    drawn = with_years(request, drawn, figures, pale)
    if drawn.repainting is None:
        return drawn
    areas, periods = drawn.repainting.areas, drawn.repainting.periods
    steps = _steps(figures, areas, periods, sizes)
    return replace(drawn, repainting=replace(drawn.repainting, sizes=steps, radius=sizes.radius))


def _steps(figures: pd.DataFrame, areas: Sequence[str], periods: Sequence[str], sizes: Sizes) -> list[str]:
    """The size of every district's circle in every period, as `Repainting` takes it."""
    wide = figures.pivot(index="area", columns="period", values="value").reindex(
        index=list(areas), columns=list(periods)
    )
    every = [sizes.of(wide[period].tolist()) for period in periods]
    return ["".join(_digits(step) for step in steps) for steps in every]


def _digits(step: int | None) -> str:
    high, low = divmod(step or 0, len(DIGITS))
    return DIGITS[high] + DIGITS[low]
