"""The map of change between two periods."""

from dataclasses import replace

from data.areas import CITY
from indicators.figures.values import periods_shown
from locales import text
from pictures.map_parts import district_map
from pictures.picture import Picture, Repainting
from pictures.request import Request
from pictures.scales import change_classes_told, change_scale
from words.change import in_change_unit
from words.periods import short, short_span
from words.rows import change_hover, change_told


def change_map(request: Request) -> Picture:
    """The map of change between the first and the last period, which a slider repaints."""
    lang, indicator = request.lang, request.indicator
    labels = dict(zip(request.changes["area"].tolist(), request.changes["label"].tolist(), strict=True))
    beside = ""
    if CITY in labels and indicator.change != "absolute":
        beside = text(lang, "city {value}", value=labels[CITY])
    title = text(lang, "{title}: change {span}", title=indicator.title[lang], span=short_span(lang, request.span))
    unit = text(lang, "{unit}; brown = decrease, green = increase", unit=in_change_unit(lang, indicator))
    hover = change_hover(lang, indicator, request.span)
    rows = change_told(lang, indicator, request.districts, beside)
    classes = change_scale(request).reached(rows["shade"])
    drawn = district_map(request, rows, "change", (classes, change_classes_told(request)), hover, (title, unit))
    return replace(drawn, repainting=_repainting(request))


def _repainting(request: Request) -> Repainting:
    dataset, indicator, level, theme = request.dataset, request.indicator, request.level, request.theme
    periods = periods_shown(request.grid, dataset.codes(level))
    return Repainting(
        ["from", "to"],
        periods,
        [short(request.lang, period) for period in periods],
        request.span,
        dataset.codes(level),
        (*reversed(theme.falling), theme.steady, *theme.rising),
        theme.no_value,
        spans=f"{request.spans}&indicator={indicator.id}&level={level}",
        lang=request.lang,
    )
