"""What the reader can choose; every choice is in the address."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.areas import Level
from indicators import catalogue
from indicators.catalogue import Indicator
from locales import Language, text


def row() -> DeltaGenerator:
    """Controls beside each other, below each other where the window is narrow."""
    return st.container(horizontal=True, vertical_alignment="bottom", gap="medium")


def periods(values: pd.DataFrame, areas: Sequence[str]) -> list[str]:
    """The periods in which any of the areas has a figure, in order."""
    there = values["value"].notna() & values["area"].isin(list(areas))
    return sorted(values.loc[there, "period"].unique())


def indicator(lang: Language, default: str = "population") -> Indicator:
    """The indicator, from the whole catalogue."""
    indicators = catalogue.load()
    ids = [default, *(id for id in indicators if id != default)]
    chosen = st.selectbox(
        text(lang, "Indicator"),
        ids,
        format_func=lambda id: indicators[id].title[lang],
        key="indicator",
        bind="query-params",
    )
    return indicators[chosen]


def level(lang: Language) -> Level:
    """Ortsteile or Stadtbezirke."""
    names: dict[Level, str] = {"ortsteil": text(lang, "63 districts"), "stadtbezirk": text(lang, "10 boroughs")}
    return st.segmented_control(
        text(lang, "Areas"),
        list(names),
        format_func=names.__getitem__,
        default="ortsteil",
        required=True,
        key="level",
        bind="query-params",
    )


def years(lang: Language, periods: Sequence[str], preferred: tuple[str, str]) -> tuple[str, str]:
    """First and last period of the change; the preferred ones where the indicator has them."""
    start = preferred[0] if preferred[0] in periods else periods[0]
    end = preferred[1] if preferred[1] in periods else periods[-1]
    first, last = st.select_slider(
        text(lang, "Change between"), list(periods), value=(start, end), key="years", bind="query-params"
    )
    return first, last


def measure(lang: Language) -> str:
    """Whether lines show values or an index."""
    names = {"value": text(lang, "Value"), "index": text(lang, "Index")}
    return st.segmented_control(
        text(lang, "Lines show"),
        list(names),
        format_func=names.__getitem__,
        default="value",
        required=True,
        key="measure",
        bind="query-params",
    )


def areas(lang: Language, label: str, names: dict[str, str]) -> list[str]:
    """Up to six areas by name, none at first."""
    return st.multiselect(
        label,
        list(names),
        format_func=names.__getitem__,
        key="areas",
        bind="query-params",
        max_selections=6,
        placeholder=text(lang, "Choose up to six"),
    )


def members(lang: Language, names: dict[str, str], default: Sequence[str]) -> tuple[str, ...]:
    """The districts of a group, those declared at first; in order of code."""
    with st.popover(text(lang, "Which districts belong to it")):
        chosen = st.multiselect(
            text(lang, "Districts"),
            list(names),
            default=list(default),
            format_func=names.__getitem__,
            key="members",
            bind="query-params",
            placeholder=text(lang, "Choose districts"),
        )
    return tuple(sorted(chosen))
