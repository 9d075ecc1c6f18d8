"""The map of one period's values."""

from collections.abc import Sequence

from charts import choropleth
from data.areas import Level
from indicators.figures.values import values
from locales import text
from pictures.map_parts import districts_of, ground, in_classes, legend_of
from pictures.picture import Picture, Subject
from pictures.scales import value_scale
from pictures.years import with_years
from words.periods import dated
from words.rows import value_hover


def value_map(
    subject: Subject, level: Level, periods: Sequence[str], lit: Sequence[str], scheme: str, sentence: str, period: str
) -> Picture:
    """The map of one period's values with its slider of years; scheme: of the classes, see `value_scale`."""
    lang, indicator, theme = subject.lang, subject.indicator, subject.theme
    classes = value_scale(lang, subject.dataset, indicator, level, scheme, theme)
    rows = districts_of(subject, level, period)
    figure = choropleth.district_map(
        rows,
        classes,
        legend_of(lang, indicator, level, rows),
        value_hover(lang, indicator),
        lit,
        ground(subject.dataset, level, subject.base),
        subject.captions(
            f"{indicator.title[lang]} {dated(lang, period)}", text(lang, "in {unit}", unit=indicator.unit[lang])
        ),
        theme,
    )
    legend = in_classes(subject, rows, classes, of_change=False)
    drawn = Picture("map", figure, sentence, subject.file("map", period), rows, legend=legend)
    return with_years(subject, drawn, level, periods, values(subject.dataset, indicator), classes, period)
