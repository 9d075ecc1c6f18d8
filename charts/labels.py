"""Where labels and points stand, so that none covers another, and what is said below a picture."""

from collections.abc import Sequence
from functools import lru_cache
from math import floor, log10
from textwrap import wrap
from typing import Final

import pandas as pd

from charts.theme import Captions, in_lines
from locales import rounded

LETTER: Final = 6.8
"""Mean width of a letter at 12 pixels; leaves room for the longest name."""
LINE: Final = 15
"""Height of a line at 12 pixels."""


def apart(wanted: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Places between low and high, as near to the wanted ones as a least distance between neighbours allows."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    runs: list[tuple[float, int]] = []
    for i in order:
        runs.append((wanted[i], 1))
        while len(runs) > 1 and runs[-1][0] - runs[-2][0] < least * (runs[-1][1] + runs[-2][1]) / 2:
            (lower, below), (upper, above) = runs[-2:]
            n = below + above
            centre, reach = (lower * below + upper * above) / n, least * (n - 1) / 2
            runs[-2:] = [(max(min(centre, high - reach), low + reach), n)]
    placed = [centre + least * (k - (n - 1) / 2) for centre, n in runs for k in range(n)]
    return [place for _, place in sorted(zip(order, placed, strict=True))]


def levels(starts: Sequence[float], ends: Sequence[float]) -> list[int]:
    """The lowest level for each stretch, from 0, on which it covers no other."""
    taken: list[float] = []
    found = [0] * len(starts)
    for i in sorted(range(len(starts)), key=starts.__getitem__, reverse=True):
        level = next((n for n, start in enumerate(taken) if ends[i] <= start), len(taken))
        taken[level : level + 1] = [starts[i]]
        found[i] = level
    return found


def shown(values: pd.Series, decimals: int) -> list[float | None]:
    """Values as they are shown, None where there is none."""
    return [None if pd.isna(value) else float(rounded(value, decimals)) for value in values]


def extent(values: pd.Series, room: float = 0.05) -> tuple[float, float]:
    """Where an axis begins and ends, so that every value is inside."""
    if values.isna().all():
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    margin = room * (high - low) or abs(high) * 0.1 or 1.0
    return low - margin, high + margin


def tick_step(low: float, high: float, decimals: int, most: int = 8) -> tuple[float, int]:
    """A round distance between at most so many ticks, and the decimals that it takes.

    decimals: with which the values are shown; ticks are never finer.
    """
    least = (high - low) / most
    power = floor(log10(least))
    step = next(round_ * 10.0**power for round_ in (1, 2, 5, 10) if round_ * 10.0**power >= least * (1 - 1e-9))
    step = max(step, 10.0**-decimals)
    return step, max(0, -floor(log10(step) + 1e-9))


def short(place: float) -> float:
    """A place in a picture with as many digits as anyone sees, so that it does not travel with fifteen."""
    return float(f"{place:.7g}")


@lru_cache(maxsize=1024)
def broken(name: str, letters: int = 15) -> str:
    """A name on as many lines as it takes."""
    return "<br>".join(wrap(name, letters, break_long_words=False))


def longest(names: Sequence[str]) -> float:
    """Width of the longest line of some names, in pixels."""
    return LETTER * max((len(line) for name in names for line in name.split("<br>")), default=0)


def depth(captions: Captions) -> int:
    """Height of the small print below a picture, in pixels."""
    return 10 + LINE * len(in_lines(captions.source))
