"""Figures of the cities beside each other as one flat table, in the columns of the observations."""

import pandas as pd

from data import cities
from data.store import Dataset
from exports.observations import EMPTY, PLACES, between, labelled
from indicators.cities import standing
from indicators.selection import Selection
from locales import Language


def city_observations(dataset: Dataset, selection: Selection, lang: Language) -> pd.DataFrame:
    """One row per indicator, city and period that is published, as columns `exports.observations.COLUMNS`.

    selection: its areas are municipality keys. Missing values keep their row and status. In order of indicator as
    given, city (Leipzig first) and period.
    """
    wanted = {area: name for area, name in cities.names().items() if selection.areas is None or area in selection.areas}
    places = pd.DataFrame([(area, name, "city") for area, name in wanted.items()], columns=PLACES)
    tables = [EMPTY]
    for indicator in selection.indicators:
        found = standing.values(dataset, indicator)
        own = between(found[found["area"].isin(list(wanted))], *selection.years)
        tables.append(labelled(dataset, indicator, own, places, lang))
    return pd.concat(tables, ignore_index=True)
