"""The map of change between two periods."""

from collections.abc import Sequence
from math import isnan

import pandas as pd

from charts import choropleth
from charts.classes import Classes
from data.areas import CITY, Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.values import values
from indicators.kept import kept
from locales import text
from pictures.map_parts import ground, in_classes, legend_of
from pictures.picture import Picture, Repainting, Subject
from pictures.scales import difference_scale
from words.change import change_unit
from words.periods import short, short_span
from words.rows import change_hover, change_told, districts


def change_map(subject: Subject, rows: pd.DataFrame, level: Level, lit: Sequence[str], sentence: str) -> Picture:
    """The map of change between the two chosen periods; rows: of the districts and the city."""
    lang, indicator, theme = subject.lang, subject.indicator, subject.theme
    labels = dict(zip(rows["area"].tolist(), rows["label"].tolist(), strict=True))
    beside = ""
    if CITY in labels and indicator.change != "absolute":
        beside = text(lang, "city {value}", value=labels[CITY])
    shown = districts(rows)
    title = text(lang, "{title}: change {span}", title=indicator.title[lang], span=short_span(lang, subject.span))
    classes = difference_scale(lang, indicator, theme)
    figure = choropleth.district_map(
        change_told(lang, shown, beside),
        classes,
        legend_of(lang, indicator, level, shown),
        change_hover(lang, indicator, subject.span),
        lit,
        ground(subject.dataset, level, subject.base),
        subject.captions(title, text(lang, "in {unit}; brown: fell, green: rose", unit=change_unit(lang, indicator))),
        theme,
    )
    legend = in_classes(subject, shown, classes, of_change=True)
    repainting = _repainting(subject, level, classes)
    return Picture("map", figure, sentence, subject.file("map"), shown, legend=legend, repainting=repainting)


def _repainting(subject: Subject, level: Level, classes: Classes) -> Repainting:
    periods, areas, figures = _figures(subject.dataset, subject.indicator, level)
    return Repainting(
        ["from", "to"],
        periods,
        [short(subject.lang, period) for period in periods],
        subject.span,
        areas,
        classes.colours,
        subject.theme.no_value,
        figures=figures,
        percent=subject.indicator.change == "percent",
        breaks=classes.breaks,
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
