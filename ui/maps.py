"""The maps that pages place: of change between two periods, and of the values of one or of two."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, partial
from math import isnan
from typing import Final

import pandas as pd
import streamlit as st

from charts import choropleth
from charts.choropleth import Ground, Legend
from charts.classes import Classes
from charts.theme import Figure
from charts.tooltips import not_measured
from data.areas import CITY, Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.values import values
from indicators.places import label_room
from locales import Language, joined, number, plural, text
from ui import address, frame
from ui.drawing import component
from ui.drawing.component import Spans, Years
from ui.pictures import Chosen, captions
from ui.scales import difference_scale, value_scale
from words.care import changes_counted, doubts_counted
from words.change import amount, change_unit, difference
from words.classes import classes_sentence
from words.periods import dated, short, short_span
from words.rows import DOUBTFUL, change_hover, change_told, districts, value_hover, value_rows, value_told, why_missing

SLIDER: Final = "st-key-choice-from-to"
"""The place of `ui.controls.years` in the document."""
DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def change_map(chosen: Chosen, rows: pd.DataFrame, level: Level, lit: Sequence[str], alt: str) -> None:
    """The map of change between the two chosen periods; rows: of the districts and the city."""
    lang, indicator, theme = chosen.lang, chosen.indicator, frame.theme()
    labels = dict(zip(rows["area"].tolist(), rows["label"].tolist(), strict=True))
    beside = ""
    if CITY in labels and indicator.change != "absolute":
        beside = text(lang, "city {value}", value=labels[CITY])
    shown = districts(rows)
    title = text(lang, "{title}: change {span}", title=indicator.title[lang], span=short_span(lang, chosen.span))
    classes = difference_scale(lang, indicator, theme)
    figure = choropleth.district_map(
        change_told(lang, shown, beside),
        classes,
        _legend(lang, indicator, level, shown),
        change_hover(lang, indicator, chosen.span),
        lit,
        ground(chosen.dataset, level),
        captions(chosen, title, text(lang, "in {unit}; brown: fell, green: rose", unit=change_unit(lang, indicator))),
        theme,
    )
    legend = _in_classes(chosen, shown, classes, of_change=True)
    component.draw(
        lang, figure, chosen.file("map"), alt, "map", chosen.picked, legend=legend, spans=_spans(chosen, level, classes)
    )


def _spans(chosen: Chosen, level: Level, classes: Classes) -> Spans:
    periods, areas, figures = _figures(chosen.dataset, chosen.indicator, level)
    return Spans(
        periods,
        [short(chosen.lang, period) for period in periods],
        areas,
        figures,
        chosen.indicator.change == "percent",
        classes.breaks,
        classes.colours,
        frame.theme().no_value,
        "–".join(chosen.span),
        SLIDER,
    )


@lru_cache(maxsize=256)
def _figures(dataset: Dataset, indicator: Indicator, level: Level) -> tuple[list[str], list[str], str]:
    """Periods, areas and all values of one level, as `ui.drawing.component.Spans` takes them."""
    areas = dataset.codes(level)
    wide = values(dataset, indicator).pivot(index="period", columns="area", values="value").reindex(columns=areas)
    rows = [",".join("" if isnan(value) else f"{value:.6g}" for value in row) for row in wide.to_numpy().tolist()]
    return wide.index.tolist(), areas, ";".join(rows)


def value_map(
    chosen: Chosen, level: Level, periods: Sequence[str], lit: Sequence[str], scheme: str, alt: str, period: str
) -> None:
    """The map of one period's values with its slider of years; scheme: of the classes, see `value_scale`."""
    lang, indicator, theme = chosen.lang, chosen.indicator, frame.theme()
    classes = value_scale(lang, chosen.dataset, indicator, level, scheme, theme)
    rows = _rows(chosen, level, period)
    figure = choropleth.district_map(
        rows,
        classes,
        _legend(lang, indicator, level, rows),
        value_hover(lang, indicator),
        lit,
        ground(chosen.dataset, level),
        captions(
            chosen, f"{indicator.title[lang]} {dated(lang, period)}", text(lang, "in {unit}", unit=indicator.unit[lang])
        ),
        theme,
    )
    legend = _in_classes(chosen, rows, classes, of_change=False)
    _with_years(chosen, figure, level, periods, values(chosen.dataset, indicator), classes, alt, period, legend)


def city_map(chosen: Chosen, level: Level, periods: Sequence[str], lit: Sequence[str], alt: str, period: str) -> None:
    """The map of how far each district lies above or below the city in one period, with its slider of years."""
    lang, indicator, theme = chosen.lang, chosen.indicator, frame.theme()
    classes = difference_scale(lang, indicator, theme)
    from_city = differences(chosen)
    rows = _rows(chosen, level, period)
    there = from_city[from_city["period"] == period].set_index("area")["value"]
    rows = rows.assign(shade=rows["area"].map(there))
    told = zip(rows["told"], rows["shade"], strict=True)
    rows["told"] = pd.Series([[value, f"{difference(lang, indicator, far)} · {rank}"] for (value, rank), far in told])
    title = text(lang, "{title} {period}: against the city", title=indicator.title[lang], period=dated(lang, period))
    unit = text(lang, "in {unit}; brown: below, green: above", unit=change_unit(lang, indicator))
    figure = choropleth.district_map(
        rows,
        classes,
        _legend(lang, indicator, level, rows),
        value_hover(lang, indicator),
        lit,
        ground(chosen.dataset, level),
        captions(chosen, title, unit),
        theme,
    )
    _with_years(
        chosen,
        figure,
        level,
        periods,
        from_city,
        classes,
        alt,
        period,
        _in_classes(chosen, rows, classes, of_change=True),
    )


def differences(chosen: Chosen) -> pd.DataFrame:
    """Every area's distance to the city, as the indicator states changes: percent of it, or in its own unit."""
    measure = measures.against if chosen.indicator.change == "percent" else measures.gap
    return measure(values(chosen.dataset, chosen.indicator), CITY)


def pair_map(chosen: Chosen, level: Level, lit: Sequence[str], scheme: str, alt: str) -> None:
    """The values of both chosen periods beside each other, on one scale."""
    lang, indicator, theme = chosen.lang, chosen.indicator, frame.theme()
    rows = (_rows(chosen, level, chosen.start), _rows(chosen, level, chosen.end))
    start, end = (short(lang, period) for period in chosen.span)
    title = text(lang, "{title} {start} and {end}", title=indicator.title[lang], start=start, end=end)
    figure = choropleth.map_pair(
        rows,
        (start, end),
        value_scale(lang, chosen.dataset, indicator, level, scheme, theme),
        _legend(lang, indicator, level, *rows),
        value_hover(lang, indicator),
        lit,
        ground(chosen.dataset, level),
        captions(chosen, title, text(lang, "in {unit}", unit=indicator.unit[lang])),
        theme,
    )
    chosen.draw(figure, "map", alt)


def year(periods: Sequence[str], default: str) -> str:
    """The period that the slider below a map of values stands at."""
    chosen: str = st.session_state[address.one("year", periods, default)]
    return chosen


def _with_years(
    chosen: Chosen,
    figure: Figure,
    level: Level,
    periods: Sequence[str],
    drawn: pd.DataFrame,
    classes: Classes,
    alt: str,
    period: str,
    legend: str,
) -> None:
    lang = chosen.lang
    words = (text(lang, "Year"), text(lang, "Play"), text(lang, "Pause"))
    areas = chosen.dataset.codes(level)
    shades = _shades(drawn, areas, periods, classes)
    slider = Years(
        periods,
        period,
        [dated(lang, each) for each in periods],
        areas,
        shades,
        classes.colours,
        frame.theme().no_value,
        *words,
    )
    # With a single period there is nothing to scrub through.
    years = slider if len(periods) > 1 else None
    moved = partial(st.session_state.__setitem__, "choice year")
    component.draw(lang, figure, chosen.file("map", period), alt, "map", chosen.picked, years, moved, legend)


def _rows(chosen: Chosen, level: Level, period: str) -> pd.DataFrame:
    """The districts' values of one period with what their tooltips tell."""
    lang, indicator, dataset = chosen.lang, chosen.indicator, chosen.dataset
    figures = values(dataset, indicator)
    rows = value_rows(lang, indicator, figures, dataset.names[level], period)
    city = figures.loc[(figures["area"] == CITY) & (figures["period"] == period), "value"].dropna()
    beside = ""
    if indicator.comparable and len(city):
        beside = text(lang, "city {value}", value=amount(lang, indicator, float(city.iloc[0])))
    return value_told(lang, indicator, rows, beside)


def _in_classes(chosen: Chosen, rows: pd.DataFrame, classes: Classes, *, of_change: bool) -> str:
    """The legend in words; a continuous scale has none."""
    if classes.continuous:
        return ""
    shades = rows["shade"].tolist()
    counts, missing = classes.counts(shades), sum(map(isnan, shades))
    lang, indicator = chosen.lang, chosen.indicator
    return classes_sentence(lang, indicator, classes.breaks, counts, classes.above, missing, of_change=of_change)


def _legend(lang: Language, indicator: Indicator, level: Level, *maps: pd.DataFrame) -> Legend:
    """What the numbers above the scale count, how many districts have no value, with the reasons, and what needs care:
    doubtful figures, breaks between the years of a change, and that nobody measured them."""
    counted = {
        "ortsteil": text(lang, "Above each colour: the number of districts in it"),
        "stadtbezirk": text(lang, "Above each colour: the number of boroughs in it"),
    }[level]
    statuses: dict[str, str] = {}
    for rows in maps:
        for area, status, shade in zip(*(rows[name].tolist() for name in ("area", "status", "shade")), strict=True):
            if isnan(shade):
                statuses.setdefault(area, status)
    care = " · ".join([*_careful(lang, maps), *filter(None, not_measured(lang, indicator)[:1])])
    if not statuses:
        return Legend(counted, "", care)
    reasons = Counter(why_missing(lang, status) for status in statuses.values()).most_common()
    said = joined(lang, [why if len(reasons) == 1 else f"{why} ({k})" for why, k in reasons])
    missing = [int(rows["shade"].isna().sum()) for rows in maps]
    if len(set(missing)) > 1:
        shown = [number(lang, n) for n in missing]
        absent = text(lang, "no value: {first} and {second} areas, {why}", first=shown[0], second=shown[1], why=said)
    else:
        absent = plural(lang, "no value: {n} area, {why}", "no value: {n} areas, {why}", missing[0], why=said)
    return Legend(counted, absent, care)


def _careful(lang: Language, maps: Sequence[pd.DataFrame]) -> list[str]:
    """How many districts have a doubtful figure, or a change across a break."""
    rows = maps[0]
    if "short" in rows:
        return changes_counted(lang, rows["short"].tolist())
    doubtful = {
        area
        for rows in maps
        for area, status, shade in zip(*(rows[name].tolist() for name in ("area", "status", "shade")), strict=True)
        if status == DOUBTFUL and not isnan(shade)
    }
    return doubts_counted(lang, len(doubtful))


def ground(dataset: Dataset, level: Level) -> Ground:
    """Where the browser fetches the boundaries of a version, and where there is room for names."""
    path = f"{component.base_path()}/api/v1/areas.geojson?version={dataset.version}&level="
    names = dataset.names[level]
    rooms = tuple((area, names[area], lon, lat, width) for area, lon, lat, width in label_room.rooms(dataset, level))
    return Ground(path + level, path + "stadtbezirk", *dataset.extent, rooms)


def _shades(drawn: pd.DataFrame, areas: Sequence[str], periods: Sequence[str], classes: Classes) -> list[str]:
    """The class of every district in every period, as `ui.drawing.component.Years` takes it."""
    wide = drawn.pivot(index="area", columns="period", values="value").reindex(index=list(areas), columns=list(periods))
    return ["".join(_digit(shade) for shade in classes.of(wide[period].tolist())) for period in periods]


def _digit(shade: int | None) -> str:
    return "-" if shade is None else DIGITS[shade]
