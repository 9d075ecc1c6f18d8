"""Groups of neighbouring districts, drawn at random: what is usual for a group of that size."""

import random
from collections.abc import Collection
from typing import Final

import numpy as np

from indicators.figures.grid import Floats
from indicators.places.neighbours import Neighbours

MOST: Final = 999
TRIES: Final = 4
"""Draws for each group wanted, as some come twice and some find no neighbour."""


def drawn(neighbours: Neighbours, outside: Collection[str], size: int) -> Floats:
    """Up to `MOST` different groups, by group and district of `neighbours`, 1 for members and else 0.

    A group begins at a random district and takes one of its neighbours after another; always the same ones are drawn.
    outside: codes of which no group has any.
    """
    codes = list(neighbours)
    draw = random.Random(0)  # noqa: S311  nothing is kept secret by it
    free = [code for code in codes if code not in outside]
    found: set[tuple[str, ...]] = set()
    for _ in range(TRIES * MOST if len(free) >= size else 0):
        if group := _grown(neighbours, free, size, draw):
            found.add(group)
        if len(found) == MOST:
            break
    return np.array([np.isin(codes, group) for group in sorted(found)], float).reshape(-1, len(codes))


def _grown(neighbours: Neighbours, free: list[str], size: int, draw: random.Random) -> tuple[str, ...]:
    """One group; empty where it ran out of neighbours."""
    group, within = {draw.choice(free)}, set(free)
    while len(group) < size:
        edge = {other for code in group for other in neighbours[code]} & within - group
        if not edge:
            return ()
        group.add(draw.choice(sorted(edge)))
    return tuple(sorted(group))
