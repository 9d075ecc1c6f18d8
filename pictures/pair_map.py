"""The maps of two periods beside each other."""

from collections.abc import Sequence

import pandas as pd

from charts import choropleth
from data.areas import Level
from locales import text
from pictures.map_parts import districts_of, ground, legend_of
from pictures.picture import Picture, Subject
from pictures.scales import value_scale
from words.periods import short
from words.rows import value_hover


def pair_map(subject: Subject, level: Level, lit: Sequence[str], scheme: str, sentence: str) -> Picture:
    """The values of both chosen periods beside each other, on one scale."""
    lang, indicator, theme = subject.lang, subject.indicator, subject.theme
    rows = (districts_of(subject, level, subject.start), districts_of(subject, level, subject.end))
    start, end = (short(lang, period) for period in subject.span)
    title = text(lang, "{title} {start} and {end}", title=indicator.title[lang], start=start, end=end)
    figure = choropleth.map_pair(
        rows,
        (start, end),
        value_scale(lang, subject.dataset, indicator, level, scheme, theme),
        legend_of(lang, indicator, level, *rows),
        value_hover(lang, indicator),
        lit,
        ground(subject.dataset, level, subject.base),
        subject.captions(title, text(lang, "in {unit}", unit=indicator.unit[lang])),
        theme,
    )
    return subject.picture("map", figure, sentence, pd.concat(rows, ignore_index=True))
