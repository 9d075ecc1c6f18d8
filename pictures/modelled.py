"""Modelled figures with the limits that their uncertainty allows."""

from charts import limits_band, ranking
from data.areas import CITY
from indicators.catalogue import Indicator
from indicators.energy.uncertainty import limits_of
from locales import Language, number, text
from pictures.picture import Picture
from pictures.request import Request
from words.rows import value_rows

Limits = tuple[float, float]


def limits_in(request: Request, indicator: Indicator) -> dict[str, Limits]:
    """The limits of an indicator in the period of a picture of one, by area; none but of modelled heat."""
    limits = limits_of(request.dataset, indicator)
    own = limits[limits["period"] == request.at]
    return {area: (low, high) for area, low, high in zip(own["area"], own["low"], own["high"], strict=True)}


def limited_ranking(request: Request) -> Picture:
    """Bars of one period's values, the largest on top, with the limits of each in its tooltip."""
    lang, indicator, limits = request.lang, request.indicator, limits_in(request, request.indicator)
    # A count of the whole city would leave no room for its districts.
    names = {area: name for area, name in request.areas.items() if area != CITY or indicator.comparable}
    rows = value_rows(lang, indicator, request.grid.frame, names, request.at).dropna(subset=["shade"])
    bars = rows.assign(value=rows["shade"], label=[number(lang, n, indicator.decimals) for n in rows["shade"]])
    title = text(lang, "Ranking {period}", period=request.at)
    subtitle = text(lang, "{title}, in {unit}", title=indicator.title[lang], unit=indicator.unit[lang])
    below = [_below(lang, indicator, limits.get(area)) for area in rows["area"]]
    figure = ranking.ranking(bars, request.strongest, request.captions(title, subtitle), request.theme, below)
    return Picture("ranking", figure, f"{title}, {subtitle}", request.file("ranking", request.at), bars)


def _below(lang: Language, indicator: Indicator, limits: Limits | None) -> str:
    """What a tooltip says below a modelled figure: that it is one, and its limits."""
    told = text(lang, "modelled, not measured")
    if limits is None:
        return told
    low, high = (number(lang, limit, indicator.decimals) for limit in limits)
    return f"{told}<br>{text(lang, 'limits {low} to {high}', low=low, high=high)}"


def limits_over_time(request: Request) -> Picture:
    """The city's modelled values over all years, inside their limits."""
    lang, indicator, figures = request.lang, request.indicator, request.grid.frame
    limits = limits_of(request.dataset, indicator)
    own = figures[figures["area"] == CITY].merge(limits, on=["area", "period"]).sort_values("period")
    title = indicator.title[lang]
    captions = request.captions(title, text(lang, "Leipzig, in {unit}; shaded: limits", unit=indicator.unit[lang]))
    told = text(lang, "{value} (limits {low} to {high}), modelled", value="{value}", low="{low}", high="{high}")
    figure = limits_band.band_line(own, captions, request.theme, indicator.decimals, told)
    return request.picture("limits", figure, title, own)
