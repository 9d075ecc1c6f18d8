"""Places in an order by value: what looks the same is level."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from math import isnan
from typing import NamedTuple

from locales import rounded


class Rank(NamedTuple):
    """A place in an order: from 1, of how many, and how many are level with it, itself included."""

    place: int
    of: int
    level: int = 1


def ranks(values: Mapping[str, float], decimals: int, *, best_low: bool = False) -> dict[str, Rank]:
    """By area its rank from the highest value, or from the lowest where that is the best; areas with NaN are absent.

    Values that are level as they are shown, with so many decimals, share the better rank, and the next is left out:
    1, 2, 2, 4.
    """
    shown = {area: rounded(value, decimals) for area, value in values.items() if not isnan(value)}
    level = Counter(shown.values())
    places: dict[Decimal, int] = {}
    taken = 0
    for value in sorted(level, reverse=not best_low):
        places[value], taken = taken + 1, taken + level[value]
    return {area: Rank(places[value], taken, level[value]) for area, value in shown.items()}
