"""What every table that is handed out says of its areas beside their codes, so that it can be joined with any other."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data import cities
from data.areas import area_id
from data.store import Dataset
from indicators.kept import kept

IDS: Final = ["area_id", "year", "parent"]
PLACE_IDS: Final = ["area_id", "parent"]


@kept
def ids(dataset: Dataset) -> pd.DataFrame:
    """By the code of each official area and of each city beside Leipzig: columns `PLACE_IDS`; shared, never to change.

    parent: the `area_id` of the area that it lies in, empty for cities.
    """
    table = dataset.areas
    official = {code: area_id(code, level) for code, level in zip(table["code"], table["level"], strict=True)}
    known = {code: area_id(code, "city") for code in cities.names()} | official
    parents = dict(zip(table["code"], table["parent"], strict=True))
    told = {code: (id, official.get(parents.get(code, ""), "")) for code, id in known.items()}
    return pd.DataFrame.from_dict(told, orient="index", columns=PLACE_IDS, dtype="str")


def identified(dataset: Dataset, table: pd.DataFrame) -> pd.DataFrame:
    """The table with `area_id` and `parent`, and `year` where it has periods, as its last columns.

    table: any with a column `area` of codes and ids of groups, which are their own ids and have no parent.
    """
    known, area = ids(dataset), table["area"].astype("str")
    last = {"area_id": area.map(known["area_id"]).fillna(area)}
    if "period" in table:
        last["year"] = pd.Series(years(table["period"]), index=table.index)
    last["parent"] = area.map(known["parent"]).fillna("")
    return table.assign(**last)[[*(column for column in table if column not in last), *last]]


def years(periods: pd.Series) -> npt.NDArray[np.int64]:
    """The year of each period, such as `2024`, `2024-Q1` or `2022-05-15`; one look at each that is different."""
    places, different = pd.factorize(periods)
    return np.array([int(str(period)[:4]) for period in different], dtype="int64")[places]
