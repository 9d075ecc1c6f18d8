"""Files of the energy page: modelled heat with its limits, and a scenario, which says in every row what it is."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import pandas as pd

from data.store import Dataset
from exports.observations import PLACES, labelled
from indicators.energy.scenario import Measures
from locales import Language, text
from pictures.picture import Subject
from ui.take_away.offers import Table

SCENARIO: Final = "scenario"


def with_limits(chosen: Subject, figures: pd.DataFrame, limits: pd.DataFrame, names: Mapping[str, str]) -> Table:
    """The values and, in columns of their own, their limits (`low`, `high`)."""
    title = text(chosen.lang, "{title} with limits", title=chosen.indicator.title[chosen.lang])
    stem = f"leipzig_{chosen.indicator.id}_limits_{chosen.start}-{chosen.end}"
    return Table(title, stem, len(figures), partial(_limits, chosen, figures, limits, names))


def of_scenario(
    lang: Language,
    dataset: Dataset,
    outcome: pd.DataFrame,
    names: Mapping[str, str],
    done: Measures,
    today: float,
    period: str,
) -> Table:
    """A scenario's outcome. today: factor of district heat in the model."""
    shown = outcome[outcome["area"].isin(list(names))]
    build = partial(_scenario, shown, _places(dataset, names), done, today, period)
    title = text(lang, "SCENARIO: what if? No forecast, no statistics")
    return Table(title, f"leipzig_{SCENARIO}_{period}", len(shown), build)


def of_dwellings(lang: Language, dataset: Dataset, shares: pd.DataFrame) -> Table:
    """Dwellings with district heat. shares: area, name, period, connected, dwellings, shade, status."""
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    columns = ["area", "name", "level", "period", "dwellings", "connected", "percent", "status"]
    table = shares.assign(level=shares["area"].map(level)).rename(columns={"shade": "percent"})[columns]
    title = text(lang, "Dwellings with district heat 2011")
    return Table(title, "leipzig_district-heat_2011", len(table), lambda: table)


def _limits(chosen: Subject, figures: pd.DataFrame, limits: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    places = _places(chosen.dataset, names)
    told = labelled(chosen.dataset, chosen.indicator, figures, places, chosen.lang)
    return told.merge(limits, on=["area", "period"], how="left")


def _scenario(outcome: pd.DataFrame, places: pd.DataFrame, done: Measures, today: float, period: str) -> pd.DataFrame:
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
    return table.assign(status="E", kind=SCENARIO, **assumed)


def _places(dataset: Dataset, names: Mapping[str, str]) -> pd.DataFrame:
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    return pd.DataFrame([(code, name, level[code]) for code, name in names.items()], columns=PLACES)
