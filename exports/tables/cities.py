"""Figures of the cities beside each other as one flat table, in the columns of the observations."""

from collections.abc import Iterable

import pandas as pd

from data import cities
from data.store import Dataset
from exports.observations import COLUMNS, PLACES, labelled
from indicators.catalogue import Indicator
from indicators.cities import standing
from locales import Language


def city_observations(
    dataset: Dataset,
    indicators: Iterable[Indicator],
    *,
    lang: Language,
    areas: Iterable[str] | None = None,
    start: str = "",
    end: str = "",
) -> pd.DataFrame:
    """One row per indicator, city and period that is published, as columns `exports.observations.COLUMNS`.

    areas: municipality keys, None for all; start, end: first and last year, both included, empty for no limit.
    Missing values keep their row and status. In order of indicator as given, city (Leipzig first) and period.
    """
    names = cities.names()
    wanted = names if areas is None else set(areas)
    places = pd.DataFrame([(code, names[code], "city") for code in names if code in wanted], columns=PLACES)
    tables = []
    for indicator in indicators:
        found = standing.values(dataset, indicator)
        year = found["period"].str[:4]
        kept = found["area"].isin(places["area"]) & (year >= start) & (year <= (end or year))
        tables.append(labelled(dataset, indicator, found[kept], places, lang))
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=COLUMNS)
