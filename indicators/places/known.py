"""What readers call places: official names, the parts of double names, declared groups, and what `known.toml` says."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from data.areas import Level
from data.store import Dataset
from indicators.catalogue import groups

Areas = tuple[str, ...]
"""Official codes and ids of declared groups."""

BOROUGH = ("Stadtbezirk {}", "Bezirk {}", "{} borough", "borough of {}", "borough {}")
NUMBERED: Mapping[Level, tuple[str, ...]] = {
    "ortsteil": ("Ortsteil {}", "OT {}", "OT{}"),
    "stadtbezirk": ("Stadtbezirk {}", "SB {}", "SB{}"),
}
"""How readers write an official code, by level."""


def names(dataset: Dataset) -> Iterator[tuple[str, Areas]]:
    """Each name with the areas that it means, official ones first, then groups, those of `known.toml`, and parts of
    double names. A name that stands twice means what comes first: Zentrum is the district of that name."""
    official = dataset.names
    for level in ("ortsteil", "stadtbezirk", "city"):
        for code, name in official[level].items():
            yield name, (code,)
    for code, name in official["stadtbezirk"].items():
        for form in BOROUGH:
            yield form.format(name), (code,)
    for level, forms in NUMBERED.items():
        yield from ((form.format(code), (code,)) for code in official[level] for form in forms)
    for id, group in groups.load().items():
        for title in group.title.values():
            yield title, (id,)
    yield from declared().items()
    yield from _parts(official["ortsteil"])


@cache
def declared() -> Mapping[str, Areas]:
    """What `known.toml` says."""
    said = tomllib.loads(Path(__file__).with_name("known.toml").read_text("utf-8"))
    return {name: tuple(areas) for name, areas in said.items()}


def _parts(districts: Mapping[str, str]) -> Iterator[tuple[str, Areas]]:
    """Parts of double names that only one district has: Thonberg, but not Süd."""
    found: dict[str, list[str]] = {}
    for code, name in districts.items():
        for part in re.split("-", name) if "-" in name else ():
            found.setdefault(part, []).append(code)
    yield from ((part, (codes[0],)) for part, codes in found.items() if len(codes) == 1)
