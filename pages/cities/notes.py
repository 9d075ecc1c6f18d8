"""What has to be known of the cities' figures: gaps, doubts, definitions that look alike, where they are from."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from charts.html import tag
from data import cities
from data.areas import CITY
from indicators import cities as declared
from indicators.catalogue import Indicator
from indicators.cities import standing
from indicators.cities.figures import CityFigures
from indicators.figures.values import values as leipzig_values
from locales import Language, date, text
from ui import frame
from words.change import amount
from words.periods import dated

EUROSTAT: Final = "eurostat-"
FLAGGED: Final = frozenset("BUPE")


def notes(lang: Language, figures: CityFigures) -> None:
    """Why figures are missing, which are doubtful, and what their publisher says of all of them."""
    dataset = figures.dataset
    told = [dataset.sources.get(id, {}).get("note", {}).get(lang, "") for id in figures.indicator.rubrics]
    every = [remark for remark in [*_gaps(lang, figures), *_doubts(lang, figures), *told] if remark]
    if every:
        frame.note(" ".join(every))


def _gaps(lang: Language, figures: CityFigures) -> list[str]:
    """Which city has no figure in the period that the page speaks of, and why."""
    indicator = figures.indicators[0]
    of_eurostat = all(id.startswith(EUROSTAT) for id in indicator.rubrics)
    asked = {city.code: bool(city.eurostat) or not of_eurostat for city in cities.load()}
    told = []
    for place in figures.standing(indicator).absent:
        last = standing.last_known(figures.values(indicator), place.area)
        if not asked[place.area]:
            told.append(
                text(
                    lang,
                    "{name} is missing: Eurostat is not asked for this city, because its code in the city statistics "
                    "has not been checked.",
                    name=place.name,
                )
            )
        elif last is not None:
            value = amount(lang, indicator, last.value)
            told.append(
                text(
                    lang,
                    "{name} has no figure for {period}; the last one is {value} for {year}.",
                    name=place.name,
                    period=dated(lang, figures.period),
                    value=value,
                    year=last.name,
                )
            )
    return told


def _doubts(lang: Language, figures: CityFigures) -> list[str]:
    """Doubtful figures with their reasons, flags that a status does not say; and that all are absent where they are."""
    indicator = figures.indicators[0]
    of_eurostat = [id for id in indicator.rubrics if id.startswith(EUROSTAT)]
    remarks = [
        remark
        for id in of_eurostat
        for remark in figures.dataset.sources.get(id, {}).get("remarks", [])
        if {f"{id}/{code}" for code in remark["characteristics"]} & set(indicator.series)
    ]
    told = [_told(lang, remark) for remark in remarks]
    values = figures.values(indicator)
    marked = values[values["status"].isin(list(FLAGGED))]
    ours = [remark for remark in remarks if "flags" not in remark]
    if of_eurostat and len(marked) == sum(_covered(remark, marked) for remark in ours):
        told.append(
            text(
                lang,
                "Eurostat's answer marks none of these figures; whether a series breaks or a figure is estimated, "
                "it does not say.",
            )
        )
    return told


def _told(lang: Language, remark: Mapping[str, Any]) -> str:
    years, reason = _years(remark), remark["reason"][lang]
    if remark["status"] != "U":
        return str(reason)
    return text(lang, "Doubtful ({years}, open circles): {reason}", years=years, reason=reason)


def _years(remark: Mapping[str, Any]) -> str:
    first, last = remark["from"], remark["until"]
    return str(first) if first == last else f"{first}–{last}"


def _covered(remark: Mapping[str, Any], marked: pd.DataFrame) -> int:
    """How many of the marked figures a remark is about."""
    year, names = marked["period"].str[:4].astype(int), marked["area"].map(cities.names())
    return int((year.between(remark["from"], remark["until"]) & names.isin(remark["areas"])).sum())


def similar(lang: Language, figures: CityFigures) -> None:
    """The definition of a figure of Leipzig's own that looks alike, beside this one, each with its newest value."""
    pair = declared.similar().get(figures.indicator.id)
    if pair is None:
        return
    own = leipzig_values(figures.dataset, pair.leipzig)
    own = own[(own["area"] == CITY) & own["value"].notna()]
    st.header(text(lang, "Not to be confused"), anchor=False)
    left, right = st.columns(2, gap="large")
    found = figures.standing(figures.indicator).leipzig
    with left:
        _definition(lang, figures.indicator, found.value, figures.period)
    if len(own):
        newest = own.sort_values("period").iloc[-1]
        with right:
            _definition(lang, pair.leipzig, float(newest["value"]), str(newest["period"]))
    frame.note(pair.difference[lang])


def _definition(lang: Language, indicator: Indicator, value: float, period: str) -> None:
    figure = f"Leipzig {dated(lang, period)}: {amount(lang, indicator, value)}"
    title = tag("p", tag("b", indicator.title[lang]), tag("br"), figure)
    st.html(title + tag("p", indicator.description[lang], class_="small"))


def about(lang: Language, figures: CityFigures) -> None:
    """What the figure means, where it is from, and how fresh it is."""
    dataset, indicator = figures.dataset, figures.indicator
    editions = text(lang, "tables and editions: {editions}", editions=frame.editions_of(dataset, indicator))
    fetched = max(
        (dataset.sources[id]["retrieved_at"] for id in indicator.rubrics if id in dataset.sources), default=""
    )
    day = text(lang, "fetched on {day}", day=date(lang, fetched)) if fetched else ""
    frame.about(lang, dataset, indicator, editions, day or text(lang, "not fetched automatically"))
