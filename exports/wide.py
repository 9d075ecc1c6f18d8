"""Observations with one row an area and a column a period, as spreadsheets and geographic information systems like."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

import pandas as pd

from data.store import Dataset
from exports.observations import between, figures, places
from indicators.selection import Selection

Layout = Literal["long", "wide"]
LAYOUTS: Final[tuple[Layout, ...]] = get_args(Layout)

STATUS: Final = "_status"
SAME: Final = ["indicator", "title", "unit"]
"""Columns of the observations that say the same in each row of a single indicator."""
AREA: Final = ["area", "name", "level"]


def wide(rows: pd.DataFrame, *, named: bool) -> pd.DataFrame:
    """Observations by area: `AREA`, for each period its value and, as `2024_status`, its status, then source, area_id
    and parent.

    rows: from `exports.observations.observations`, whose first row of an area decides where it stands. named: whether
    columns say whose they are (`population_2024`), as they must of several indicators; else `SAME` stand first. An area
    without a row for a period has neither value nor status.
    """
    held = value_columns(rows, named=named)
    names = {whose: name for name, whose in held.items()}
    keyed = rows.assign(column=[names[whose] for whose in zip(rows["indicator"], rows["period"], strict=True)])
    facts = rows.drop_duplicates("area").set_index("area", drop=False)
    values, statuses = (
        keyed.pivot(index="area", columns="column", values=told).reindex(index=facts.index, columns=list(held))
        for told in ("value", "status")
    )
    pairs = [name for column in held for name in (column, column + STATUS)]
    cells = pd.concat([values, statuses.add_suffix(STATUS)], axis=1)[pairs]
    table = pd.concat([facts[[*([] if named else SAME), *AREA]], cells], axis=1)
    sources = "; ".join(dict.fromkeys(rows["source"]))
    last = facts[["area_id", "parent"]].assign(source=sources)[["source", "area_id", "parent"]]
    return pd.concat([table, last], axis=1).reset_index(drop=True)


def value_columns(rows: pd.DataFrame, *, named: bool) -> Mapping[str, tuple[str, str]]:
    """By the name of each column of values in `wide` its indicator's id and its period, in order of both."""
    pairs = rows[["indicator", "period"]].drop_duplicates()
    order = {id: place for place, id in enumerate(dict.fromkeys(pairs["indicator"]))}
    pairs = pairs.assign(order=pairs["indicator"].map(order)).sort_values(["order", "period"])
    return {f"{id}_{period}" if named else period: (id, period) for id, period, _ in pairs.itertuples(index=False)}


def width(dataset: Dataset, selection: Selection) -> int:
    """How many columns of values and of statuses `wide` has for a selection."""
    chosen = places(dataset, selection, "en")
    found = (figures(dataset, indicator, chosen, selection.own) for indicator in selection.named)
    return sum(2 * between(each.frame, *selection.years)["period"].nunique() for each in found)
