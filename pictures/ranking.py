"""Bars, the largest on top: of change, or of one period's values."""

from collections.abc import Sequence
from math import isnan

import pandas as pd

from charts import ranking
from locales import number, text
from pictures.map_sentence import sentence
from pictures.picture import Drawn, Picture
from pictures.request import Request
from words.care import changes_told, mark, values_told
from words.change import change_unit
from words.periods import dated, short_span
from words.rows import value_rows


def of_changes(request: Request) -> Drawn:
    """Bars of change, the largest on top."""
    lang, rows = request.lang, request.changes
    start, end = (dated(lang, period) for period in request.span)
    there = [place for place, change in enumerate(rows["change"].tolist()) if not isnan(change)]
    if not there:
        return text(lang, "No area has figures for both {start} and {end}.", start=start, end=end)
    title = text(lang, "Ranking of change {span}", span=short_span(lang, request.span))
    bars = rows.iloc[there].assign(value=rows["change"], label=rows["short"])
    unit, notes = change_unit(lang, request.indicator), changes_told(lang, rows["care"])
    return _bars(request, bars, (title, unit), notes, sentence(request, "change"))


def of_values(request: Request) -> Drawn:
    """Bars of one period's values, the largest on top."""
    lang, indicator, period = request.lang, request.indicator, request.at
    rows = value_rows(lang, indicator, request.grid.frame, request.on_one_scale, period).dropna(subset=["shade"])
    if rows.empty:
        return text(lang, "There are no figures to draw for this choice.")
    cells = zip(rows["shade"], rows["status"], strict=True)
    labels = [number(lang, value, indicator.decimals) + mark(status) for value, status in cells]
    title = text(lang, "Ranking {period}", period=dated(lang, period))
    unit = " · ".join([indicator.unit[lang], *request.without_city])
    said = title if request.listed and not request.sentence else sentence(request, "value")
    notes = values_told(lang, set(rows["status"]))
    bars = rows.assign(value=rows["shade"], label=labels)
    return _bars(request, bars, (title, unit), notes, said, period)


def _bars(
    request: Request, bars: pd.DataFrame, titles: tuple[str, str], notes: Sequence[str], said: str, period: str = ""
) -> Picture:
    """titles: of the picture, and the unit; notes: what signs behind the figures mean."""
    lang = request.lang
    subtitle = text(lang, "{title}, in {unit}", title=request.indicator.title[lang], unit=titles[1])
    figure = ranking.ranking(bars, request.strongest, request.captions(titles[0], subtitle, notes), request.theme)
    return request.picture("ranking", figure, said, bars, period)
