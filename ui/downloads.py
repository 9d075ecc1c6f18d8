"""Files of exactly what a page shows."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from data.store import Dataset
from exports.csv_file import Style, to_csv
from exports.observations import PLACES, labelled
from locales import number, text
from ui.pictures import Chosen


def csv_downloads(chosen: Chosen, values: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Two buttons: CSV for programs, and CSV for a German Excel; their rows are counted before.

    values: frame of values; names: the places that the page shows, by code.
    """
    lang = chosen.lang
    shown = values[values["area"].isin(list(names)) & values["period"].between(chosen.start, chosen.end)]
    n = number(lang, len(shown))
    stem = f"leipzig_{chosen.indicator.id}_{chosen.start}-{chosen.end}_{chosen.dataset.version}"
    build = partial(_csv, chosen, shown, names)
    with st.container(horizontal=True):
        label = text(lang, "CSV, {n} rows", n=n)
        st.download_button(label, partial(build, "int"), f"{stem}.csv", "text/csv", key="csv", on_click="ignore")
        label = text(lang, "CSV for German Excel, {n} rows", n=n)
        st.download_button(label, partial(build, "de"), f"{stem}_de.csv", "text/csv", key="csv_de", on_click="ignore")


def _csv(chosen: Chosen, values: pd.DataFrame, names: Mapping[str, str], style: Style) -> bytes:
    places = _places(chosen.dataset, names)
    return to_csv(labelled(chosen.dataset, chosen.indicator, values, places, chosen.lang), style)


def _places(dataset: Dataset, names: Mapping[str, str]) -> pd.DataFrame:
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    rows = [(code, name, level.get(code, "group")) for code, name in names.items()]
    return pd.DataFrame(rows, columns=PLACES)
