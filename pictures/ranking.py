"""Bars, the largest on top: of change, or of one period's values."""

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd

from charts import ranking
from charts.labels import with_notes
from data.areas import CITY
from locales import number, text
from pictures.picture import Drawn, Picture, Subject
from words.care import changes_told, mark, values_told
from words.change import change_unit
from words.periods import dated, short_span
from words.rows import value_rows


def of_changes(subject: Subject, rows: pd.DataFrame, lit: Sequence[str], sentence: str) -> Drawn:
    """Bars of change, the largest on top."""
    lang, indicator = subject.lang, subject.indicator
    start, end = (dated(lang, period) for period in subject.span)
    if all(map(isnan, rows["change"].tolist())):
        return text(lang, "No area has figures for both {start} and {end}.", start=start, end=end)
    title = text(lang, "Ranking of change {span}", span=short_span(lang, subject.span))
    bars = rows.assign(value=rows["change"], label=rows["short"])
    return _bars(subject, bars, (title, change_unit(lang, indicator)), changes_told(lang, rows["care"]), lit, sentence)


def of_values(
    subject: Subject, values: pd.DataFrame, names: Mapping[str, str], period: str, lit: Sequence[str], sentence: str
) -> Picture:
    """Bars of one period's values, the largest on top."""
    lang, indicator = subject.lang, subject.indicator
    # A count of the whole city would leave no room for its districts.
    listed = {area: name for area, name in names.items() if area != CITY or indicator.change != "percent"}
    rows = value_rows(lang, indicator, values, listed, period)
    cells = zip(rows["shade"], rows["status"], strict=True)
    labels = [number(lang, value, indicator.decimals) + mark(status) for value, status in cells]
    title = text(lang, "Ranking {period}", period=dated(lang, period))
    notes = values_told(lang, set(rows.loc[rows["shade"].notna(), "status"]))
    bars = rows.assign(value=rows["shade"], label=labels)
    return _bars(subject, bars, (title, indicator.unit[lang]), notes, lit, sentence, period)


def _bars(
    subject: Subject,
    rows: pd.DataFrame,
    titles: tuple[str, str],
    notes: Sequence[str],
    lit: Sequence[str],
    sentence: str,
    period: str = "",
) -> Picture:
    """titles: of the picture, and the unit; notes: what signs behind the figures mean."""
    subtitle = text(subject.lang, "{title}, in {unit}", title=subject.indicator.title[subject.lang], unit=titles[1])
    bars = rows.iloc[[place for place, value in enumerate(rows["value"].tolist()) if not isnan(value)]]
    told = with_notes(subject.captions(titles[0], subtitle), notes)
    figure = ranking.ranking(bars, lit, told, subject.theme)
    return subject.picture("ranking", figure, sentence, bars, period)
