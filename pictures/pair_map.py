"""The maps of two periods beside each other."""

import pandas as pd

from charts import choropleth, circles
from locales import text
from pictures.circle_map import circles_unit, in_circles, size_scale
from pictures.map_parts import ground, legend_of, values_of
from pictures.map_sentence import sentence
from pictures.picture import Picture
from pictures.request import Request
from pictures.scales import value_classes_told, value_scale
from words.periods import short
from words.rows import value_hover
from words.units import in_unit


def pair_map(request: Request) -> Picture:
    """The values of the first and the last period beside each other, on one scale; of an amount, in circles."""
    lang, indicator = request.lang, request.indicator
    start, end = request.span
    rows, headings = (values_of(request, start), values_of(request, end)), (short(lang, start), short(lang, end))
    title = text(lang, "{title} {start} and {end}", title=indicator.title[lang], start=headings[0], end=headings[1])
    hover, there = value_hover(lang, indicator), ground(request)
    if in_circles(request):
        legend = legend_of(request, "", *rows)
        captions = request.captions(title, circles_unit(request))
        sizes = size_scale(request)
        figure = circles.circle_pair(rows, headings, sizes, legend, hover, request.lit, there, captions, request.theme)
    else:
        captions = request.captions(title, in_unit(lang, indicator.unit[lang]))
        scale, legend = value_scale(request), legend_of(request, value_classes_told(request), *rows)
        figure = choropleth.map_pair(rows, headings, scale, legend, hover, request.lit, there, captions, request.theme)
    return request.picture("map", figure, sentence(request, "pair"), pd.concat(rows, ignore_index=True))
