"""The sentence that reads the growth page's map, by what the map shows."""

import pandas as pd

from data.areas import CITY, Level
from indicators.figures.values import values
from locales import text
from pictures.picture import Subject
from words.against_city import against_city_sentence
from words.change import change_sentence
from words.one_period import value_sentence
from words.phrases import parts
from words.rows import all_moved, districts, moved, named, value_rows
from words.two_periods import pair_sentence


def sentence(subject: Subject, shows: str, level: Level, rows: pd.DataFrame, period: str) -> str:
    """What the map says in words.

    shows: change, pair, value or city; rows: changes of the districts and the city; period: of a map of values.
    """
    lang, indicator, kind = subject.lang, subject.indicator, parts(subject.lang, level)
    if shows == "pair":
        city = moved(rows, CITY, "Leipzig", text(lang, "Leipzig"))
        return pair_sentence(lang, indicator, subject.span, districts(rows), city, kind)
    if shows == "change":
        moves = dict(zip(rows["area"].tolist(), all_moved(rows), strict=True))
        city = named(moves.pop(CITY, None), "Leipzig", text(lang, "Leipzig"))
        return change_sentence(lang, indicator, subject.span, city, None, list(moves.values()), kind)
    figures, names = values(subject.dataset, indicator), subject.dataset.names[level]
    own = value_rows(lang, indicator, figures, {CITY: "Leipzig"}, period).iloc[0]
    said = against_city_sentence if shows == "city" else value_sentence
    listed = value_rows(lang, indicator, figures, names, period)
    return said(lang, indicator, period, listed, float(own["shade"]), kind, doubtful=own["status"] == "U")
