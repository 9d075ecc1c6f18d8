"""What the maps of an indicator share: rows with their tooltips, legends, boundaries."""

from collections import Counter
from collections.abc import Sequence
from math import isnan

import pandas as pd

from charts.choropleth import Ground, Legend
from charts.classes import Classes
from charts.tooltips import not_measured
from data.areas import CITY, Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.values import values
from indicators.places import label_room
from locales import Language, joined, number, plural, text
from pictures.picture import Subject
from words.care import DOUBTFUL, changes_counted, doubts_counted
from words.change import amount
from words.classes import classes_sentence
from words.missing import why_missing
from words.rows import value_rows, value_told


def districts_of(subject: Subject, level: Level, period: str) -> pd.DataFrame:
    """The districts' values of one period with what their tooltips tell."""
    lang, indicator, dataset = subject.lang, subject.indicator, subject.dataset
    figures = values(dataset, indicator)
    rows = value_rows(lang, indicator, figures, dataset.names[level], period)
    city = figures.loc[(figures["area"] == CITY) & (figures["period"] == period), "value"].dropna()
    beside = ""
    if indicator.comparable and len(city):
        beside = text(lang, "city {value}", value=amount(lang, indicator, float(city.iloc[0])))
    return value_told(lang, indicator, rows, beside)


def in_classes(subject: Subject, rows: pd.DataFrame, classes: Classes, *, of_change: bool) -> str:
    """The legend in words; a continuous scale has none."""
    if classes.continuous:
        return ""
    shades = rows["shade"].tolist()
    counts, missing = classes.counts(shades), sum(map(isnan, shades))
    lang, indicator = subject.lang, subject.indicator
    return classes_sentence(lang, indicator, classes.breaks, counts, classes.above, missing, of_change=of_change)


def legend_of(lang: Language, indicator: Indicator, level: Level, *maps: pd.DataFrame) -> Legend:
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
    if "care" in rows:
        return changes_counted(lang, rows["care"].tolist())
    doubtful = {
        area
        for rows in maps
        for area, status, shade in zip(*(rows[name].tolist() for name in ("area", "status", "shade")), strict=True)
        if status == DOUBTFUL and not isnan(shade)
    }
    return doubts_counted(lang, len(doubtful))


def ground(dataset: Dataset, level: Level, base: str) -> Ground:
    """Where the browser fetches the boundaries of a version, and where there is room for names."""
    path = f"{base}/api/v1/areas.geojson?version={dataset.version}&level="
    names = dataset.names[level]
    rooms = tuple((area, names[area], lon, lat, width) for area, lon, lat, width in label_room.rooms(dataset, level))
    return Ground(path + level, path + "stadtbezirk", *dataset.extent, rooms)
