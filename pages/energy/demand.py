"""The chapters of the energy page about demand: where heat is used, what changed, and electric vehicles."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from charts import limits_band
from charts.html import tag
from charts.timeline import Line
from data.areas import CITY
from exports import links
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.energy.uncertainty import limits_of
from indicators.figures.values import values
from indicators.selection import Selection
from locales import Language, number, text
from pages.energy import files
from pages.energy.subject import LIFE_CYCLE, PER_RESIDENT, TOTAL, Here, bars, figures_of, quantity
from pictures import map_sentence, places, ranking
from pictures.change_map import change_map
from pictures.lines import over_time
from pictures.picture import Subject, changes
from pictures.tables import change_table
from pictures.value_map import value_map
from ui import address, frame, maps, pictures
from ui.take_away import dialog, offers
from ui.take_away.offers import Figures
from words import energy
from words.change import change_sentence
from words.rows import all_moved, districts, moved, value_rows


def where_heat_is_used(here: Here) -> Figures:
    """The map of one year's modelled heat or emissions, its ranking, its limits."""
    lang, names, indicator = here.lang, here.names, quantity(here)
    figures, chosen, periods = figures_of(here, indicator)
    year = maps.year(periods, chosen.end)
    rows = value_rows(lang, indicator, figures, names, year)
    limits = limits_of(here.dataset, indicator)
    sentence = energy.where(lang, indicator, year, rows, _at(limits, year))
    with here.view.top:
        frame.lead(sentence)
        _caution(here)
    pictures.key_figures(_key_figures(here, year))
    left, right = st.columns([6, 5], gap="large")
    with left:
        maps.place(lang, value_map(chosen, here.level, periods, here.lit, indicator.classes, sentence, year))
    with right:
        _ranking(here, chosen, rows, limits, year)
    dialog.heading(lang)
    once = replace(chosen, start=year, end=year)
    st.html(change_table(once, changes(once, names), here.lit))
    frame.footer(here.view, indicator)
    return _offered(here, chosen, figures, limits)


def what_changed(here: Here) -> Figures:
    """The change of a modelled indicator over all its years, and the city's line inside its limits."""
    lang, names, indicator = here.lang, here.names, quantity(here)
    figures, chosen, _ = figures_of(here, indicator)
    rows = changes(chosen, names)
    shown = districts(rows)
    city = moved(rows, CITY, "Leipzig", text(lang, "Leipzig"))
    sentence = change_sentence(lang, indicator, chosen.span, city, None, all_moved(shown), here.parts)
    with here.view.top:
        frame.lead(sentence)
        _caution(here)
        frame.note(
            text(
                lang,
                "Modelled heat changes with living space and new buildings only. What renovation, weather, prices and "
                "habits changed is not in it. Empty dwellings count as heated: per resident, it also falls where they "
                "filled.",
            )
        )
    left, right = st.columns([6, 5], gap="large")
    limits = limits_of(here.dataset, indicator)
    with left:
        maps.place(lang, change_map(chosen, rows, here.level, here.lit, sentence))
    with right:
        if limits.empty:
            pictures.place_ranking(lang, ranking.of_changes(chosen, rows, [*here.lit, CITY], sentence))
        else:
            _band(chosen, figures, limits, sentence)
    dialog.heading(lang)
    st.html(change_table(chosen, rows, here.lit))
    frame.footer(here.view, indicator)
    return _offered(here, chosen, figures, limits)


def electric_cars(here: Here) -> Figures:
    """The share of electric vehicles, on a map and over time."""
    lang, names, indicator = here.lang, here.names, catalogue.load()["electric_car_share"]
    figures, chosen, periods = figures_of(here, indicator)
    rows = changes(chosen, names)
    city = moved(rows, CITY, "Leipzig", text(lang, "Leipzig"))
    moves = all_moved(districts(rows))
    sentence = change_sentence(lang, indicator, chosen.span, city, None, moves, here.parts)
    with here.view.top:
        frame.lead(sentence)
    year = maps.year(periods, chosen.end)
    left, right = st.columns([6, 5], gap="large")
    with left:
        said = map_sentence.sentence(chosen, "value", here.level, rows, year)
        maps.place(lang, value_map(chosen, here.level, periods, here.lit, indicator.classes, said, year))
    with right:
        pictures.place(lang, over_time(chosen, _lines(here), measure="value"))
    dialog.heading(lang)
    st.html(change_table(chosen, rows, here.lit))
    frame.footer(here.view, indicator)
    return _offered(here, chosen, figures)


def _ranking(here: Here, chosen: Subject, rows: pd.DataFrame, limits: pd.DataFrame, year: str) -> None:
    lang, indicator = here.lang, chosen.indicator
    # A count of the whole city would leave no room for its districts.
    listed = rows[(rows["area"] != CITY) | (indicator.id != TOTAL)]
    labels = [number(lang, value, indicator.decimals) for value in listed["shade"]]
    title = text(lang, "Ranking {period}", period=year)
    subtitle = text(lang, "{title}, in {unit}", title=indicator.title[lang], unit=indicator.unit[lang])
    told = chosen.captions(title, subtitle)
    own = limits[limits["period"] == year]
    known = {area: (low, high) for area, low, high in zip(own["area"], own["low"], own["high"], strict=True)}
    below = [_below(lang, indicator, known.get(area)) for area in listed["area"]]
    drawn = listed.assign(value=listed["shade"], label=labels, below=below)
    bars(here, drawn, [*here.lit, CITY], "ranking", told, chosen.file("ranking", year))


def _below(lang: Language, indicator: Indicator, limits: tuple[float, float] | None) -> str:
    """What a tooltip says below a modelled figure: that it is one, and its limits."""
    told = text(lang, "modelled, not measured")
    if limits is None:
        return told
    low, high = (number(lang, limit, indicator.decimals) for limit in limits)
    return f"{told}<br>{text(lang, 'limits {low} to {high}', low=low, high=high)}"


def _band(chosen: Subject, figures: pd.DataFrame, limits: pd.DataFrame, alt: str) -> None:
    lang, indicator = chosen.lang, chosen.indicator
    own = figures[figures["area"] == CITY].merge(limits, on=["area", "period"]).sort_values("period")
    subtitle = text(lang, "Leipzig, in {unit}; shaded: limits", unit=indicator.unit[lang])
    told = text(lang, "{value} (limits {low} to {high}), modelled", value="{value}", low="{low}", high="{high}")
    captions = chosen.captions(indicator.title[lang], subtitle)
    figure = limits_band.band_line(own, captions, chosen.theme, indicator.decimals, told)
    pictures.place(lang, chosen.picture("limits", figure, alt, own))


def _at(limits: pd.DataFrame, period: str) -> tuple[float, float] | None:
    """The city's limits in a period."""
    found = limits[(limits["area"] == CITY) & (limits["period"] == period)]
    return None if found.empty else (float(found["low"].iloc[0]), float(found["high"].iloc[0]))


def _key_figures(here: Here, year: str) -> list[tuple[str, str, str | None]]:
    """The city's heat and emissions in one year, with the limits of heat."""
    found: list[tuple[str, str, str | None]] = []
    for id in (TOTAL, PER_RESIDENT, LIFE_CYCLE):
        indicator = catalogue.load()[id]
        own = values(here.dataset, indicator)
        value = float(own.loc[(own["area"] == CITY) & (own["period"] == year), "value"].mean())
        limits = _at(limits_of(here.dataset, indicator), year)
        told = None if limits is None else energy.within(here.lang, indicator, limits)
        found.append((f"{indicator.title[here.lang]} {year}", energy.rough(here.lang, indicator, value), told))
    return found


def _caution(here: Here) -> None:
    lang, heat = here.lang, catalogue.load()[TOTAL]
    told = text(lang, "Modelled, not measured: nobody publishes metered energy of a district.")
    more = text(lang, "What is assumed, and how far off it may be")
    where = links.page("methods", lang, indicator=heat.id, **address.pinned(here.dataset))
    st.html(tag("p", told, " ", tag("a", more, href=where), class_="small"))


def _lines(here: Here) -> list[Line]:
    theme = here.view.theme
    if here.lit:
        return places.lines(here.lit, here.names, theme)
    return places.background(here.dataset.codes("stadtbezirk"), places.all_names(here.lang, here.dataset), theme)


def _offered(here: Here, chosen: Subject, figures: pd.DataFrame, limits: pd.DataFrame | None = None) -> Figures:
    """An indicator over all its years; modelled heat also with its limits beside each value."""
    shown = Selection((chosen.indicator,), levels=(here.level, "city"), start=chosen.start, end=chosen.end)
    if limits is None or limits.empty:
        return offers.of(here.lang, shown, maps=True)
    own = figures[figures["area"].isin(list(here.names))]
    return offers.of(here.lang, shown, files.with_limits(chosen, own, limits, here.names), maps=True)
