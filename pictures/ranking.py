"""Bars or dots of change, or of one period's values, in the order in which sentences name them."""

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd

from charts import ranking
from data.areas import CITY
from locales import number, rounded, text
from pictures.limits import change_limits_in, limits_in
from pictures.map_sentence import sentence
from pictures.picture import Drawn, Picture
from pictures.request import Request
from words.care import changes_told, mark, values_told
from words.change import change_decimals, in_change_unit
from words.limits import change_limits_told, limits_told, lines_told
from words.periods import dated, short_span
from words.phrases import as_shown
from words.units import captioned, in_unit


def of_changes(request: Request) -> Drawn:
    """Bars of change, the strongest rise or, where sentences speak of falling, the strongest fall on top."""
    lang, rows = request.lang, request.changes
    start, end = (dated(lang, period) for period in request.span)
    there = [place for place, change in enumerate(rows["change"].tolist()) if not isnan(change)]
    if not there:
        return text(lang, "No area has figures for both {start} and {end}.", start=start, end=end)
    title = text(lang, "Ranking of change {span}", span=short_span(lang, request.span))
    bars = rows.iloc[there]
    # What is level as shown is drawn level.
    lengths = [float(rounded(change, change_decimals(request.indicator))) for change in bars["change"]]
    bars = bars.assign(value=lengths, label=bars["short"])
    if limits := change_limits_in(request):
        bars["told"] = [change_limits_told(lang, request.indicator, limits.get(area)) for area in bars["area"]]
    unit, notes = in_change_unit(lang, request.indicator), changes_told(lang, rows["care"])
    return _picture(request, bars, (title, unit), notes, sentence(request, "change"), from_zero=True)


def of_values(request: Request) -> Drawn:
    """One period's values with their limits where there are any, the largest or the best grade on top."""
    return _of_values(request, request.on_one_scale, request.without_city)


def with_city(request: Request) -> Drawn:
    """One period's values, the city's among them where it compares with its parts."""
    # A count of the whole city would leave no room for its districts.
    names = {area: name for area, name in request.areas.items() if area != CITY or request.indicator.comparable}
    return _of_values(request, names, [])


def _of_values(request: Request, names: Mapping[str, str], without: Sequence[str]) -> Drawn:
    lang, indicator, period = request.lang, request.indicator, request.at
    rows = request.values(names).dropna(subset=["shade"])
    if rows.empty:
        return text(lang, "There are no figures to draw for this choice.")
    cells = zip(rows["shade"], rows["status"], strict=True)
    labels = [number(lang, value, indicator.decimals) + mark(status) for value, status in cells]
    title = text(lang, "Ranking {period}", period=dated(lang, period))
    said = title if request.listed and not request.sentence else sentence(request, "value")
    notes, bars = values_told(lang, set(rows["status"])), rows.assign(label=labels)
    bars["value"] = [as_shown(indicator, value) for value in rows["shade"]]
    unit, limits = [in_unit(lang, indicator.unit[lang]), *without], limits_in(request, indicator)
    if limits:
        notes = [lines_told(lang, indicator), *notes]
        own = [limits.get(area) for area in rows["area"]]
        ends = [one or (float("nan"),) * 2 for one in own]
        told = ["" if one is None else limits_told(lang, indicator, one) for one in own]
        bars = bars.assign(low=[low for low, _ in ends], high=[high for _, high in ends], told=told)
    return _picture(request, bars, (title, " · ".join(unit)), notes, said, period)


def _picture(
    request: Request,
    bars: pd.DataFrame,
    titles: tuple[str, str],
    notes: Sequence[str],
    said: str,
    period: str = "",
    *,
    from_zero: bool = False,
) -> Picture:
    """titles: of the picture, and the unit; notes: what signs behind the figures mean.

    What the others are set against is a line among their bars, as long as there are any.
    """
    lang = request.lang
    subtitle = captioned(request.indicator.title[lang], request.indicator.unit[lang], titles[1])
    captions = request.captions(titles[0], subtitle, notes)
    is_reference = bars["area"] == request.reference
    against = None
    if is_reference.any() and not is_reference.all():
        ((name, value, label),) = bars.loc[is_reference, ["name", "value", "label"]].itertuples(index=False)
        against, bars = (float(value), f"{name} {label}"), bars[~is_reference]
    figure = ranking.ranking(bars, request.strongest, captions, request.theme, against, from_zero=from_zero)
    return request.picture("ranking", figure, said, bars, period)
