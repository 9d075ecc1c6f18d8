"""Trends as one flat table: whether each area's figures rise or fall, and by how much a year."""

from typing import Final

import pandas as pd

from data.store import Dataset
from exports.area_ids import PLACE_IDS, identified
from exports.observations import figures, places
from indicators.analysis import trends as computed
from indicators.analysis.trends import COUNTED
from indicators.selection import Selection
from locales import Language

COLUMNS: Final = [
    "indicator",
    "title",
    "unit",
    "area",
    "name",
    "level",
    "from",
    "to",
    "n",
    "breaks",
    "slope",
    "slope_low",
    "slope_high",
    "p",
    "p_adjusted",
    "method",
    "verdict",
    "kind",
    "version",
    *PLACE_IDS,
]


def trends(dataset: Dataset, selection: Selection, lang: Language) -> pd.DataFrame:
    """One row per indicator and area, as columns `COLUMNS`; slopes in the indicator's unit per year.

    What from, to, n, breaks, slope, p, method and verdict say: `indicators.analysis.trends.trends`; p are adjusted over
    the areas of a level that are asked for. A group has no row for an indicator that can't be put together.
    In order of indicator as given, level and area.
    """
    chosen = places(dataset, selection, lang)
    tables = []
    for indicator in selection.named:
        whole, tested = figures(dataset, indicator, chosen, selection.own), indicator.kind in COUNTED
        by_level = [
            computed.trends(whole.among(areas), *selection.years, tested=tested)
            for _, areas in chosen.groupby("level", sort=False)["area"]
        ]
        found = pd.concat(by_level) if by_level else pd.DataFrame(columns=computed.TRENDS)
        told = {"title": indicator.title[lang], "unit": indicator.unit[lang], "kind": indicator.kind}
        rows = chosen.merge(found, on="area").assign(indicator=indicator.id, version=dataset.version, **told)
        tables.append(identified(dataset, rows)[COLUMNS])
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=COLUMNS)
