"""How the city's statistics API names characteristics and periods, and which of ours is meant.

Inside a rubric a name can stand twice, and only the order tells the two apart. The spelling of some names is known
from a list alone that somebody stripped, and cut before `in …`, `je …` or a comma.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from data.sources.http import SourceError

PERIOD: Final = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:/[0-9]{2})?"
    r"|(?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<of>(?:19|20)[0-9]{2})"
    r"|(?P<iso>(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})"
)
"""A year, a school year, which counts as the year it begins in, or the day of an election."""

CUT: Final = r"(?: (?:in|je) |, ?|; ?| ?\().*"
"""What may follow where the list ends."""


class WrongRubric(SourceError):
    """The answer is well-formed, but holds other characteristics than the rubric asked for, or in another order."""


def period(written: str) -> str:
    """The period that a column or record is about, as in the observation table; `written` must match `PERIOD`."""
    found = PERIOD.fullmatch(written)
    if found is None:
        raise ValueError(f"{written!r} is no period, expected a year, a school year or a day")
    if found["day"]:
        return f"{found['of']}-{found['month']}-{found['day']}"
    return found["year"] or found["iso"]


def identities(names: list[str], places: list[str], order: tuple[str, ...]) -> list[str]:
    """The characteristic of each row, given its name and area; a name that stands twice gets the one at its place.

    order: our names by position, or none, which puts repeated names below the one before them.
    Raises WrongRubric where the rows contradict the declared order.
    """
    seen: Counter[tuple[str, str]] = Counter()
    blocks: list[int] = []
    for name, place in zip(names, places, strict=True):
        blocks.append(seen[name, place])
        seen[name, place] += 1
    if not any(blocks):
        return names
    if not order:
        return _with_parents(names, blocks, places)
    position = {pair: i for i, pair in enumerate(dict.fromkeys(zip(names, blocks, strict=True)))}
    if len(position) != len(order):
        raise WrongRubric(f"holds {len(position)} characteristics, expected {len(order)}")
    ours = [order[position[pair]] for pair in zip(names, blocks, strict=True)]
    strange = next(((own, name) for own, name in zip(ours, names, strict=True) if own.split("/")[-1] != name), None)
    if strange:
        raise WrongRubric(f"{strange[1]!r} stands where {strange[0]!r} was expected")
    return ours


def _with_parents(names: list[str], blocks: list[int], places: list[str]) -> list[str]:
    """Repeated names below the name before them that is not repeated: `Leistungsberechtigte/Männer`.

    Names stay as they are where a repetition does not cover the same areas: that is no second block but an error.
    """
    covered = Counter(zip(names, blocks, strict=True))
    if len(set(covered.values())) > 1 or len(places) % len(covered):
        return names
    repeated = {name for name, block in covered if block}
    identity: dict[tuple[str, int], str] = {}
    parent = ""
    for name, block in covered:
        parent = parent if name in repeated else name
        identity[name, block] = f"{parent}/{name}" if name in repeated and parent else name
    return [identity[pair] for pair in zip(names, blocks, strict=True)]


def settled(served: Collection[str], declared: Iterable[str]) -> dict[str, str]:
    """Our name for each served one that is spelled otherwise: in case or spaces, or going on where ours ends.

    Where several served names would fit one of ours, or the other way round, none of them is taken.
    """
    free = set(served) - set(declared)
    fitting = {name: _fitting(name, free) for name in declared if name not in served}
    claims = Counter(one for found in fitting.values() for one in found)
    return {found[0]: name for name, found in fitting.items() if len(found) == 1 and claims[found[0]] == 1}


def _fitting(name: str, served: Iterable[str]) -> list[str]:
    same = [other for other in served if _plain(other) == _plain(name)]
    longer = re.compile(re.escape(" ".join(name.split())) + CUT, re.IGNORECASE)
    return same or [other for other in served if longer.fullmatch(" ".join(other.split()))]


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
