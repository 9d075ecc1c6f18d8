"""The topics that indicators are sorted into, declared in `topics.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from indicators.catalogue import Text


@cache
def load() -> dict[str, Text]:
    """The topics' titles by id, in the order in which they are offered."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {id: entry["title"] for id, entry in declared.items()}
