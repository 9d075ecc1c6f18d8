"""Publishers' own figures as one flat table: the parts that rates and shares are made of."""

from collections.abc import Collection, Sequence
from typing import Final

import pandas as pd

from data import cities
from data.store import Dataset
from exports.area_ids import IDS, identified
from exports.observations import LEVELS, between, places
from indicators import catalogue
from indicators.selection import Selection
from locales import Language

TOLD: Final = ["series", "title", "area", "name", "level", "period"]
COLUMNS: Final = [*TOLD, "value", "status", "source", *IDS]


def series(dataset: Dataset, names: Sequence[str], selection: Selection, lang: Language) -> pd.DataFrame:
    """One row per series, area and period, as columns `COLUMNS`; values as published, in the publisher's unit.

    title: of the publisher's table; source: attribution and licence. Selection: areas, levels and years; groups have no
    rows, as no publisher knows them. In order of name as given; missing values keep their row and status.
    """
    found = between(labelled(dataset, names, selection, lang), *selection.years)
    order = {name: place for place, name in enumerate([*names, *LEVELS])}
    rows = found.assign(order=found["series"].map(order), by_level=found["level"].map(order)).sort_values(
        ["order", "by_level", "area", "period"]
    )
    sources = {id: f"{record['attribution']} ({record['licence']}): {id}" for id, record in dataset.sources.items()}
    rubric = rows["series"].str.partition("/")[0]
    return identified(dataset, rows.assign(source=rubric.map(sources).fillna("")))[COLUMNS].reset_index(drop=True)


def held(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """By the name of each series that there are figures of, the ids of the indicators that are made of it."""
    used: dict[str, list[str]] = {}
    for indicator in catalogue.load().values():
        for name in indicator.series:
            used.setdefault(name, []).append(indicator.id)
    there = dataset.observations["series"].astype("category").cat.remove_unused_categories().cat.categories
    return {str(name): tuple(used.get(str(name), ())) for name in there}


def labelled(dataset: Dataset, series: Collection[str] | None, selection: Selection, lang: Language) -> pd.DataFrame:
    """Rows of the observation table with columns `TOLD`, value and status, in its order.

    series: names, None for all. selection: of areas and levels, with cities beside Leipzig where it narrows neither.
    """
    there = places(dataset, selection, lang).set_index("area")
    if selection.areas is None and selection.levels is None:
        others = pd.DataFrame({"name": cities.names(), "level": "city"})
        there = pd.concat([there, others[~others.index.isin(there.index)]])
    table = dataset.observations
    chosen = table["area"].isin(there.index)
    found = table[chosen if series is None else chosen & table["series"].isin(list(series))]
    found = found.astype(dict.fromkeys(["series", "area", "period", "status"], "str"))
    rubrics = found["series"].str.partition("/")[0]
    titles = {id: record.get("title", "") for id, record in dataset.sources.items()}
    return found.assign(
        title=rubrics.map(titles).fillna(""),
        name=found["area"].map(there["name"]),
        level=found["area"].map(there["level"]),
    )
