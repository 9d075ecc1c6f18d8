"""What every table that is handed out says of its areas beside their codes, so that it can be joined with any other."""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data import cities
from data.areas import area_id
from data.store import Dataset
from indicators.kept import kept

IDS: Final = ["area_id", "year", "parent"]
PLACE_IDS: Final = ["area_id", "parent"]

TextArray = pd.api.extensions.ExtensionArray


@kept
def ids(dataset: Dataset) -> dict[str, tuple[str, str]]:
    """`PLACE_IDS` by the code of each official area and of each city beside Leipzig; shared, never to change.

    parent: the `area_id` of the area that it lies in, empty for cities.
    """
    table = dataset.areas
    official = {code: area_id(code, level) for code, level in zip(table["code"], table["level"], strict=True)}
    known = {code: area_id(code, "city") for code in cities.names()} | official
    parents = dict(zip(table["code"], table["parent"], strict=True))
    return {code: (id, official.get(parents.get(code, ""), "")) for code, id in known.items()}


def of_areas(dataset: Dataset, areas: Iterable[str]) -> tuple[TextArray, TextArray]:
    """The `area_id` and the parent of each code or id of a group, which is its own id and has no parent."""
    known = ids(dataset)
    found = [known.get(area, (area, "")) for area in areas]
    first, last = ([one[n] for one in found] for n in (0, 1))
    return pd.array(first, dtype="str"), pd.array(last, dtype="str")


def identified(dataset: Dataset, table: pd.DataFrame) -> pd.DataFrame:
    """The table with `area_id` and `parent`, and `year` where it has periods, as its last columns.

    table: any with a column `area` of codes and ids of groups.
    """
    area, parent = of_areas(dataset, table["area"])
    last: dict[str, Any] = {"area_id": area}
    if "period" in table:
        last["year"] = years(table["period"])
    last["parent"] = parent
    return table.assign(**last)[[*(column for column in table if column not in last), *last]]


def years(periods: pd.Series) -> npt.NDArray[np.int64]:
    """The year of each period, such as `2024`, `2024-Q1` or `2022-05-15`; one look at each that is different."""
    places, different = pd.factorize(periods)
    return np.array([int(str(period)[:4]) for period in different], dtype="int64")[places]
