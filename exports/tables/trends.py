"""Trends as one flat table: whether each area's figures rise or fall, and by how much a year."""

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd

from data.store import Dataset
from exports.observations import figures, places
from indicators.analysis import trends as computed
from indicators.catalogue import Indicator
from indicators.figures.named_groups import OwnGroup
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


def trends(
    dataset: Dataset,
    indicators: Iterable[Indicator],
    *,
    lang: Language,
    areas: Iterable[str] | None = None,
    levels: Iterable[str] | None = None,
    own: Sequence[OwnGroup] = (),
    start: str = "",
    end: str = "",
) -> pd.DataFrame:
    """One row per indicator and area, as columns `COLUMNS`; slopes in the indicator's unit per year.

    areas, levels, own: as in `exports.observations.places`. start, end: first and last year, both included; empty
    for no limit. What n, slope, p, method and verdict say: `indicators.analysis.trends.trends`.
    A group has no row for an indicator that can't be put together.
    In order of indicator as given, level and area.
    """
    chosen = places(dataset, lang=lang, areas=areas, levels=levels, own=own)
    tables = []
    for indicator in indicators:
        found = computed.trends(figures(dataset, indicator, chosen, own), start, end)
        tables.append(chosen.merge(found, on="area").assign(indicator=indicator.id)[COLUMNS])
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=COLUMNS)
