"""What changed between two versions of the figures, as one flat table."""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
import pandas as pd

from data.store import Dataset
from exports.observations import LEVELS, by_indicator
from indicators.catalogue import Indicator
from locales import Language

KEY: Final = ["indicator", "area", "period"]
TOLD: Final = ["indicator", "title", "unit", "area", "name", "level", "period"]
COLUMNS: Final = [*TOLD, "change", "old", "new", "difference", "old_status", "new_status"]


def revisions(
    older: Dataset,
    newer: Dataset,
    indicators: Iterable[Indicator],
    *,
    lang: Language,
    areas: Iterable[str] | None = None,
    levels: Iterable[str] | None = None,
) -> Iterator[pd.DataFrame]:
    """One table per indicator that changed, one row per area and period not the same in both; columns `COLUMNS`.

    areas, levels: as in `exports.observations.places`. old, new: values, missing where a version has none;
    difference: new less old. change: `revised` (another value), `published` (a value where there was none),
    `withdrawn` (no value where there was one), `status` (the same value or none, with another status).
    A status is empty where a version has no such row; a row without value that comes or goes is no change.
    """
    for indicator in indicators:
        before, after = (
            pd.concat([*by_indicator(version, [indicator], lang=lang, areas=areas, levels=levels)])
            for version in (older, newer)
        )
        if not before.equals(after):
            yield _changed(before, after)


def _changed(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    told = [*TOLD, "value", "status"]
    both = before[told].merge(after[told], on=KEY, how="outer", suffixes=("_old", "_new"))
    table = both.rename(columns={"value_old": "old", "value_new": "new"})
    for column in set(TOLD) - set(KEY):
        table[column] = table[f"{column}_new"].fillna(table[f"{column}_old"])
    for side in ("old", "new"):
        table[f"{side}_status"] = table[f"status_{side}"].fillna("")
    table = table.assign(difference=table["new"] - table["old"], change=_kinds(table))
    table["order"] = table["level"].map({level: place for place, level in enumerate(LEVELS)})
    changed = table[table["change"] != ""].sort_values(["order", "area", "period"], ignore_index=True)
    return changed[COLUMNS]


def _kinds(table: pd.DataFrame) -> pd.Series:
    had, has = table["old"].notna(), table["new"].notna()
    there = (table["old_status"] != "") & (table["new_status"] != "")
    cases = {
        "revised": had & has & (table["old"] != table["new"]),
        "published": ~had & has,
        "withdrawn": had & ~has,
        "status": there & (table["old_status"] != table["new_status"]),
    }
    return pd.Series(np.select(list(cases.values()), list(cases), ""), index=table.index, dtype="str")
