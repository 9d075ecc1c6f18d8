"""Groups of Ortsteile that have a name, declared in `groups.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indicators.catalogue import Text


@dataclass(frozen=True, eq=False)
class Group:
    """Ortsteile by code under one name, and why they belong together."""

    id: str
    title: Text
    members: tuple[str, ...]
    reason: Text


@cache
def load() -> dict[str, Group]:
    """The declared groups by id."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {id: Group(id, e["title"], tuple(e["members"]), e["reason"]) for id, e in declared.items()}
