"""The maps that pages place: of change between two periods, and of the values of one."""

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd
import streamlit as st

from charts import choropleth
from charts.changes import hover, value_hover, value_rows
from charts.choropleth import Classes, Ground
from charts.theme import Theme, config
from charts.words import change_unit
from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.classify import value_breaks
from indicators.values import values
from locales import Language, number, plural, text
from ui import address, frame
from ui.pictures import Chosen, captions
from ui.scrubber import DIGITS, scrubber


def _ground(chosen: Chosen, level: Level) -> Ground:
    base = st.get_option("server.baseUrlPath").strip("/")
    prefix = f"/{base}" if base else ""
    path = f"{prefix}/api/v1/areas.geojson?version={chosen.dataset.version}&level="
    return Ground(path + level, path + "stadtbezirk", *chosen.dataset.extent)


def change_map(chosen: Chosen, rows: pd.DataFrame, level: Level, lit: Sequence[str], alt: str) -> None:
    """The map of change between the two chosen periods."""
    lang, indicator, theme = chosen.lang, chosen.indicator, frame.theme()
    labels = [_tick(lang, step) for step in choropleth.change_breaks(indicator.change_steps)]
    title = text(lang, "{title}: change {start}–{end}", title=indicator.title[lang], start=chosen.start, end=chosen.end)
    missing = int(rows["shade"].isna().sum())
    figure = choropleth.district_map(
        rows,
        choropleth.change_classes(indicator.change_steps, labels, theme),
        plural(lang, "no change to show: {n} area", "no change to show: {n} areas", missing),
        hover(lang, indicator, chosen.span),
        lit,
        _ground(chosen, level),
        captions(chosen, title, text(lang, "in {unit}; brown: fell, green: rose", unit=change_unit(lang, indicator))),
        theme,
    )
    st.plotly_chart(figure, theme=None, config=config(chosen.file("map")), key="map", alt=alt)


def value_map(chosen: Chosen, level: Level, periods: Sequence[str], lit: Sequence[str]) -> str:
    """The map of one period's values with its slider of years; returns the period."""
    lang, indicator, theme = chosen.lang, chosen.indicator, frame.theme()
    classes = value_scale(lang, chosen.dataset, indicator, level, theme)
    areas = chosen.dataset.codes(level)
    key = address.one("year", periods, chosen.end)
    words = (text(lang, "Year"), text(lang, "Play"), text(lang, "Pause"))
    shades = _shades(chosen.dataset, indicator, level, tuple(periods), classes)
    period = scrubber("values", periods, st.session_state[key], areas, shades, classes, theme, words)
    st.session_state[key] = period
    rows = value_rows(lang, indicator, values(chosen.dataset, indicator), chosen.dataset.names[level], period)
    missing = int(rows["shade"].isna().sum())
    title = f"{indicator.title[lang]} {period}"
    figure = choropleth.district_map(
        rows,
        classes,
        plural(lang, "no value: {n} area", "no value: {n} areas", missing),
        value_hover(lang, indicator),
        lit,
        _ground(chosen, level),
        captions(chosen, title, text(lang, "in {unit}", unit=indicator.unit[lang])),
        theme,
    )
    with st.container(key="values"):
        st.plotly_chart(figure, theme=None, config=config(chosen.file("map", period)), key="map", alt=title)
    return period


def _tick(lang: Language, step: float) -> str:
    """A class break with as many decimals as it has."""
    return number(lang, step, len(f"{step:g}".partition(".")[2]), signed=True)


@lru_cache(maxsize=128)
def value_scale(lang: Language, dataset: Dataset, indicator: Indicator, level: Level, theme: Theme) -> Classes:
    """The scale of an indicator's values at one level, the same for all its periods."""
    breaks = value_breaks(dataset, indicator, level)
    return choropleth.value_classes(breaks, [number(lang, at, indicator.decimals) for at in breaks], theme)


@lru_cache(maxsize=128)
def _shades(
    dataset: Dataset, indicator: Indicator, level: Level, periods: tuple[str, ...], classes: Classes
) -> tuple[str, ...]:
    """The class of every district in every period, as `ui.scrubber` takes it."""
    frame = values(dataset, indicator)
    wide = frame.pivot(index="area", columns="period", values="value")
    wide = wide.reindex(index=dataset.codes(level), columns=list(periods))
    texts = ([_digit(shade) for shade in classes.of(wide[period])] for period in periods)
    return tuple("".join(digits) for digits in texts)


def _digit(shade: float) -> str:
    return "-" if pd.isna(shade) else DIGITS[int(shade)]
