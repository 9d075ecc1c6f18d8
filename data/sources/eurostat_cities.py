"""Eurostat's city statistics: JSON-stat answers of its API, one an indicator, for the declared cities.

What is loaded is declared in `eurostat_cities.toml`, the cities in `data/cities.toml`.
Source: Eurostat, under the European Commission's re-use policy (Decision 2011/833/EU).
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

import pandas as pd

from data import cities
from data.checks import Check
from data.cities import City
from data.observations import COLUMNS, KEY
from data.sources import eurostat_flags, json_stat
from data.sources.http import SourceError
from data.sources.rules import Rule, apply, declared
from data.sources.source import Fetch, Reading, Source, origin

LICENCE: Final = ("Eurostat re-use policy", "Eurostat")
BASE: Final = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data"
DIMENSIONS: Final = {"freq", "indic_ur", "cities", "time"}
YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
FLAGGED: Final = [*COLUMNS, "flags"]


@dataclass(frozen=True)
class Series:
    """One indicator of a dataset: its code, how its name begins, and within what its figures are."""

    dataset: str
    code: str
    label: str
    between: tuple[float, float]
    rules: tuple[Rule, ...]

    @property
    def name(self) -> str:
        """The series in the table of observations."""
        return f"eurostat-{self.dataset}/{self.code}"

    @property
    def url(self) -> str:
        """Where it is served for the declared cities."""
        asked = "".join(f"&cities={city.eurostat}" for city in _asked())
        return f"{BASE}/{self.dataset}?format=JSON&lang=EN&indic_ur={self.code}{asked}"


@dataclass(frozen=True)
class Dataset:
    """Indicators that are fetched and verified together."""

    id: str
    title: str
    series: tuple[Series, ...]


@cache
def datasets() -> tuple[Dataset, ...]:
    """The declared datasets. Raises TypeError or KeyError for an unknown or missing key."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["dataset"]
    return tuple(_dataset(**table) for table in tables)


def _dataset(*, id: str, title: str, indicator: Sequence[dict[str, Any]]) -> Dataset:
    return Dataset(id, title, tuple(_series(id, **table) for table in indicator))


def _series(
    dataset: str, *, code: str, label: str, between: Sequence[float], rule: Sequence[dict[str, Any]] = ()
) -> Series:
    rules = tuple(declared(table | {"characteristics": [code]}) for table in rule)
    return Series(dataset, code, label, (between[0], between[1]), rules)


def sources() -> tuple[Source, ...]:
    """The declared datasets as sources."""
    return tuple(map(_source, datasets()))


def _source(dataset: Dataset) -> Source:
    urls = tuple(series.url for series in dataset.series)
    rules = tuple(rule for series in dataset.series for rule in series.rules)
    return Source(f"eurostat-{dataset.id}", dataset.title, urls, *LICENCE, partial(_read, dataset), rules)


def _read(dataset: Dataset, fetch: Fetch, _areas: pd.DataFrame) -> Reading:
    downloads = [fetch(series.url) for series in dataset.series]
    bodies = [download.body for download in downloads]
    cells = _cells(bodies, dataset)
    table, found = cells[COLUMNS], eurostat_flags.unknown(cells)
    flags = "" if found else "known flags, "
    checks = (
        Check("declared indicators", f"{table['series'].nunique()} of {len(dataset.series)}"),
        Check("cities that were asked for, no others", f"cities: {table['area'].nunique()}"),
        Check(f"{flags}figures within the declared bounds", f"figures: {table['value'].count():,}"),
    )
    updated = max(str(json.loads(body).get("updated", "")) for body in bodies)
    remarks = eurostat_flags.remarks(cells)
    return Reading(table, checks, origin(downloads, updated), remarks=remarks, findings=tuple(found))


def parse(bodies: Sequence[bytes], dataset: Dataset) -> pd.DataFrame:
    """Observations of a dataset, columns `data.observations.COLUMNS`; area: municipality key.

    bodies: what the address of each of its series answered. Raises SourceError for anything but the indicator and
    the cities that were asked for, and figures out of bounds.
    """
    return _cells(bodies, dataset)[COLUMNS]


def _cells(bodies: Sequence[bytes], dataset: Dataset) -> pd.DataFrame:
    """Observations, and beside them the flags that they come with, their city's name and their indicator's code."""
    tables = [_observations(body, each) for body, each in zip(bodies, dataset.series, strict=True)]
    return pd.concat(tables, ignore_index=True).sort_values(KEY, ignore_index=True)


def _observations(body: bytes, series: Series) -> pd.DataFrame:
    try:
        cube = json_stat.read(body, DIMENSIONS)
        _check_indicator(cube.names["indic_ur"], series)
        areas = _areas(cube.names["cities"])
        rows = [(series.name, areas[cell["cities"]], cell["time"], *_figure(cell, series)) for cell in cube.cells]
        if all(value is None for _, _, _, value, *_ in rows):
            raise SourceError("the answer has no figure at all, expected some; try again later")
    except SourceError as error:
        raise SourceError(f"{series.name}: {error}") from None
    table = pd.DataFrame(rows, columns=FLAGGED).astype({"value": "float64"})
    cells = table.assign(place=table["area"].map(cities.names()), characteristic=series.code)
    apply(series.rules, cells)
    return cells


def _figure(cell: Mapping[str, Any], series: Series) -> tuple[float | None, str, str]:
    """A cell's figure, its status, and its flags where there is a figure."""
    where, value, flags = f"{cell['cities']} {cell['time']}", cell["value"], cell["flags"]
    if not YEAR.fullmatch(cell["time"]):
        raise SourceError(f"{where} is no year, expected four digits")
    missing = eurostat_flags.instead(flags)
    if value is None or missing:
        return None, missing or "M", ""
    low, high = series.between
    if not low <= value <= high:
        raise SourceError(f"{where} reads {value:g}, expected {low:g} to {high:g}; look at the source")
    return value, eurostat_flags.beside(flags), flags


def _check_indicator(names: Mapping[str, str], series: Series) -> None:
    if set(names) != {series.code} or not names[series.code].lower().startswith(series.label.lower()):
        raise SourceError(f"the answer is about {names}, expected {series.code} to be {series.label!r}")


def _areas(names: Mapping[str, str]) -> dict[str, str]:
    """The municipality key of each city's code."""
    for city in _asked():
        name = normalize("NFC", str(names.get(city.eurostat, "absent")))
        if not name.startswith(city.name.partition(" (")[0]):
            raise SourceError(f"{city.eurostat} is {name}, expected {city.name}; look up the city's code")
    areas = {city.eurostat: city.code for city in _asked()}
    if unknown := set(names) - set(areas):
        raise SourceError(f"the answer holds {sorted(unknown)}, which were not asked for")
    return areas


def _asked() -> list[City]:
    return [city for city in cities.load() if city.eurostat]
