"""What the maps of an indicator share: rows with their tooltips, legends, boundaries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import isnan
from typing import Final

import pandas as pd

from charts import choropleth
from charts.choropleth import Legend
from charts.classes import Classes
from charts.ground import Ground
from data.areas import CITY
from indicators.figures.small_bases import from_few
from indicators.figures.values import periods_shown, values
from indicators.places import inner_city, label_room
from locales import Language, all_rounded, joined, number, plural, text
from pictures.limits import limits_in
from pictures.map_sentence import sentence
from pictures.picture import Picture, Repainting
from pictures.request import Request
from words.care import DOUBTFUL, changes_counted, doubts_counted
from words.change import amount, change_decimals
from words.classes import classes_sentence
from words.indicator import not_measured
from words.missing import why_missing
from words.periods import dated
from words.phrases import NAMED
from words.rows import value_told

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def district_map(
    request: Request, rows: pd.DataFrame, shows: str, scale: tuple[Classes, str], hover: str, titles: tuple[str, str]
) -> Picture:
    """A map of one shade a district; shows: change, value or city; scale: with what makes its classes; hover: as of
    `charts.choropleth.district_map`."""
    period, (classes, classed) = "" if shows == "change" else request.at, scale
    legend, captions = legend_of(request, classed, rows), request.captions(*titles)
    figure = choropleth.district_map(
        rows, classes, legend, hover, request.lit, ground(request, rows), captions, request.theme
    )
    drawn = request.picture("map", figure, sentence(request, shows), rows, period)
    return replace(drawn, legend=_in_classes(request, rows, classes, of_change=shows != "value"))


def with_years(request: Request, drawn: Picture, figures: pd.DataFrame, classes: Classes) -> Picture:
    """The map of one period with a slider of all of them; of a single one there is nothing to scrub through.

    figures: frame of what the map shows, of every area and period.
    """
    areas = request.dataset.codes(request.level)
    periods = periods_shown(request.grid, areas)
    if len(periods) == 1:
        return drawn
    repainting = Repainting(
        ["year"],
        periods,
        [dated(request.lang, each) for each in periods],
        [request.at],
        areas,
        classes.colours,
        request.theme.no_value,
        _shades(figures, areas, periods, classes),
    )
    return replace(drawn, repainting=repainting)


def _shades(drawn: pd.DataFrame, areas: Sequence[str], periods: Sequence[str], classes: Classes) -> list[str]:
    """The class of every district in every period, as `Repainting` takes it."""
    wide = drawn.pivot(index="area", columns="period", values="value").reindex(index=list(areas), columns=list(periods))
    shades = classes.of(wide.to_numpy().T.ravel())
    digits = "".join("-" if shade is None else DIGITS[shade] for shade in shades)
    return [digits[n : n + len(areas)] for n in range(0, len(digits), len(areas))]


def values_of(request: Request, period: str) -> pd.DataFrame:
    """The districts' values of one period with what their tooltips tell."""
    lang, indicator, dataset = request.lang, request.indicator, request.dataset
    figures = values(dataset, indicator)
    rows = replace(request, period=period).values(dataset.names[request.level])
    city = figures.loc[(figures["area"] == CITY) & (figures["period"] == period), "value"].dropna()
    beside = ""
    if indicator.comparable and len(city):
        beside = text(lang, "city {value}", value=amount(lang, indicator, float(city.iloc[0])))
    return value_told(lang, indicator, rows, beside, limits_in(replace(request, period=period), indicator))


def _in_classes(request: Request, rows: pd.DataFrame, classes: Classes, *, of_change: bool) -> str:
    """The legend in words; a continuous scale has none."""
    if classes.continuous:
        return ""
    shades = rows["shade"].tolist()
    counts, missing = classes.counts(shades), sum(map(isnan, shades))
    lang, indicator = request.lang, request.indicator
    return classes_sentence(lang, indicator, classes.breaks, counts, missing, of_change=of_change)


def legend_of(request: Request, classed: str, *maps: pd.DataFrame) -> Legend:
    """What the numbers above the scale count, how many districts have no value, with the reasons, and what needs care:
    doubtful figures, breaks between the years of a change, and that nobody measured them; classed: what makes the
    classes."""
    lang = request.lang
    counted = {
        "ortsteil": text(lang, "Above each colour: the number of districts in it"),
        "stadtbezirk": text(lang, "Above each colour: the number of boroughs in it"),
    }[request.level]
    if request.inner:
        counted = text(lang, "Above each colour: the number in the whole city")
    statuses: dict[str, str] = {}
    for area, status, shade in _cells(maps):
        if isnan(shade):
            statuses.setdefault(area, status)
    care = " · ".join([*_careful(lang, maps), *filter(None, not_measured(lang, request.indicator)[:1])])
    if not statuses:
        return Legend(counted, classed, "", care)
    reasons = Counter(why_missing(lang, status) for status in statuses.values()).most_common()
    why = joined(lang, [reason if len(reasons) == 1 else f"{reason} ({n})" for reason, n in reasons])
    missing = [int(rows["shade"].isna().sum()) for rows in maps]
    if len(set(missing)) > 1:
        first, second = (number(lang, n) for n in missing)
        told = text(lang, "no value: {first} and {second} areas, {why}", first=first, second=second, why=why)
    else:
        told = plural(lang, "no value: {n} area, {why}", "no value: {n} areas, {why}", missing[0], why=why)
    return Legend(counted, classed, told, care)


def missing_only(lang: Language, rows: pd.DataFrame) -> Legend:
    """A legend that says only how many areas have no value."""
    n = int(rows["shade"].isna().sum())
    return Legend("", "", plural(lang, "no value: {n} area", "no value: {n} areas", n) if n else "")


def _careful(lang: Language, maps: Sequence[pd.DataFrame]) -> list[str]:
    """How many districts have a doubtful figure, or a change across a break."""
    if "care" in maps[0]:
        return changes_counted(lang, maps[0]["care"].tolist())
    doubtful = {area for area, status, shade in _cells(maps) if status == DOUBTFUL and not isnan(shade)}
    return doubts_counted(lang, len(doubtful))


def _cells(maps: Sequence[pd.DataFrame]) -> list[tuple[str, str, float]]:
    """Area, status and shade of every district of every map."""
    columns = ("area", "status", "shade")
    return [cell for rows in maps for cell in zip(*(rows[name].tolist() for name in columns), strict=True)]


def ground(request: Request, rows: pd.DataFrame | None = None) -> Ground:
    """Where the browser fetches the boundaries of a version, and where there is room for names.

    rows: of the districts that are drawn, where those that are spoken of have their names at every size.
    """
    dataset, level = request.dataset, request.level
    names = dataset.names[level]
    (west, east), (south, north) = extent = inner_city.extent(dataset) if request.inner else dataset.extent
    rooms = tuple(
        (area, names[area], lon, lat, width)
        for area, lon, lat, width in label_room.rooms(dataset, level)
        if west < lon < east and south < lat < north
    )
    districts, boroughs = request.boundaries + level, request.boundaries + "stadtbezirk"
    named = () if rows is None else tuple(_named(request, rows))
    return Ground(districts, boroughs, *extent, rooms, named)


def _named(request: Request, rows: pd.DataFrame) -> list[str]:
    """The areas that are set off, the last first, and those with the highest and the lowest shade as shown.

    Of modelled figures none is called the highest, of changes in percent none that comes from few, and of many that
    are level none is named. rows: area, shade and, of changes, start_value.
    """
    chosen, indicator = [*reversed(request.lit)], request.indicator
    if indicator.kind == "modelled":
        return chosen
    of_change = "start_value" in rows.columns
    known = rows[rows["shade"].notna()]
    if of_change:
        known = known[[not from_few(indicator, value) for value in known["start_value"]]]
    if known.empty:
        return chosen
    shown = all_rounded(known["shade"], change_decimals(indicator) if of_change else indicator.decimals)
    ends = [known.loc[shown == end, "area"].tolist() for end in (shown.max(), shown.min())]
    return [*chosen, *(area for end in ends if len(end) <= NAMED for area in end)]
