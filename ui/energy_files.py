"""Files of the energy page: modelled heat with its limits, and a scenario, which says in every row what it is."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from data.store import Dataset
from exports.csv_file import Style, to_csv
from exports.observations import PLACES, labelled
from indicators.energy_scenario import Measures
from locales import Language, number, text
from ui.pictures import Chosen

SCENARIO: Final = "scenario"


def with_limits(chosen: Chosen, figures: pd.DataFrame, limits: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Two buttons for the values and, in columns of their own, their limits (`low`, `high`)."""
    stem = f"leipzig_{chosen.indicator.id}_{chosen.start}-{chosen.end}"
    _buttons(chosen.lang, chosen.dataset, stem, len(figures), partial(_limits_csv, chosen, figures, limits, names))


def of_scenario(
    lang: Language,
    dataset: Dataset,
    outcome: pd.DataFrame,
    names: Mapping[str, str],
    done: Measures,
    today: float,
    period: str,
) -> None:
    """Two buttons for a scenario's outcome. today: factor of district heat in the model."""
    shown = outcome[outcome["area"].isin(list(names))]
    build = partial(_scenario_csv, shown, _places(dataset, names), done, today, period)
    _buttons(lang, dataset, f"leipzig_{SCENARIO}_{period}", len(shown), build)


def of_dwellings(lang: Language, dataset: Dataset, shares: pd.DataFrame) -> None:
    """Two buttons for dwellings with district heat. shares: area, name, period, connected, dwellings, shade, status."""
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    columns = ["area", "name", "level", "period", "dwellings", "connected", "percent", "status"]
    table = shares.assign(level=shares["area"].map(level)).rename(columns={"shade": "percent"})[columns]
    _buttons(lang, dataset, "leipzig_district-heat_2011", len(table), partial(to_csv, table))


def _buttons(lang: Language, dataset: Dataset, stem: str, rows: int, build: Callable[[Style], bytes]) -> None:
    n, name = number(lang, rows), f"{stem}_{dataset.version}"
    with st.container(horizontal=True):
        label = text(lang, "CSV, {n} rows", n=n)
        st.download_button(label, partial(build, "int"), f"{name}.csv", "text/csv", key="csv", on_click="ignore")
        label = text(lang, "CSV for German Excel, {n} rows", n=n)
        st.download_button(label, partial(build, "de"), f"{name}_de.csv", "text/csv", key="csv_de", on_click="ignore")


def _limits_csv(
    chosen: Chosen, figures: pd.DataFrame, limits: pd.DataFrame, names: Mapping[str, str], style: Style
) -> bytes:
    places = _places(chosen.dataset, names)
    told = labelled(chosen.dataset, chosen.indicator, figures, places, chosen.lang)
    return to_csv(told.merge(limits, on=["area", "period"], how="left"), style)


def _scenario_csv(
    outcome: pd.DataFrame, places: pd.DataFrame, done: Measures, today: float, period: str, style: Style
) -> bytes:
    """One row an area; the measures stand in every row, so that a figure never loses them."""
    table = places.merge(outcome, on="area").rename(
        columns={
            "heat": "heat_mwh_model",
            "heat_then": "heat_mwh_scenario",
            "heat_percent": "heat_change_percent",
            "emissions": "emissions_t_co2e_model",
            "emissions_then": "emissions_t_co2e_scenario",
            "emissions_percent": "emissions_change_percent",
        }
    )
    assumed: dict[str, str | float] = {
        "model_period": period,
        "renovation_percent_a_year": done.rate,
        "years": done.years,
        "connected_percent_of_rest": done.connected,
        "district_heat_kg_per_kwh_model": today,
        "district_heat_kg_per_kwh_scenario": done.factor,
    }
    return to_csv(table.assign(status="E", kind=SCENARIO, **assumed), style)


def _places(dataset: Dataset, names: Mapping[str, str]) -> pd.DataFrame:
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    return pd.DataFrame([(code, name, level[code]) for code, name in names.items()], columns=PLACES)
