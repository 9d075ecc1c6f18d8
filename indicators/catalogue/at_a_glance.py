"""What belongs to a group's story, declared in `at_a_glance.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indicators import catalogue
from indicators.catalogue import Indicator, Text


@dataclass(frozen=True, eq=False)
class Context:
    """A programme or project that worked on the group, from one year to another, both included.

    what: it was, in a sentence; source: where that is from, with its address.
    """

    name: str
    first: str
    last: str
    what: Text
    source: str
    address: str


@dataclass(frozen=True, eq=False)
class Story:
    """The indicators that tell it, in order, and what happened meanwhile.

    finding: whose distance to the city the page begins with, beside the population; members: that cannot be put
    together for a group and are told of its districts.
    """

    indicators: tuple[Indicator, ...]
    finding: Indicator
    members: tuple[Indicator, ...]
    context: tuple[Context, ...]


@cache
def load() -> dict[str, Story]:
    """The declared stories by the id of their group. Raises KeyError for an indicator that is not declared."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    known = catalogue.load()
    return {
        id: Story(
            tuple(known[name] for name in e["indicators"]),
            known[e["finding"]],
            tuple(known[name] for name in e["members"]),
            tuple(Context(**c) for c in e["context"]),
        )
        for id, e in declared.items()
    }
