"""The factors of the energy model: from `factors.toml`, or from a file of one's own that holds what differs."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import accumulate
from math import isfinite
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

DEFAULT: Final = Path(__file__).with_name("factors.toml")
SCHEMA: Final = Path(__file__).with_name("factors.schema.json")
DISTRICT_HEAT: Final = "district_heat"
OUTSIDE: Final = (DISTRICT_HEAT, "none")
"""What is not in the mix of dwellings without district heat."""
OWN: Final = "own"

# A stranger's file is measured before it is parsed: the parser's memory grows with the square of a dotted key, and its
# recursion with the depth.
LARGEST: Final = 20_000
"""Letters of a file; ours has 9,300."""
LONGEST_LINE: Final = 400
MOST_BRACKETS: Final = 10
"""Brackets that may stand open at once, of tables and lists; ours opens two."""
LONGEST_MESSAGE: Final = 300


class FactorsError(ValueError):
    """A file of factors can't be read or breaks the schema; says file, place, what was wrong and what was expected."""


@dataclass(frozen=True)
class Entry:
    """One factor as it stands in its file: its place (`emissions.gas`), its numbers by unit, and its source."""

    place: str
    numbers: tuple[tuple[str, float], ...]
    source: str


@dataclass(frozen=True, eq=False)
class Factors:
    """consumption, average, renovated: kWh per m² and year; uncertainty: share of a rate of consumption.

    direct, life_cycle: kg CO2(e) per kWh by carrier; rest: shares of the carriers in dwellings without district heat,
    which add up to 1; dwellings: shares of all dwellings of the whole city by carrier, and of those without heating.
    """

    consumption: Mapping[str, float]
    average: float
    renovated: float
    uncertainty: float
    direct: Mapping[str, float]
    life_cycle: Mapping[str, float]
    rest: Mapping[str, float]
    dwellings: Mapping[str, float]
    entries: tuple[Entry, ...] = field(repr=False)

    @cached_property
    def numbers(self) -> Mapping[str, Mapping[str, float]]:
        """Every factor's numbers by unit, by its place (`emissions.gas`)."""
        return {entry.place: dict(entry.numbers) for entry in self.entries}

    def table(self, name: str) -> dict[str, Mapping[str, float]]:
        """The numbers of the factors of a table, by their key in it."""
        return {
            place.partition(".")[2]: numbers for place, numbers in self.numbers.items() if place.startswith(f"{name}.")
        }

    def of(self, kind: str) -> Mapping[str, float]:
        """Emissions by carrier, `direct` or `life_cycle`."""
        return self.direct if kind == "direct" else self.life_cycle

    def rest_of(self, kind: str) -> float:
        """kg per kWh of a dwelling without district heat, `direct` or `life_cycle`."""
        return sum(share * self.of(kind)[carrier] for carrier, share in self.rest.items())


@cache
def factors(path: Path = DEFAULT) -> Factors:
    """The factors of a file; what it does not name is as in `factors.toml`. Raises FactorsError."""
    try:
        return read(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise FactorsError(f"{path.name} can't be read as UTF-8 text ({error})") from None


def read(text: str, name: str) -> Factors:
    """The factors of a file's text, see `factors`; name: what messages call the file."""
    own = _toml(text, name)
    return _factors(_checked(_laid_over(tomllib.loads(DEFAULT.read_text("utf-8")), own), name))


def template() -> bytes:
    """The file of the model's own factors, for one's own to begin with."""
    return DEFAULT.read_bytes()


def with_district_heat(base: Factors, life_cycle: float) -> Factors:
    """The same factors with another emission factor of district heat by life cycle, kg CO2e per kWh."""
    place = f"emissions.{DISTRICT_HEAT}"
    numbers = (("direct", base.direct[DISTRICT_HEAT]), ("life_cycle", life_cycle))
    entries = (replace(e, numbers=numbers, source=OWN) if e.place == place else e for e in base.entries)
    return replace(base, life_cycle={**base.life_cycle, DISTRICT_HEAT: life_cycle}, entries=tuple(entries))


def _toml(text: str, name: str) -> dict[str, Any]:
    _check_size(text, name)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FactorsError(f"{name} is not TOML: {error}; expected tables as in {DEFAULT.name}") from None


def _check_size(text: str, name: str) -> None:
    """Raises FactorsError for a text that may take too much of the parser."""
    if len(text) > LARGEST:
        raise FactorsError(f"{name} has {len(text):,} letters, expected at most {LARGEST:,}; leave out what is as ours")
    for n, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST_LINE:
            expected = f"expected at most {LONGEST_LINE}; break it or shorten it"
            raise FactorsError(f"{name}, line {n} has {len(line):,} letters, {expected}")
    steps = (1 if letter in "[{" else -1 for letter in text if letter in "[]{}")
    if max(accumulate(steps), default=0) > MOST_BRACKETS:
        raise FactorsError(f"{name} is nested more than {MOST_BRACKETS} deep, expected tables as in {DEFAULT.name}")


def _laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of both; an entry of one's own replaces the one of the same name."""
    wrong = {table: found for table, found in own.items() if not isinstance(found, dict) or table not in base}
    return {table: entries | own.get(table, {}) for table, entries in base.items() if table not in wrong} | wrong


def _checked(raw: dict[str, Any], name: str) -> dict[str, Any]:
    error = best_match(Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).iter_errors(raw))
    if error is not None:
        raise FactorsError(f"{name}: {_told(error)}; correct it, or leave it out and ours holds")
    for place, entry in _placed(raw):
        endless = next(((unit, number) for unit, number in _numbers(entry) if not isfinite(number)), None)
        if endless is not None:
            unit, number = endless
            raise FactorsError(f"{name}: {place}.{unit} is {number}, expected a finite number; correct it")
        if "low" in entry:
            (unit, number), *_ = _numbers(entry)
            if not entry["low"] <= number <= entry["high"]:
                raise FactorsError(
                    f"{name}: {place}.{unit} is {number}, expected from low ({entry['low']}) to high "
                    f"({entry['high']}); correct one of the three"
                )
        if entry["source"] not in raw["sources"]:
            known = ", ".join(raw["sources"])
            raise FactorsError(
                f"{name}: {place} names the source {entry['source']!r}, expected one of {known}; add it to [sources]"
            )
    if not sum(entry["count"] for carrier, entry in raw["dwellings"].items() if carrier not in OUTSIDE):
        raise FactorsError(f"{name}: dwellings names none heated without district heat, expected at least one")
    return raw


def _placed(raw: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every factor under its place, `emissions.gas`."""
    for table, entries in raw.items():
        if table != "sources":
            yield from ((f"{table}.{key}", entry) for key, entry in entries.items())


def _told(error: ValidationError) -> str:
    where = ".".join(str(part) for part in error.absolute_path) or "the file"
    expected = dict(error.schema).get("description", "") if isinstance(error.schema, dict) else ""
    message = error.message if len(error.message) <= LONGEST_MESSAGE else f"{error.message[:LONGEST_MESSAGE]}…"
    return f"{where}: {message}" + (f", expected {expected}" if expected else "")


def _factors(raw: dict[str, Any]) -> Factors:
    counts = {carrier: float(entry["count"]) for carrier, entry in raw["dwellings"].items()}
    others = {carrier: count for carrier, count in counts.items() if carrier not in OUTSIDE}
    return Factors(
        consumption={age: float(entry["kwh_per_m2"]) for age, entry in raw["consumption"].items()},
        average=float(raw["average"]["all"]["kwh_per_m2"]),
        renovated=float(raw["renovated"]["consumption"]["kwh_per_m2"]),
        uncertainty=raw["uncertainty"]["consumption"]["percent"] / 100,
        direct={carrier: float(entry["direct"]) for carrier, entry in raw["emissions"].items()},
        life_cycle={carrier: float(entry["life_cycle"]) for carrier, entry in raw["emissions"].items()},
        rest={carrier: count / sum(others.values()) for carrier, count in others.items()},
        dwellings={carrier: count / sum(counts.values()) for carrier, count in counts.items()},
        entries=tuple(_entry(place, entry, raw["sources"]) for place, entry in _placed(raw)),
    )


def _entry(place: str, entry: Mapping[str, Any], sources: Mapping[str, str]) -> Entry:
    return Entry(place, tuple(_numbers(entry)), sources[entry["source"]])


def _numbers(entry: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The numbers of an entry by unit; those of a list, one an hour of the day, by unit and hour."""
    for unit, number in entry.items():
        if isinstance(number, list):
            yield from ((f"{unit} {hour:02}", float(each)) for hour, each in enumerate(number))
        elif unit != "source":
            yield unit, float(number)
