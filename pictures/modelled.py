"""Modelled figures with the limits that their uncertainty allows."""

from charts import limits_band
from data.areas import CITY
from indicators.energy.uncertainty import limits_of
from locales import text
from pictures import chosen
from pictures.limits import limits_in
from pictures.picture import Picture
from pictures.request import Request
from words import energy
from words.units import in_unit


def where(request: Request) -> str:
    """What the map of one period says, of the chosen district first: the city's modelled value, and where it is highest
    and lowest."""
    lang, indicator, at = request.lang, request.indicator, request.at
    rows, limits, taken_up = request.values(request.areas), limits_in(request, indicator), chosen.has_value(request)
    told = energy.where(lang, indicator, at, rows, limits, request.parts, taken_up=taken_up)
    return f"{chosen.sentence(request, 'value')} {told}".strip()


def limits_over_time(request: Request) -> Picture:
    """The city's modelled values over all years, inside their limits."""
    lang, indicator, figures = request.lang, request.indicator, request.grid.frame
    limits = limits_of(request.dataset, indicator)
    own = figures[figures["area"] == CITY].merge(limits, on=["area", "period"]).sort_values("period")
    title = indicator.title[lang]
    captions = request.captions(
        title, text(lang, "Leipzig, {unit}; shaded: range of uncertainty", unit=in_unit(lang, indicator.unit[lang]))
    )
    told = text(
        lang, "{value} (uncertainty from {low} to {high}), modelled", value="{value}", low="{low}", high="{high}"
    )
    figure = limits_band.band_line(own, captions, request.theme, indicator.decimals, told)
    return request.picture("limits", figure, title, own)
