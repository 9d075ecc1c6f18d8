"""Pictures that compare districts: slope, distribution, all years, and the relation of two indicators."""

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd
import streamlit as st

from charts.distribution import Reference, distribution
from charts.heat import heat
from charts.labels import Counted, with_notes
from charts.scatter import Axis, scatter
from charts.slope import slope
from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.analysis.relation import Correlation, correlation, matched
from indicators.catalogue import Indicator
from indicators.figures.values import values
from locales import Language, number, plural, text
from ui import frame
from ui.pictures import Chosen, captions
from ui.reading import parts
from ui.scales import value_scale
from words.care import OF_VALUES, changes_counted, doubts_counted, of_change, values_told
from words.change import amount
from words.districts import distribution_sentence, heat_sentence, relation_sentence
from words.periods import dated, short
from words.rows import DOUBTFUL, value_rows
from words.two_periods import slope_sentence

Colours = Mapping[str, str]
"""Colour by area, of those that have a name in the picture."""


def extremes(rows: pd.DataFrame, *columns: str) -> Colours:
    """Those at the ends of some columns, in the accent colour: they are named where the reader follows nobody."""
    there = rows.dropna(subset=list(columns))
    ends = [there[column].agg(end) for column in columns for end in ("idxmin", "idxmax")] if len(there) else []
    return {str(there.loc[place, "area"]): frame.theme().accent for place in ends}


def slope_chart(chosen: Chosen, rows: pd.DataFrame, lit: Colours, level: Level) -> None:
    """Each district's value at both ends of the span; rows as from `pictures.changes`."""
    lang, indicator = chosen.lang, chosen.indicator
    start, end = (short(lang, period) for period in chosen.span)
    title = text(lang, "{title} {start} and {end}", title=indicator.title[lang], start=start, end=end)
    told = captions(chosen, title, text(lang, "in {unit}", unit=indicator.unit[lang]))
    told = with_notes(told, changes_counted(lang, rows.loc[rows["change"].notna(), "short"]))
    marked = rows.assign(name=rows["name"] + rows["short"].map(of_change))
    lit = lit or extremes(rows, "change")
    figure = slope(marked, lit, (start, end), told, frame.theme(), indicator.decimals, _missing(lang))
    said = slope_sentence(lang, indicator, chosen.span, rows, list(lit), parts(lang, level))
    chosen.draw(figure, "slope", said)


def distribution_chart(
    chosen: Chosen, figures: pd.DataFrame, names: Mapping[str, str], lit: Colours, level: Level
) -> None:
    """Where each district stands at the end of the span, and the city among them where that compares."""
    lang, indicator = chosen.lang, chosen.indicator
    districts = {area: name for area, name in names.items() if area != CITY}
    rows = value_rows(lang, indicator, figures, districts, chosen.end).rename(columns={"shade": "value"})
    city = value_rows(lang, indicator, figures, {CITY: names[CITY]}, chosen.end).iloc[0]
    label = f"{city['name']}: {amount(lang, indicator, city['shade'])}"
    reference = Reference(label, float(city["shade"])) if indicator.comparable and not isnan(city["shade"]) else None
    title = text(
        lang, "{title} {end}: the districts beside each other", title=indicator.title[lang], end=dated(lang, chosen.end)
    )
    told = captions(chosen, title, text(lang, "in {unit}", unit=indicator.unit[lang]))
    doubtful = int((rows["value"].notna() & (rows["status"] == DOUBTFUL)).sum())
    told = with_notes(told, [plural(lang, "○ doubtful: {n} area", "○ doubtful: {n} areas", doubtful)] * (doubtful > 0))
    figure = distribution(
        rows, lit or extremes(rows, "value"), reference, told, frame.theme(), indicator.decimals, _missing(lang)
    )
    listed = rows.rename(columns={"value": "shade"})
    said = distribution_sentence(lang, indicator, chosen.end, listed, list(lit), parts(lang, level))
    chosen.draw(figure, "distribution", said)


def heat_chart(chosen: Chosen, figures: pd.DataFrame, level: Level, periods: Sequence[str], lit: Colours) -> None:
    """Every district in every year, in the classes of the map of values; the highest of the last year on top."""
    lang, indicator, dataset = chosen.lang, chosen.indicator, chosen.dataset
    classes = value_scale(lang, dataset, indicator, level, indicator.classes, frame.theme())
    order = value_rows(lang, indicator, figures, dataset.names[level], periods[-1])
    rows = figures[figures["area"].isin(order["area"])].merge(order[["area", "name"]], on="area")
    rows["class"] = pd.Series(classes.of(rows["value"]), rows.index, float)
    rows["place"] = rows["area"].map({area: place for place, area in enumerate(order["area"])})
    rows = rows.sort_values(["place", "period"], ignore_index=True)
    title = text(lang, "{title}: every district in every year", title=indicator.title[lang])
    told = captions(chosen, title, text(lang, "in {unit}", unit=indicator.unit[lang]))
    drawn = rows[rows["value"].notna() & rows["period"].isin(list(periods))]
    told = with_notes(told, values_told(lang, set(drawn["status"])))
    figure = heat(
        _with_care(lang, rows),
        periods,
        classes.colours,
        list(classes.labels.values()),
        told,
        frame.theme(),
        indicator.decimals,
        tuple(lit),
    )
    chosen.draw(figure, "heat", heat_sentence(lang, indicator, rows, periods, list(order["area"])))


def _with_care(lang: Language, rows: pd.DataFrame) -> pd.DataFrame:
    """Cells of a heat table with the sign of their status and what it means."""
    notes = {"B": text(lang, "not comparable with the year before"), DOUBTFUL: text(lang, "doubtful figure")}
    there = rows["status"].where(rows["value"].notna(), "")
    return rows.assign(
        mark=[OF_VALUES.get(status, "").strip() for status in there], note=[notes.get(status, "") for status in there]
    )


def relation_chart(
    chosen: Chosen, other: Indicator, names: Mapping[str, str], lit: Colours, level: Level, *, fit: bool
) -> None:
    """Two indicators of the districts in the last year that has both, sized by population."""
    lang, indicator, dataset = chosen.lang, chosen.indicator, chosen.dataset
    districts = {area: name for area, name in names.items() if area != CITY}
    pairs = matched(values(dataset, indicator), values(dataset, other)).dropna(subset=["x", "y"])
    pairs = pairs[pairs["area"].isin(list(districts)) & (pairs["period"] <= chosen.end)]
    if pairs.empty:
        st.info(text(lang, "There is no year in which both indicators have figures."))
        return
    year = str(pairs["period"].max())
    residents = values(dataset, catalogue.load()["population"])
    size = residents[residents["period"] == year].set_index("area")["value"]
    rows = pd.DataFrame({"area": list(districts), "name": list(districts.values())})
    rows = rows.merge(pairs[pairs["period"] == year], on="area", how="left").assign(size=rows["area"].map(size))
    axes = tuple(Axis(one.title[lang], one.unit[lang], one.decimals) for one in (indicator, other))
    title = text(
        lang, "{one} and {other} {year}", one=indicator.title[lang], other=other.title[lang], year=dated(lang, year)
    )
    found = correlation(rows["x"], rows["y"])
    told = captions(chosen, title, _strength(lang, found), other)
    told = with_notes(told, doubts_counted(lang, _doubtful(dataset, (indicator, other), year, rows)))
    figure = scatter(
        rows, lit or extremes(rows, "x", "y"), (axes[0], axes[1]), fit, told, frame.theme(), _missing(lang)
    )
    missing = int(rows[["x", "y"]].isna().any(axis=1).sum())
    said = relation_sentence(lang, (indicator, other), year, found, missing, parts(lang, level))
    chosen.draw(figure, "relation", said)


def _doubtful(dataset: Dataset, pair: tuple[Indicator, Indicator], year: str, rows: pd.DataFrame) -> int:
    """How many of the points that are drawn have a doubtful figure in either of two indicators."""
    there = set(rows.dropna(subset=["x", "y"])["area"])
    found = pd.concat([values(dataset, each) for each in pair])
    doubtful = found[(found["period"] == year) & (found["status"] == DOUBTFUL)]
    return len(there & set(doubtful["area"]))


def _strength(lang: Language, found: Correlation) -> str:
    r, rho = number(lang, found.pearson, 2), number(lang, found.spearman, 2)
    return text(lang, "Pearson r = {r}, Spearman ρ = {rho}, n = {n}; size: residents", r=r, rho=rho, n=found.n)


def _missing(lang: Language) -> Counted:
    return lambda n: plural(lang, "no figure: {n} area", "no figure: {n} areas", n)
