"""The indicators, declared in one TOML file a topic and checked against `schema.json`.

What the table `defaults` of a file says holds for every entry of that file that does not say it itself.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

HERE: Final = Path(__file__).resolve().parent
FOLDER: Final = HERE / "topics"
"""One file a topic."""

DEFAULTS: Final = "defaults"
"""The table of a file that is no indicator: what its entries share."""
GRADES: Final = "school grade"
"""How the unit of school grades begins."""
NUMBER: Final = "the number of "
"""How a noun begins that says what is counted."""

GOES_WITH: Final = {"decimals": "unit"}
"""Keys whose default is only taken together with that of another: digits of a share mean nothing in persons."""

Text = Mapping[str, str]
"""One text in every language, by language code."""

Part = str | Mapping[str, Any]
"""What a value is added up from: a series by name, or an age group as `indicators.figures.values` derives it."""


class CatalogueError(ValueError):
    """An entry breaks the schema, or names a series that its rubric lacks or a rubric that no source declares; says
    file and line."""


@dataclass(frozen=True, eq=False)
class Indicator:
    """One declared indicator; what each field means stands in `schema.json` and docs/catalogue.md."""

    id: str
    topic: str
    title: Text
    noun: Text
    description: Text
    reading: Text
    unit: Text
    decimals: int
    values: Mapping[str, Any]
    groups: Mapping[str, Any]
    direction: Literal["more", "less", "neither"]
    kind: Literal["official", "derived", "modelled", "forecast"]
    change: Literal["percent", "points", "absolute"]
    classes: Literal["quantiles", "natural_breaks", "equal_interval"] = "quantiles"
    scale: Literal["classes", "continuous"] = "classes"
    diverging: Literal["city"] | None = None
    keywords: tuple[str, ...] = ()
    model: Text | None = None
    range: tuple[str, ...] = ()
    counts: Text | None = None
    one: Text | None = None
    most: Text | None = None
    degree: Literal["high", "large", "long"] = "high"

    @property
    def series(self) -> tuple[str, ...]:
        """Every series that the indicator is computed from, its own first."""
        parts = [part for key in ("parts", "numerator", "denominator") for part in self.values.get(key, ())]
        named = [self.values.get("series"), *(name for part in parts for name in _named(part)), self.values.get("city")]
        named += self.values.get("inputs", [])
        named += [self.groups.get(key) for key in ("numerator", "weights", "population")]
        named += self.groups.get("ratios", [])
        return tuple(dict.fromkeys(name for name in named if name))

    @property
    def comparable(self) -> bool:
        """Whether the value of a district can be set against the city's: not so for counts, which grow with size."""
        counts = self.values["as"] in ("series", "sum") or (
            self.values["as"] == "function" and "denominator" not in self.values
        )
        return not (counts and self.groups["by"] == "parts")

    @property
    def graded(self) -> bool:
        """Whether figures are school grades, of which the lowest is the best."""
        return self.unit["en"].startswith(GRADES)

    @property
    def numbered(self) -> bool:
        """Whether the noun says what is counted, so that figures beside it stand alone: a number of something, or one
        that is not put in relation, such as a population."""
        return self.noun["en"].startswith(NUMBER) or (self.counts is not None and " per " not in self.counts["en"])

    @property
    def rubrics(self) -> tuple[str, ...]:
        """Ids of the sources behind it."""
        areas = ["boundaries"] if self.values["as"] == "per_km2" else []
        return tuple(dict.fromkeys([*(name.split("/", 1)[0] for name in self.series), *areas]))


@cache
def load(folder: Path = FOLDER) -> dict[str, Indicator]:
    """The indicators by id, in order of file and entry. Raises CatalogueError for an entry that is wrong."""
    schema = json.loads((HERE / "schema.json").read_text("utf-8"))
    found: dict[str, Indicator] = {}
    for path in sorted(folder.glob("*.toml")):
        declared, text = read(path)
        defaults = {key: value for key, value in declared.items() if key == DEFAULTS}
        # Before they are merged: afterwards, a fault in them would be told of an entry that it does not stand in.
        check(defaults, schema, path, text)
        entries = {id: _merged(defaults.get(DEFAULTS, {}), entry) for id, entry in declared.items() if id != DEFAULTS}
        check(entries, schema, path, text)
        for id, entry in entries.items():
            if id in found:
                raise CatalogueError(f"{path.name}, line {_line(text, [id])}: {id} is declared twice")
            found[id] = Indicator(id=id, **{key: _frozen(value) for key, value in entry.items()})
    return found


def check_series(
    indicators: Iterable[Indicator], known: frozenset[str], declared: frozenset[str], folder: Path = FOLDER
) -> None:
    """Raises CatalogueError for the first indicator that can never have figures.

    known: the series that are held; declared: ids of every source, also of those that have not been loaded yet. A
    rubric that is held must have the series; one that is not must at least be declared.
    """
    texts = {path: path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))}
    held = {name.split("/", 1)[0] for name in known}
    for indicator in indicators:
        for name in indicator.series:
            rubric = name.split("/", 1)[0]
            if name in known or (rubric in declared and rubric not in held):
                continue
            path = next(path for path, text in texts.items() if f"[{indicator.id}]" in text)
            line = _line(texts[path], [indicator.id], containing=name)
            lacks = f"which {rubric} does not hold" if rubric in held else "of a rubric that no source declares"
            raise CatalogueError(f"{path.name}, line {line}: {indicator.id} names {name!r}, {lacks}")


def _named(part: Part) -> list[str]:
    """The series that a part is made of."""
    if isinstance(part, str):
        return [part]
    return [part["population"], *([part["ratio"]] if "ratio" in part else []), *part["ratios"]]


def _merged(defaults: Mapping[str, Any], entry: Any) -> Any:
    """An entry with the defaults of its file; what is no table is given back as it is, for the schema to refuse.

    A key of the entry replaces the whole default, a text in all languages, and takes the default of what goes with it
    away.
    """
    if not isinstance(entry, dict):
        return entry
    return {key: value for key, value in defaults.items() if GOES_WITH.get(key) not in entry} | entry


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def read(path: Path) -> tuple[dict[str, Any], str]:
    """What a TOML file declares, and its text. Raises CatalogueError where it is none."""
    text = path.read_text("utf-8")
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{path.name}: {error}") from None


def check(entries: dict[str, Any], schema: dict[str, Any], path: Path, text: str) -> None:
    """Raises CatalogueError for the first entry that breaks a schema; text: of the file, to say the line."""
    # At each start all is checked. This takes a hundredth of the time, but can't tell the most telling of many faults.
    if jsonschema_rs.validator_for(schema).is_valid(entries):
        return
    error = best_match(Draft202012Validator(schema).iter_errors(entries))
    if error is not None:
        where = [str(part) for part in error.absolute_path]
        unknown = re.search(r"'([^']+)' (?:was|were) unexpected", error.message)
        line = _line(text, where + ([unknown[1]] if unknown else []))
        raise CatalogueError(f"{path.name}, line {line}: {'.'.join(where)}: {error.message}")


def _line(text: str, where: list[str], containing: str = "") -> int:
    """The line of a table, or of its key as far down as it is written on a line of its own.

    where: the table's name and the path of the key in it; containing: a series that is looked for instead of a key.
    """
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if where and line.strip() == f"[{where[0]}]"), 0)
    end = next((n for n in range(start + 1, len(lines)) if lines[n].startswith("[")), len(lines))
    body = range(start + 1, end)
    if containing:
        return next((n for n in body if f'"{containing}"' in lines[n]), start) + 1
    shared = {n: _shared(lines[n].split("=", 1)[0].strip().split("."), where[1:]) for n in body}
    return max(body, key=lambda n: shared[n]) + 1 if any(shared.values()) else start + 1


def _shared(key: list[str], path: list[str]) -> int:
    """How many steps from the table on a dotted key and a path have in common."""
    return next((n for n, (a, b) in enumerate(zip(key, path, strict=False)) if a != b), min(len(key), len(path)))
