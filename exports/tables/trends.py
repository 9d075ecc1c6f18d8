"""Trends as one flat table: whether each area's figures rise or fall, and by how much a year."""

from typing import Final

import pandas as pd

from data.store import Dataset
from exports.observations import figures, places
from indicators.analysis import trends as computed
from indicators.selection import Selection
from locales import Language

COLUMNS: Final = [
    "indicator",
    "area",
    "name",
    "level",
    "from",
    "to",
    "n",
    "slope",
    "slope_low",
    "slope_high",
    "p",
    "method",
    "verdict",
]


def trends(dataset: Dataset, selection: Selection, lang: Language) -> pd.DataFrame:
    """One row per indicator and area, as columns `COLUMNS`; slopes in the indicator's unit per year.

    What n, slope, p, method and verdict say: `indicators.analysis.trends.trends`.
    A group has no row for an indicator that can't be put together.
    In order of indicator as given, level and area.
    """
    chosen = places(dataset, selection, lang)
    tables = []
    for indicator in selection.named:
        found = computed.trends(figures(dataset, indicator, chosen, selection.own), *selection.years)
        tables.append(chosen.merge(found, on="area").assign(indicator=indicator.id)[COLUMNS])
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=COLUMNS)
