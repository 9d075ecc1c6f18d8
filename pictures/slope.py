"""Each district's value at both ends of a span."""

import pandas as pd

from charts.labels import with_notes
from charts.slope import slope
from data.areas import Level
from locales import text
from pictures.marks import Colours, extremes, missing_counted
from pictures.picture import Picture, Subject
from words.care import changes_counted, mark
from words.periods import short
from words.phrases import parts
from words.two_periods import slope_sentence


def slopes(subject: Subject, rows: pd.DataFrame, lit: Colours, level: Level) -> Picture:
    """Each district's value at both ends of the span; rows as from `pictures.picture.changes`."""
    lang, indicator = subject.lang, subject.indicator
    start, end = (short(lang, period) for period in subject.span)
    title = text(lang, "{title} {start} and {end}", title=indicator.title[lang], start=start, end=end)
    told = subject.captions(title, text(lang, "in {unit}", unit=indicator.unit[lang]))
    told = with_notes(told, changes_counted(lang, rows["care"].tolist()))
    marked = rows.assign(name=rows["name"] + rows["care"].map(mark))
    lit = lit or extremes(rows, subject.theme, "change")
    figure = slope(marked, lit, (start, end), told, subject.theme, indicator.decimals, missing_counted(lang))
    said = slope_sentence(lang, indicator, subject.span, rows, list(lit), parts(lang, level))
    return subject.picture("slope", figure, said, rows)
