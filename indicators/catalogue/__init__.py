"""The indicators, declared in one TOML file a topic and checked against `schema.json`."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

HERE: Final = Path(__file__).resolve().parent
FOLDER: Final = HERE / "topics"
"""One file a topic."""

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
    description: Text
    reading: Text
    unit: Text
    decimals: int
    values: Mapping[str, Any]
    groups: Mapping[str, Any]
    direction: Literal["more", "less", "neither"]
    kind: Literal["official", "derived", "modelled", "forecast"]
    change: Literal["percent", "points", "absolute"]
    change_steps: tuple[float, ...]
    classes: Literal["quantiles", "natural_breaks", "equal_interval", "manual"] = "quantiles"
    class_breaks: tuple[float, ...] = ()
    scale: Literal["classes", "continuous"] = "classes"
    diverging: Literal["city"] | None = None
    keywords: tuple[str, ...] = ()
    model: Text | None = None
    range: tuple[str, ...] = ()

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
        text = path.read_text("utf-8")
        try:
            entries = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise CatalogueError(f"{path.name}: {error}") from None
        _check(entries, schema, path, text)
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


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _check(entries: dict[str, Any], schema: dict[str, Any], path: Path, text: str) -> None:
    error = best_match(Draft202012Validator(schema).iter_errors(entries))
    if error is not None:
        where = [str(part) for part in error.absolute_path]
        unknown = re.search(r"'([^']+)' (?:was|were) unexpected", error.message)
        line = _line(text, where + ([unknown[1]] if unknown else []))
        raise CatalogueError(f"{path.name}, line {line}: {'.'.join(where)}: {error.message}")


def _line(text: str, where: list[str], containing: str = "") -> int:
    """The line of an entry, or of its key as far down as it is written on a line of its own."""
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if where and line.strip() == f"[{where[0]}]"), 0)
    for n in range(start + 1, len(lines)):
        if lines[n].startswith("["):
            break
        key = lines[n].split("=", 1)[0].strip()
        if (containing and containing in lines[n]) or (not containing and key in where[1:]):
            return n + 1
    return start + 1
