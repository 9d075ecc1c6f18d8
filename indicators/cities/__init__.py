"""The indicators of the cities beside each other, declared in TOML and checked against `schema.json`.

An entry with `values` is one indicator; an entry with `parts` is a composition, whose parts are indicators, too:
each is its share in the sum of all parts.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from indicators import catalogue
from indicators.catalogue import CatalogueError, Indicator, Text

FOLDER: Final = Path(__file__).resolve().parent
FILES: Final = ("eurostat.toml", "census.toml", "power.toml")
SIMILAR: Final = "similar.toml"

NO_GROUPS: Final = {
    "de": "Die Städte haben hier keine Teile, aus denen sich Gruppen bilden ließen.",
    "en": "The cities have no parts here that groups could be put together from.",
}


@dataclass(frozen=True, eq=False)
class Composition:
    """Parts of a whole, with their short names; ordered: whether their order has a meaning."""

    whole: Indicator
    parts: tuple[Indicator, ...]
    labels: tuple[Text, ...]
    ordered: bool


@dataclass(frozen=True, eq=False)
class Similar:
    """An indicator of Leipzig's own that looks like one of the cities', and what tells the two apart."""

    leipzig: Indicator
    difference: Text


def indicators(folder: Path = FOLDER) -> dict[str, Indicator]:
    """Every indicator by id, the parts of compositions among them. Raises CatalogueError for a wrong entry."""
    single, wholes = _load(folder)
    return single | {part.id: part for whole in wholes.values() for part in whole.parts}


def compositions(folder: Path = FOLDER) -> dict[str, Composition]:
    """The compositions by id. Raises CatalogueError for a wrong entry."""
    return _load(folder)[1]


@cache
def similar(folder: Path = FOLDER) -> dict[str, Similar]:
    """What each indicator of the cities must not be taken for, by its id. Raises KeyError for an unknown id."""
    declared = tomllib.loads((folder / SIMILAR).read_text("utf-8"))["pair"]
    own = catalogue.load()
    return {pair["cities"]: Similar(own[pair["leipzig"]], pair["difference"]) for pair in declared}


@cache
def _load(folder: Path) -> tuple[dict[str, Indicator], dict[str, Composition]]:
    entries = _entries(folder)
    single = {id: _indicator(id, entry) for id, entry in entries.items() if "values" in entry}
    return single, {id: _composition(id, entry) for id, entry in entries.items() if "parts" in entry}


def _entries(folder: Path) -> dict[str, dict[str, Any]]:
    schema = json.loads((FOLDER / "schema.json").read_text("utf-8"))
    found: dict[str, dict[str, Any]] = {}
    for name in FILES:
        entries, text = catalogue.read(folder / name)
        catalogue.check(entries, schema, folder / name, text)
        twice = sorted(set(found) & set(entries))
        if twice:
            raise CatalogueError(f"{name}: {twice[0]} is declared twice")
        found |= entries
    return found


def _indicator(id: str, entry: Mapping[str, Any]) -> Indicator:
    return Indicator(id=id, groups={"by": "none", "reason": NO_GROUPS}, **entry)


def _composition(id: str, entry: Mapping[str, Any]) -> Composition:
    about = {key: value for key, value in entry.items() if key not in ("parts", "ordered")}
    every = [series for part in entry["parts"] for series in part["series"]]
    parts = tuple(
        _indicator(
            f"{id}_{part['id']}",
            about
            | {
                "title": {lang: f"{entry['title'][lang]}: {label}" for lang, label in part["title"].items()},
                "noun": part["noun"],
                "values": {"as": "ratio", "numerator": part["series"], "denominator": every, "scale": 100},
            },
        )
        for part in entry["parts"]
    )
    whole = _indicator(id, about | {"values": {"as": "ratio", "numerator": every, "denominator": every, "scale": 100}})
    return Composition(whole, parts, tuple(part["title"] for part in entry["parts"]), entry["ordered"])
