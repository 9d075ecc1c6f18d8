"""Files of exactly what a page shows."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from data.store import Dataset
from exports.csv_file import Style, to_csv
from exports.observations import PLACES, labelled
from indicators.catalogue import Indicator
from locales import Language, number, text
from ui.pictures import Chosen

Tables = Sequence[tuple[Indicator, pd.DataFrame]]
"""Indicators with their frames of values."""


def csv_downloads(chosen: Chosen, values: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Files of one indicator over the chosen span. values: frame of values; names: by code, of the places shown."""
    shown = values[values["area"].isin(list(names)) & values["period"].between(chosen.start, chosen.end)]
    stem = f"leipzig_{chosen.indicator.id}_{chosen.start}-{chosen.end}"
    buttons(chosen.lang, chosen.dataset, [(chosen.indicator, shown)], names, stem)


def buttons(lang: Language, dataset: Dataset, tables: Tables, names: Mapping[str, str], stem: str) -> None:
    """Two buttons: CSV for programs, and CSV for a German Excel; their rows are counted before."""
    shown = [(indicator, values[values["area"].isin(list(names))]) for indicator, values in tables]
    n = number(lang, sum(len(values) for _, values in shown))
    build = partial(_csv, lang, dataset, shown, names)
    name = f"{stem}_{dataset.version}"
    with st.container(horizontal=True):
        label = text(lang, "CSV, {n} rows", n=n)
        st.download_button(label, partial(build, "int"), f"{name}.csv", "text/csv", key="csv", on_click="ignore")
        label = text(lang, "CSV for German Excel, {n} rows", n=n)
        st.download_button(label, partial(build, "de"), f"{name}_de.csv", "text/csv", key="csv_de", on_click="ignore")


def _csv(lang: Language, dataset: Dataset, tables: Tables, names: Mapping[str, str], style: Style) -> bytes:
    places = _places(dataset, names)
    told = [labelled(dataset, indicator, values, places, lang) for indicator, values in tables]
    return to_csv(pd.concat(told, ignore_index=True), style)


def _places(dataset: Dataset, names: Mapping[str, str]) -> pd.DataFrame:
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    rows = [(code, name, level.get(code, "group")) for code, name in names.items()]
    return pd.DataFrame(rows, columns=PLACES)
