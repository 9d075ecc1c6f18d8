"""Groups of Ortsteile that readers put together and name: how an address says them.

A group is its name and its districts' two-digit codes: `West~505152`, several with `~` between them. A name consists of
letters, digits and signs that mean nothing in HTML, Markdown or plotly's text, so it can be shown anywhere; an address
that says anything else is refused as a whole, because a group that lacks a part would have wrong figures.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote_plus

MOST: Final = 8
LETTERS: Final = 30
ENCODED: Final = 80
"""Characters that a name may take in an address, where an umlaut takes six."""
SIGNS: Final = frozenset(" -–.,'’()+&/!?°")
BETWEEN: Final = "~"


@dataclass(frozen=True)
class OwnGroup:
    """Ortsteile by code, ascending, under a name that a reader gave them; id: its place in the address, `own-1`."""

    id: str
    name: str
    members: tuple[str, ...]


def cleaned(name: str) -> str:
    """A name as it may be shown: on one line, short, without signs that a page could take for its own language."""
    known = "".join(c if unicodedata.category(c)[0] in "LMN" or c in SIGNS else " " for c in name)
    # What follows a dot at once could be taken for an address on the web.
    apart = re.sub(r"\.(?=[^ .])", ". ", unicodedata.normalize("NFC", known))
    short = " ".join(apart.split())[:LETTERS].rstrip()
    while len(quote_plus(short)) > ENCODED:
        short = short[:-1].rstrip()
    return short


def written(own: Sequence[OwnGroup]) -> str:
    """Groups as they stand in the address."""
    return BETWEEN.join(part for group in own for part in (group.name, "".join(group.members)))


def read(said: str, known: Collection[str]) -> tuple[OwnGroup, ...]:
    """The groups that an address says. known: codes of districts. Raises ValueError for anything not `written`."""
    parts = said.split(BETWEEN) if said else []
    names, codes = parts[::2], parts[1::2]
    if len(names) != len(codes) or len(names) > MOST:
        raise ValueError(f"{len(parts)} parts, expected name and districts of at most {MOST} groups")
    if any(not name or cleaned(name) != name for name in names) or len(set(names)) < len(names):
        raise ValueError(
            f"a name is empty, stands twice, is longer than {LETTERS} letters or has signs other than letters, digits "
            f"and {' '.join(sorted(SIGNS - {' '}))}"
        )
    members = [_codes(part, known) for part in codes]
    return tuple(OwnGroup(place(n), *pair) for n, pair in enumerate(zip(names, members, strict=True)))


def place(n: int) -> str:
    """The id of the group at place n of the address, from 0: `own-1` for the first."""
    return f"own-{n + 1}"


def _codes(said: str, known: Collection[str]) -> tuple[str, ...]:
    found = [said[at : at + 2] for at in range(0, len(said), 2)]
    if not found or len(set(found)) < len(found) or not set(found) <= set(known):
        raise ValueError(f"the districts {said[:40]!r} are missing, unknown or stand twice")
    return tuple(sorted(found))
