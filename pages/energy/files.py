"""Files of the energy page: modelled heat with its limits, and a scenario, which says in every row what it is."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import pandas as pd

from data.store import Dataset
from exports.area_ids import identified
from exports.observations import PLACES, labelled
from indicators.energy.scenario import Scenario
from indicators.energy.uncertainty import limits_of
from locales import Language, text
from pictures.request import Request
from ui.take_away.offers import Table

SCENARIO: Final = "scenario"


def with_limits(request: Request) -> Table:
    """The values of the areas and, in columns of their own, their limits (`low`, `high`)."""
    title = text(request.lang, "{title} with its uncertainty", title=request.indicator.title[request.lang])
    own = request.grid.frame[request.grid.frame["area"].isin(list(request.areas))]
    return Table(title, request.file("limits"), len(own), partial(_limits, request, own))


def of_scenario(request: Request, scenario: Scenario) -> Table:
    """A scenario's outcome."""
    shown = scenario.outcome[scenario.outcome["area"].isin(list(request.areas))]
    title = text(request.lang, "SCENARIO: what if? No forecast, no statistics")
    build = partial(_scenario, shown, _places(request.dataset, request.areas), scenario)
    return Table(title, f"leipzig_{SCENARIO}_{scenario.period}", len(shown), build)


def of_dwellings(lang: Language, dataset: Dataset, shares: pd.DataFrame) -> Table:
    """Dwellings with district heat. shares: area, name, period, connected, dwellings, shade, status."""
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    columns = ["area", "name", "level", "period", "dwellings", "connected", "percent", "status"]
    table = shares.assign(level=shares["area"].map(level)).rename(columns={"shade": "percent"})[columns]
    title = text(lang, "Dwellings with district heat 2011")
    return Table(title, "leipzig_district-heat_2011", len(table), lambda: identified(dataset, table))


def _limits(request: Request, figures: pd.DataFrame) -> pd.DataFrame:
    places = _places(request.dataset, request.areas)
    told = labelled(request.dataset, request.indicator, figures, places, request.lang)
    whole = told.merge(limits_of(request.dataset, request.indicator), on=["area", "period"], how="left")
    return identified(request.dataset, whole)


def _scenario(outcome: pd.DataFrame, places: pd.DataFrame, scenario: Scenario) -> pd.DataFrame:
    """One row an area; the measures stand in every row, so that a figure never loses them."""
    done = scenario.done
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
        "model_period": scenario.period,
        "renovation_percent_a_year": done.rate,
        "years": done.years,
        "connected_percent_of_rest": done.connected,
        "district_heat_kg_per_kwh_model": scenario.today,
        "district_heat_kg_per_kwh_scenario": done.factor,
    }
    return table.assign(status="E", kind=SCENARIO, **assumed)


def _places(dataset: Dataset, names: Mapping[str, str]) -> pd.DataFrame:
    level = dict(zip(dataset.areas["code"], dataset.areas["level"], strict=True))
    return pd.DataFrame([(code, name, level[code]) for code, name in names.items()], columns=PLACES)
