"""Each district's value at both ends of a span."""

from charts.slope import slope
from locales import text
from pictures.limits import limits_of_ends
from pictures.marks import named, without_figure
from pictures.picture import Picture
from pictures.request import Request
from words.care import changes_counted, changes_told, mark
from words.periods import short
from words.rows import ENDS
from words.two_periods import slope_sentence
from words.units import in_unit


def slopes(request: Request) -> Picture:
    """Each district's value at both ends of the span, or each area's that is listed."""
    lang, indicator, every = request.lang, request.indicator, request.changes
    start, end = (short(lang, period) for period in request.span)
    title = text(lang, "{title} {start} and {end}", title=indicator.title[lang], start=start, end=end)
    unit = " · ".join([in_unit(lang, indicator.unit[lang]), *request.without_city])
    if request.listed:
        rows, signs = every[every["area"].isin(list(request.on_one_scale))], changes_told(lang, every["care"])
    else:
        rows = request.districts
        signs = changes_counted(lang, rows["care"].tolist())
    marked = rows.assign(name=rows["name"] + rows["care"].map(mark))
    notes = [*without_figure(request, rows, *ENDS), *signs]
    lit, captions = named(request, rows, "change"), request.captions(title, unit, notes)
    figure = slope(marked, lit, (start, end), captions, request.theme, indicator.decimals)
    if request.listed:
        return request.picture("slope", figure, title, rows)
    limits = limits_of_ends(request)
    said = slope_sentence(lang, indicator, request.span, rows, list(lit), request.parts, limits)
    return request.picture("slope", figure, said, rows)
