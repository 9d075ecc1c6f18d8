"""A city's growth as one flat table: what each area contributed, and when its population was lowest."""

from typing import Final

import pandas as pd

from data.store import Dataset
from exports.area_ids import PLACE_IDS, identified
from exports.observations import PLACES, source
from indicators.analysis.contribution import CONTRIBUTIONS
from indicators.catalogue import Indicator
from locales import Language

COLUMNS: Final = [
    "area",
    "name",
    "level",
    "from",
    "to",
    "start_value",
    "end_value",
    "difference",
    "percent",
    "share_of_start",
    "share_of_change",
    "status",
    "breaks",
    "lowest_period",
    "lowest_value",
    "lowest_state",
    "percent_since_lowest",
    "source",
    *PLACE_IDS,
]


def growth(
    dataset: Dataset,
    indicator: Indicator,
    contributions: pd.DataFrame,
    turns: pd.DataFrame,
    chosen: pd.DataFrame,
    span: tuple[str, str],
    lang: Language,
) -> pd.DataFrame:
    """One row per contribution, as columns `COLUMNS` in their order; values in the indicator's unit, shares in percent.

    contributions, turns: from `indicators.analysis.contribution` and `indicators.analysis.turning_points` over the same
    span; a row without a turn, such as the remainder, has none of the columns `lowest_`. chosen: columns
    `exports.observations.PLACES`, with a row for each contribution.
    """
    told = contributions[CONTRIBUTIONS].rename(
        columns={"absolute": "difference", "weight": "share_of_start", "share": "share_of_change"}
    )
    told = told.merge(chosen[PLACES], on="area", how="left").merge(_lowest(turns), on="area", how="left")
    breaks = [" ".join(known) for known in told["breaks"]]
    whole = told.assign(**{"from": span[0], "to": span[1]}, breaks=breaks, source=source(dataset, indicator, lang))
    return identified(dataset, whole)[COLUMNS]


def _lowest(turns: pd.DataFrame) -> pd.DataFrame:
    names = {"low": "lowest_period", "value": "lowest_value", "state": "lowest_state", "after": "percent_since_lowest"}
    return turns.rename(columns=names)[["area", *names.values()]]
