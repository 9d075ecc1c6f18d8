"""The cascade of what each part contributed to the city's change."""

import pandas as pd

from charts.cascade import cascade, steps
from locales import text
from pictures.marks import Colours
from pictures.picture import Drawn, Subject
from words.care import changes_told


def contributions(subject: Subject, parts: pd.DataFrame, lit: Colours, sentence: str) -> Drawn:
    """The largest contributions and those that are followed, the rest together.

    parts: from `indicators.analysis.contribution.contribution` with a column name, the remainder and the city last.
    """
    lang, bars = subject.lang, steps(subject.lang, parts, list(lit))
    start, end = subject.span
    if not bars:
        return text(lang, "No area has figures for both {start} and {end}.", start=start, end=end)
    stated = not pd.isna(parts["share"].iloc[-1])
    title = text(lang, "Contributions to Leipzig's change {start}–{end}", start=start, end=end)
    unit = text(lang, "residents · share of the city's change") if stated else text(lang, "residents")
    told = subject.captions(title, " · ".join([unit, *changes_told(lang, [bar.care for bar in bars])]))
    figure = cascade(bars, lit, text(lang, "half") if stated else "", told, subject.theme)
    return subject.picture("contribution", figure, sentence, parts)
