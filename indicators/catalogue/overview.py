"""What the overview shows of the city, declared in `overview.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indicators import catalogue
from indicators.catalogue import Indicator


@dataclass(frozen=True, eq=False)
class Overview:
    """The indicators of the tiles, in order, and the first year of what is said to have changed."""

    tiles: tuple[Indicator, ...]
    since: str


@cache
def load() -> Overview:
    """What is declared. Raises KeyError for an indicator that is not."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    known = catalogue.load()
    return Overview(tuple(known[id] for id in declared["tiles"]), declared["since"])
