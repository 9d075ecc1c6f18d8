"""The cities that Leipzig is set beside, declared in `cities.toml`: figures without boundaries."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class City:
    """A city by its municipality key (AGS); eurostat: its code in Eurostat's city statistics, '' if not asked for;
    colour: the place of its colour among those of lines, none for Leipzig."""

    code: str
    name: str
    eurostat: str = ""
    colour: int | None = None


@cache
def load() -> tuple[City, ...]:
    """The declared cities, Leipzig among them. Raises TypeError for an unknown or missing key."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(City(**table) for table in declared["city"])


def names() -> dict[str, str]:
    """Name by code, in the order of tables."""
    return {city.code: city.name for city in load()}
