"""The map of change between two periods."""

from dataclasses import replace
from math import isnan

from charts.classes import Classes
from data.areas import CITY, Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.values import values
from indicators.kept import kept
from locales import text
from pictures.map_parts import district_map
from pictures.picture import Picture, Repainting
from pictures.request import Request
from pictures.scales import change_classes_told, change_scale
from words.change import change_unit
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
    unit = text(lang, "in {unit}; brown: fell, green: rose", unit=change_unit(lang, indicator))
    whole, hover = change_scale(request), change_hover(lang, indicator, request.span)
    rows = change_told(lang, indicator, request.districts, beside)
    unseen, classes = whole.reached(rows["shade"])
    drawn = district_map(request, rows, "change", (classes, change_classes_told(request)), hover, (title, unit))
    return replace(drawn, repainting=_repainting(request, whole, unseen))


def _repainting(request: Request, classes: Classes, unseen: int) -> Repainting:
    periods, areas, figures = _figures(request.dataset, request.indicator, request.level)
    return Repainting(
        ["from", "to"],
        periods,
        [short(request.lang, period) for period in periods],
        request.span,
        areas,
        classes.colours,
        request.theme.no_value,
        figures=figures,
        percent=request.indicator.change == "percent",
        breaks=classes.breaks,
        decimals=classes.decimals,
        unseen=unseen,
    )


@kept
def _figures(
    dataset: Dataset, indicator: Indicator, level: Level
) -> tuple[list[str], list[str], list[list[float | None]]]:
    """Periods, areas and all values of one level, as `Repainting` takes them, with six digits."""
    areas = dataset.codes(level)
    wide = values(dataset, indicator).pivot(index="period", columns="area", values="value").reindex(columns=areas)
    rows = [[None if isnan(value) else float(f"{value:.6g}") for value in row] for row in wide.to_numpy().tolist()]
    return wide.index.tolist(), areas, rows
