"""The map of one period's values."""

from indicators.figures.values import values
from pictures.circle_map import circle_map, in_circles
from pictures.map_parts import district_map, values_of, with_years
from pictures.picture import Picture
from pictures.request import Request
from pictures.scales import value_classes_told, value_scale
from words.periods import dated
from words.rows import value_hover
from words.units import in_unit


def value_map(request: Request) -> Picture:
    """The map of one period's values with its slider of years; of an amount, in circles."""
    if in_circles(request):
        return circle_map(request)
    lang, indicator = request.lang, request.indicator
    classes = value_scale(request)
    title = f"{indicator.title[lang]} {dated(lang, request.at)}"
    unit = in_unit(lang, indicator.unit[lang])
    rows, hover = values_of(request, request.at), value_hover(lang, indicator)
    drawn = district_map(request, rows, "value", (classes, value_classes_told(request)), hover, (title, unit))
    return with_years(request, drawn, values(request.dataset, indicator), classes)
