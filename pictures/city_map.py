"""The map of how far each district lies above or below the city."""

from collections.abc import Sequence

import pandas as pd

from charts import choropleth
from data.areas import CITY, Level
from indicators.figures import measures
from indicators.figures.values import grid
from locales import text
from pictures.map_parts import districts_of, ground, in_classes, legend_of
from pictures.picture import Picture, Subject
from pictures.scales import difference_scale
from pictures.years import with_years
from words.change import change_unit, difference
from words.periods import dated
from words.rows import value_hover


def city_map(
    subject: Subject, level: Level, periods: Sequence[str], lit: Sequence[str], sentence: str, period: str
) -> Picture:
    """The map of how far each district lies above or below the city in one period, with its slider of years."""
    lang, indicator, theme = subject.lang, subject.indicator, subject.theme
    classes = difference_scale(lang, indicator, theme)
    from_city = differences(subject)
    rows = districts_of(subject, level, period)
    there = from_city[from_city["period"] == period].set_index("area")["value"]
    rows = rows.assign(shade=rows["area"].map(there))
    told = zip(rows["told"], rows["shade"], strict=True)
    rows["told"] = pd.Series([[value, f"{difference(lang, indicator, far)} · {rank}"] for (value, rank), far in told])
    title = text(lang, "{title} {period}: against the city", title=indicator.title[lang], period=dated(lang, period))
    unit = text(lang, "in {unit}; brown: below, green: above", unit=change_unit(lang, indicator))
    figure = choropleth.district_map(
        rows,
        classes,
        legend_of(lang, indicator, level, rows),
        value_hover(lang, indicator),
        lit,
        ground(subject.dataset, level, subject.base),
        subject.captions(title, unit),
        theme,
    )
    legend = in_classes(subject, rows, classes, of_change=True)
    drawn = Picture("map", figure, sentence, subject.file("map", period), rows, legend=legend)
    return with_years(subject, drawn, level, periods, from_city, classes, period)


def differences(subject: Subject) -> pd.DataFrame:
    """Every area's distance to the city, as the indicator states changes: percent of it, or in its own unit."""
    measure = measures.against if subject.indicator.change == "percent" else measures.gap
    return measure(grid(subject.dataset, subject.indicator), CITY).frame
