"""The map of how far each district lies above or below the city."""

import pandas as pd

from data.areas import CITY
from indicators.figures import measures
from indicators.figures.values import grid
from locales import text
from pictures.map_parts import district_map, values_of, with_years
from pictures.picture import Picture
from pictures.request import Request
from pictures.scales import distance_scale, value_classes_told
from words.change import difference, in_change_unit
from words.periods import dated
from words.rows import value_hover


def against_city_map(request: Request) -> Picture:
    """The map of how far each district lies above or below the city in one period, with its slider of years.

    Distances are as the indicator states changes: in percent of the city's value, or in its own unit.
    """
    lang, indicator = request.lang, request.indicator
    measure = measures.against if indicator.change == "percent" else measures.gap
    distances = measure(grid(request.dataset, indicator), CITY).frame
    districts = distances[distances["area"].isin(request.dataset.codes(request.level))]
    classes = distance_scale(request, districts).reached(districts["value"])
    there = distances[distances["period"] == request.at].set_index("area")["value"]
    rows = values_of(request, request.at)
    rows = rows.assign(shade=rows["area"].map(there))
    told = zip(rows["told"], rows["shade"], strict=True)
    rows["told"] = pd.Series([[value, f"{difference(lang, indicator, far)} · {rank}"] for (value, rank), far in told])
    when = dated(lang, request.at)
    title = text(lang, "{title} {period}: against the city", title=indicator.title[lang], period=when)
    unit = text(lang, "{unit}; brown = below, green = above", unit=in_change_unit(lang, indicator))
    drawn = district_map(
        request, rows, "city", (classes, value_classes_told(request)), value_hover(lang, indicator), (title, unit)
    )
    return with_years(request, drawn, distances, classes)
