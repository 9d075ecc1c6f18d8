"""What the checks of each kind of source found, measured on what its parser let through.

A parser refuses what breaks a check. Only checks that were made are told: what a declaration leaves out is not.
"""

from typing import TYPE_CHECKING, Final

import pandas as pd

from data.areas import LEVELS, Level
from data.checks import Check
from data.sources import leipzig_boundaries
from data.sources.city_tables import Table
from data.sources.eurostat_cities import Dataset
from data.sources.leipzig_statistics import Rubric
from data.sources.zensus_grid import Coverage

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

NAMES: Final[dict[Level, str]] = {"ortsteil": "Ortsteile", "stadtbezirk": "Stadtbezirke", "city": "city"}


def of_observations(table: pd.DataFrame) -> tuple[Check, ...]:
    """What `data.observations.validate` made sure of. table: columns `data.observations.COLUMNS`."""
    found = f"rows: {len(table):,}, areas: {table['area'].nunique()}"
    return (Check("known areas, periods and statuses, each figure once", found),)


def of_rubric(rubric: Rubric, table: pd.DataFrame, areas: pd.DataFrame) -> tuple[Check, ...]:
    """table: from `leipzig_statistics.parse`; areas: columns code and level."""
    what = "declared levels complete for each characteristic"
    complete = (Check(what, _complete(rubric, table, areas)),) if rubric.levels else ()
    unit = (Check(f"no row states another unit than {rubric.unit}", "none"),) if rubric.unit else ()
    title = (Check("no record names another rubric", "none"),) if rubric.format == "json" else ()
    signed = [f"{rubric.id}/{name}" for name in sorted(rubric.signed)]
    return (_characteristics(rubric, table), *complete, *unit, *title, *_not_negative(table, signed))


def of_census(cells: pd.DataFrame, coverage: Coverage) -> tuple[Check, ...]:
    """cells: from `zensus_grid.parse_2011`; coverage: of all of them, in cells of 100 m."""
    topics = cells["characteristic"].str.partition("/")[0].unique()
    return (
        Check("topics of the subject", ", ".join(sorted(topics))),
        Check("counts of known cells, none twice or negative", f"counts: {len(cells):,}"),
        Check("some cells lie in Ortsteile", f"{coverage.placed:,} of {coverage.cells:,} cells"),
    )


def of_dataset(dataset: Dataset, table: pd.DataFrame) -> tuple[Check, ...]:
    """table: from `eurostat_cities.parse`."""
    there, figures = table["series"].nunique(), int(table["value"].notna().sum())
    return (
        Check("declared indicators", f"{there} of {len(dataset.series)}"),
        Check("cities that were asked for, no others", f"cities: {table['area'].nunique()}"),
        Check("known flags, figures within the declared bounds", f"figures: {figures:,}"),
    )


def of_table(declared: Table, table: pd.DataFrame) -> tuple[Check, ...]:
    """table: from `city_tables.parse`."""
    there, areas, periods = (table[column].nunique() for column in ("series", "area", "period"))
    return (
        Check("declared columns", f"{there} of {len(declared.columns)}"),
        Check("declared cities once in each period, no others", f"cities: {areas}, periods: {periods}"),
        *_not_negative(table, []),
    )


def of_boundaries(areas: "GeoDataFrame", stadtbezirke: bytes) -> tuple[Check, ...]:
    """areas: from `leipzig_boundaries.parse`, EPSG:25833; stadtbezirke: the file that it read.

    Raises SourceError as `parse` does.
    """
    served = areas[areas["level"] != "city"]
    counted = ", ".join(_counts({level: int((served["level"] == level).sum()) for level in LEVELS}))
    km2 = served.loc[served["level"] == "ortsteil", "km2"].sum()
    least, most = leipzig_boundaries.PLAUSIBLE_KM2
    apart = leipzig_boundaries.apart(areas, stadtbezirke)
    allowed = f"{leipzig_boundaries.AGREEMENT:,.0f} m²"
    return (
        Check("codes and names, each once and as many as there are areas", counted),
        Check("valid polygons within the box around Leipzig", f"{int(served.is_valid.sum())} of {len(served)}"),
        Check("neighbouring Ortsteile share their edges", "all"),
        Check(f"Ortsteile sum to {least:g} to {most:g} km²", f"{km2:.1f} km²"),
        Check(f"Stadtbezirke at most {allowed} apart from their Ortsteile", f"at most {apart:,.0f} m²"),
    )


def _characteristics(rubric: Rubric, table: pd.DataFrame) -> Check:
    names = set(table["series"].str.removeprefix(f"{rubric.id}/"))
    if not rubric.characteristics:
        return Check(
            "at least one expected characteristic", f"{len(rubric.expected & names)} of {len(rubric.expected)}"
        )
    there = [name for name in rubric.characteristics if any(n == name or n.endswith(f"/{name}") for n in names)]
    return Check("required characteristics", f"{len(there)} of {len(rubric.characteristics)}")


def _complete(rubric: Rubric, table: pd.DataFrame, areas: pd.DataFrame) -> str:
    """How many areas of each declared level every series has."""
    everywhere = set.intersection(*(set(group) for _, group in table.groupby("series")["area"]))
    level = areas.loc[areas["code"].isin(list(everywhere)), "level"]
    return ", ".join(_counts({name: int((level == name).sum()) for name in LEVELS if name in rubric.levels}))


def _counts(by_level: dict[Level, int]) -> list[str]:
    return [f"{n} {NAMES[level]}" for level, n in by_level.items() if n]


def _not_negative(table: pd.DataFrame, signed: list[str]) -> tuple[Check, ...]:
    """signed: series that may be negative, and are not looked at."""
    figures = table.loc[~table["series"].isin(signed), "value"].dropna()
    but = f" but of {', '.join(name.partition('/')[2] for name in signed)}" if signed else ""
    return (Check(f"no negative figure{but}", f"lowest {round(figures.min(), 1):,.10g}"),) if len(figures) else ()
