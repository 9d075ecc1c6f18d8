"""Eurostat's city statistics: JSON-stat answers of its API, one an indicator, for the declared cities.

What is loaded is declared in `eurostat_cities.toml`, the cities in `data/cities.toml`.
Source: Eurostat, under the European Commission's re-use policy (Decision 2011/833/EU).
Layout: JSON-stat 2.0 (https://json-stat.org/full/): cells in row-major order of `id` and `size`, a flag beside each.
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from math import prod
from pathlib import Path
from typing import Any, Final

import pandas as pd

from data import cities
from data.checks import Check
from data.cities import City
from data.observations import COLUMNS
from data.sources.http import SourceError
from data.sources.rules import Rule, apply, declared
from data.sources.source import Fetch, Reading, Source, origin

LICENCE: Final = ("Eurostat re-use policy", "Eurostat")
BASE: Final = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data"
DIMENSIONS: Final = {"freq", "indic_ur", "cities", "time"}
YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")

STATUS: Final = {"b": "B", "u": "U", "d": "U", "e": "E", "s": "E", "f": "E", "p": "P", "r": "A", "n": "A"}
"""Flags beside a figure, the one that needs most caution first: break, low reliability, differing definition,
estimate, Eurostat's estimate, forecast, provisional, revised, not significant."""
NO_FIGURE: Final = {"c": "Q", "z": "N", ":": "M"}
"""Flags in the place of a figure: confidential, not applicable, not available."""


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


@dataclass(frozen=True)
class Cell:
    """One cell of a JSON-stat cube: its category's code by dimension, figure, flags."""

    at: Mapping[str, str]
    value: float | None
    flags: str


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
    return tuple(
        Source(
            f"eurostat-{each.id}",
            each.title,
            tuple(series.url for series in each.series),
            *LICENCE,
            read=partial(_read, each),
            rules=tuple(rule for series in each.series for rule in series.rules),
        )
        for each in datasets()
    )


def _read(dataset: Dataset, fetch: Fetch, _areas: pd.DataFrame) -> Reading:
    downloads = [fetch(series.url) for series in dataset.series]
    bodies = [download.body for download in downloads]
    table = parse(bodies, dataset)
    checks = (
        Check("declared indicators", f"{table['series'].nunique()} of {len(dataset.series)}"),
        Check("cities that were asked for, no others", f"cities: {table['area'].nunique()}"),
        Check("known flags, figures within the declared bounds", f"figures: {table['value'].count():,}"),
    )
    return Reading(table, checks, origin(downloads, updated(bodies)))


def parse(bodies: Sequence[bytes], dataset: Dataset) -> pd.DataFrame:
    """Observations of a dataset, columns `data.observations.COLUMNS`; area: municipality key.

    bodies: what the address of each of its series answered. Raises SourceError for anything but the indicator and
    the cities that were asked for, a flag that is not known, and figures out of bounds.
    """
    tables = [_observations(body, each) for body, each in zip(bodies, dataset.series, strict=True)]
    return pd.concat(tables, ignore_index=True).sort_values(["series", "area", "period"], ignore_index=True)


def updated(bodies: Sequence[bytes]) -> str:
    """When Eurostat last updated the newest of some answers, '' if none says so."""
    return max((str(_document(body, "Eurostat").get("updated", "")) for body in bodies), default="")


def _observations(body: bytes, series: Series) -> pd.DataFrame:
    answer = _document(body, series.name)
    _check_indicator(answer, series)
    areas = _areas(answer, series.name)
    rows = [
        (series.name, areas[cell.at["cities"]], cell.at["time"], *_figure(cell, series))
        for cell in _cells(answer, series.name)
    ]
    if all(value is None for _, _, _, value, _ in rows):
        raise SourceError(f"{series.name}: the answer has no figure at all, expected some; try again later")
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"value": "float64"})
    cells = table.assign(place=table["area"].map(cities.names()), characteristic=series.code)
    apply(series.rules, cells)
    return cells[COLUMNS]


def _document(body: bytes, place: str) -> dict[str, Any]:
    try:
        answer = json.loads(body)
    except ValueError:
        raise SourceError(f"{place}: the answer is not JSON, expected JSON-stat; try again later") from None
    if not isinstance(answer, dict) or answer.get("class") != "dataset":
        raise SourceError(f"{place}: the answer is no JSON-stat dataset, expected class 'dataset'; try again later")
    return answer


def _cells(answer: Mapping[str, Any], place: str) -> list[Cell]:
    try:
        codes = [_codes(answer["dimension"][name]["category"]) for name in answer["id"]]
        size = answer["size"]
        if [len(own) for own in codes] != size or set(answer["id"]) != DIMENSIONS:
            raise SourceError(
                f"{place}: the answer has the dimensions {answer['id']} of sizes {size}, "
                f"expected {', '.join(sorted(DIMENSIONS))} with a code for each cell"
            )
        values, flags = (_by_place(cells, prod(size)) for cells in (answer["value"], answer.get("status") or {}))
        return [
            Cell(dict(zip(answer["id"], at, strict=True)), None if value is None else float(value), str(flag or ""))
            for at, value, flag in zip(product(*codes), values, flags, strict=True)
        ]
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise SourceError(f"{place}: the answer breaks off from JSON-stat 2.0 ({error!r}); try again later") from None


def _codes(category: Mapping[str, Any]) -> list[str]:
    """The codes of a dimension in order; a single one may stand in its label alone."""
    index = category.get("index", list(category.get("label", {})))
    return sorted(index, key=index.__getitem__) if isinstance(index, dict) else list(index)


def _by_place(cells: Any, size: int) -> list[Any]:
    """What stands at each place of a cube: a list of all, those that exist by number, or one text for all."""
    if isinstance(cells, str):
        return [cells] * size
    own = cells if isinstance(cells, list) else [cells.get(str(n)) for n in range(size)]
    if len(own) != size:
        raise IndexError(f"{len(own)} values for {size} cells")
    return own


def _figure(cell: Cell, series: Series) -> tuple[float | None, str]:
    where = f"{series.name}: {cell.at['cities']} {cell.at['time']}"
    if not YEAR.fullmatch(cell.at["time"]):
        raise SourceError(f"{where} is no year, expected four digits")
    strange = set(cell.flags) - set(STATUS) - set(NO_FIGURE)
    if strange:
        raise SourceError(f"{where} has the flag {cell.flags!r}, expected some of {''.join([*STATUS, *NO_FIGURE])}")
    missing = next((status for flag, status in NO_FIGURE.items() if flag in cell.flags), None)
    if cell.value is None or missing is not None:
        return None, missing or "M"
    low, high = series.between
    if not low <= cell.value <= high:
        raise SourceError(f"{where} reads {cell.value:g}, expected {low:g} to {high:g}; look at the source")
    return cell.value, next((status for flag, status in STATUS.items() if flag in cell.flags), "A")


def _check_indicator(answer: Mapping[str, Any], series: Series) -> None:
    names = _labels(answer, "indic_ur", series.name)
    if set(names) != {series.code} or not names[series.code].lower().startswith(series.label.lower()):
        raise SourceError(f"{series.name}: the answer is about {names}, expected {series.code} to be {series.label!r}")


def _areas(answer: Mapping[str, Any], place: str) -> dict[str, str]:
    """The municipality key of each city's code."""
    names = _labels(answer, "cities", place)
    for city in _asked():
        found = names.get(city.eurostat, "absent")
        if not found.startswith(city.name.partition(" (")[0]):
            raise SourceError(f"{place}: {city.eurostat} is {found}, expected {city.name}; look up the city's code")
    unknown = set(names) - {city.eurostat for city in _asked()}
    if unknown:
        raise SourceError(f"{place}: the answer holds {sorted(unknown)}, which were not asked for")
    return {city.eurostat: city.code for city in _asked()}


def _labels(answer: Mapping[str, Any], dimension: str, place: str) -> dict[str, str]:
    try:
        return {code: str(name) for code, name in answer["dimension"][dimension]["category"]["label"].items()}
    except (KeyError, TypeError, AttributeError):
        raise SourceError(f"{place}: the answer has no names for {dimension}, expected them by code") from None


def _asked() -> list[City]:
    return [city for city in cities.load() if city.eurostat]
