"""Where each district stands in one period."""

from dataclasses import replace
from math import isnan

from charts.distribution import Reference, distribution
from data.areas import CITY
from locales import plural, text
from pictures.marks import named, without_figure
from pictures.picture import Picture
from pictures.request import Request
from words.care import DOUBTFUL
from words.change import amount
from words.districts import distribution_sentence
from words.periods import dated
from words.units import in_unit


def positions(request: Request) -> Picture:
    """Where each district stands at the end of the span, and the city among them where that compares."""
    lang, indicator, (_, end) = request.lang, request.indicator, request.span
    at_end = replace(request, period=end)
    listed = at_end.values(request.dataset.names[request.level])
    rows = listed.rename(columns={"shade": "value"})
    city = float(at_end.values({CITY: "Leipzig"})["shade"].iloc[0])
    label = f"Leipzig: {amount(lang, indicator, city)}"
    reference = Reference(label, city) if indicator.comparable and not isnan(city) else None
    title = indicator.title[lang]
    title = text(lang, "{title} {end}: the districts beside each other", title=title, end=dated(lang, end))
    doubtful = int((rows["value"].notna() & (rows["status"] == DOUBTFUL)).sum())
    notes = without_figure(request, rows, "value")
    notes += [plural(lang, "○ doubtful: {n} area", "○ doubtful: {n} areas", doubtful)] * (doubtful > 0)
    captions = request.captions(title, in_unit(lang, indicator.unit[lang]), notes)
    lit = named(request, rows, "value")
    figure = distribution(rows, lit, reference, captions, request.theme, indicator.decimals)
    sentence = distribution_sentence(lang, indicator, end, listed, request.lit, request.parts)
    return request.picture("distribution", figure, sentence, rows)
