"""What changed between two versions of the figures, as one flat table: in indicators, or as published."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from data.store import Dataset
from exports.area_ids import IDS, identified
from exports.observations import LEVELS, by_indicator
from exports.tables.series import TOLD as TOLD_OF_SERIES
from exports.tables.series import labelled
from indicators.selection import Selection
from locales import Language

KEY: Final = ["indicator", "area", "period"]
TOLD: Final = ["indicator", "title", "unit", "area", "name", "level", "period"]
SIDES: Final = ["change", "old", "new", "difference", "old_status", "new_status"]
COLUMNS: Final = [*TOLD, *SIDES, *IDS]
OF_SERIES: Final = ["series", "area", "period"]
SERIES_COLUMNS: Final = [*TOLD_OF_SERIES, *SIDES, *IDS]


def revisions(older: Dataset, newer: Dataset, selection: Selection, lang: Language) -> Iterator[pd.DataFrame]:
    """One table per indicator that changed, one row per area and period not the same in both; columns `COLUMNS`.

    old, new: values, missing where a version has none; difference: new less old. change: `revised` (another value),
    `published` (a value where there was none), `withdrawn` (no value where there was one), `status` (the same value or
    none, with another status). A status is empty where a version has no such row; a row without value that comes or
    goes is no change.
    """
    for indicator in selection.named:
        one = replace(selection, indicators=[indicator])
        before, after = (pd.concat([*by_indicator(version, one, lang)]) for version in (older, newer))
        if not before.equals(after):
            yield identified(newer, _changed(before, after, KEY, TOLD))[COLUMNS]


def revisions_of_series(
    older: Dataset, newer: Dataset, series: Collection[str] | None, selection: Selection, lang: Language
) -> pd.DataFrame:
    """What publishers changed: one row per series, area and period not the same in both; columns `SERIES_COLUMNS`.

    series: names of series, None for all. title: of the publisher's table. selection: of areas and levels, with the
    cities beside Leipzig where it narrows neither. The rest as in `revisions`.
    """
    before, after = (labelled(version, series, selection, lang) for version in (older, newer))
    return identified(newer, _changed(before, after, OF_SERIES, TOLD_OF_SERIES))[SERIES_COLUMNS]


def _changed(before: pd.DataFrame, after: pd.DataFrame, key: list[str], said: list[str]) -> pd.DataFrame:
    told = [*said, "value", "status"]
    both = before[told].merge(after[told], on=key, how="outer", suffixes=("_old", "_new"))
    table = both.rename(columns={"value_old": "old", "value_new": "new"})
    for column in set(said) - set(key):
        table[column] = table[f"{column}_new"].fillna(table[f"{column}_old"])
    for side in ("old", "new"):
        table[f"{side}_status"] = table[f"status_{side}"].fillna("")
    table = table.assign(difference=table["new"] - table["old"], change=_kinds(table))
    table["order"] = table["level"].map({level: place for place, level in enumerate(LEVELS)})
    return table[table["change"] != ""].sort_values([key[0], "order", "area", "period"], ignore_index=True)


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
