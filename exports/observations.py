"""Observations as one flat table: values with the names, units, status and sources that explain them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import pandas as pd

from data.store import Dataset
from exports.area_ids import IDS, of_areas, years
from indicators.catalogue import Indicator, groups
from indicators.figures.grid import Grid
from indicators.figures.reader_groups import OwnGroup
from indicators.figures.values import grid
from indicators.kept import kept
from indicators.selection import Selection
from locales import Language, text

COLUMNS: Final = [
    "indicator",
    "title",
    "unit",
    "area",
    "name",
    "level",
    "period",
    "value",
    "status",
    "kind",
    "source",
    *IDS,
]
NUMBERS: Final = {"value": "float64", "year": "int64"}
"""The type of each column that is no text."""
EMPTY: Final = pd.DataFrame({column: pd.Series(dtype=NUMBERS.get(column, "str")) for column in COLUMNS})
PLACES: Final = ["area", "name", "level"]
LEVELS: Final = ("city", "stadtbezirk", "ortsteil", "group")
"""Every level of area, in the order of rows; a group is one that is declared."""


def observations(dataset: Dataset, selection: Selection, lang: Language) -> pd.DataFrame:
    """One row per indicator, area and period, as columns `COLUMNS`; values unrounded, in the indicator's unit.

    Missing values keep their row and status. A group has no rows for an indicator that can't be put together.
    In order of indicator as given, level (`LEVELS`), area and period.
    """
    return pd.concat([EMPTY, *by_indicator(dataset, selection, lang)], ignore_index=True)


def by_indicator(dataset: Dataset, selection: Selection, lang: Language) -> Iterator[pd.DataFrame]:
    """The rows of `observations` one indicator at a time, for those who pass them on before the next is there."""
    chosen = places(dataset, selection, lang)
    for indicator in selection.named:
        found = between(figures(dataset, indicator, chosen, selection.own).frame, *selection.years)
        yield labelled(dataset, indicator, found, chosen, lang)


def count(dataset: Dataset, selection: Selection) -> int:
    """How many rows `observations` has for the same selection."""
    chosen = places(dataset, selection, "en")
    found = (figures(dataset, indicator, chosen, selection.own) for indicator in selection.named)
    return sum(len(between(each.frame, *selection.years)) for each in found)


def places(dataset: Dataset, selection: Selection, lang: Language) -> pd.DataFrame:
    """The chosen areas as columns `PLACES`, in order of level (`LEVELS`) and area, groups of one's own last.

    Areas that do not exist are left out. Given areas and levels (of `LEVELS`), an area has to be in both; own groups
    come in addition. Given nothing: every official area and no group.
    """
    areas, levels, own = selection.areas, selection.levels, selection.own
    if areas is None and levels is None:
        levels = () if own else LEVELS[:-1]
    chosen = _every_place(dataset, lang)
    if areas is not None:
        chosen = chosen[chosen["area"].isin(list(areas))]
    if levels is not None:
        chosen = chosen[chosen["level"].isin(list(levels))]
    if own:
        named = pd.DataFrame([(group.id, called(lang, group), "group") for group in own], columns=PLACES)
        chosen = pd.concat([chosen, named])
    return chosen.reset_index(drop=True)


def called(lang: Language, group: OwnGroup) -> str:
    """A group's name in files: quoted, as no publisher knows it, with the codes of its districts."""
    return f"{text(lang, '“{name}”', name=group.name)} ({', '.join(group.members)})"


@kept
def _every_place(dataset: Dataset, lang: Language) -> pd.DataFrame:
    """The official areas and the declared groups as columns `PLACES`, in the order of rows; shared, never to change."""
    declared = [(group.id, group.title[lang], "group") for group in groups.load().values()]
    official = dataset.areas.rename(columns={"code": "area"})[PLACES]
    every = pd.concat([official, pd.DataFrame(declared, columns=PLACES)], ignore_index=True)
    order = every["level"].map({level: place for place, level in enumerate(LEVELS)})
    return every.assign(order=order).sort_values(["order", "area"], ignore_index=True)[PLACES]


def figures(dataset: Dataset, indicator: Indicator, chosen: pd.DataFrame, own: Sequence[OwnGroup] = ()) -> Grid:
    """An indicator's figures at the chosen places; groups under their id.

    chosen: columns `PLACES`; own: those of its groups that are not declared. A group that the indicator can't be put
    together for has no rows.
    """
    known = {id: group.members for id, group in groups.load().items()} | {group.id: group.members for group in own}
    wanted = tuple((id, known[id]) for id in chosen.loc[chosen["level"] == "group", "area"])
    return grid(dataset, indicator, wanted).among(chosen["area"])


def source(dataset: Dataset, indicator: Indicator, lang: Language) -> str:
    """Attribution, licence and ids of the sources behind an indicator: `Stadt Leipzig, … (dl-de/by-2-0): kd7-3`.

    Before those of a modelled one it says so, and whose factors are used.
    """
    model = indicator.model[lang] if indicator.model else ""
    return "; ".join(filter(None, (model, attributed(dataset, indicator.rubrics))))


def attributed(dataset: Dataset, rubrics: Iterable[str]) -> str:
    """Attribution, licence and ids of sources, as in `source`."""
    ids: dict[str, list[str]] = {}
    for id in rubrics:
        # A version kept from earlier may lack a source that the catalogue has learnt to use since.
        if id in dataset.sources:
            about = dataset.sources[id]
            ids.setdefault(f"{about['attribution']} ({about['licence']})", []).append(id)
    return "; ".join(f"{publisher}: {', '.join(found)}" for publisher, found in ids.items())


def labelled(
    dataset: Dataset, indicator: Indicator, found: pd.DataFrame, chosen: pd.DataFrame, lang: Language
) -> pd.DataFrame:
    """A frame of values as columns `COLUMNS`, in the order of the places and then of the period.

    found: area, period, value, status, of areas that are all among the places; chosen: columns `PLACES`.
    """
    own = found.assign(place=pd.Index(chosen["area"]).get_indexer(pd.Index(found["area"])))
    rows = own.sort_values(["place", "period"], ignore_index=True)
    place, (area_id, parent) = rows["place"].array, of_areas(dataset, chosen["area"])
    told = rows.assign(
        name=chosen["name"].array[place],
        level=chosen["level"].array[place],
        indicator=indicator.id,
        title=indicator.title[lang],
        unit=indicator.unit[lang],
        kind=indicator.kind,
        source=source(dataset, indicator, lang),
        area_id=area_id[place],
        year=years(rows["period"]),
        parent=parent[place],
    )
    return told[COLUMNS]


def between(values: pd.DataFrame, start: str, end: str) -> pd.DataFrame:
    """The rows from one year to another, both included, empty for no limit."""
    if not start and not end:
        return values
    year = values["period"].str[:4]
    # Without an end, a year is compared with itself.
    return values[(year >= start) & (year <= (end or year))]
