"""What a series did from one figure to the next: counted, so that nothing of it is a guess."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from indicators.figures.grid import Observed
from locales import all_rounded

MINIMUM: Final = 3
"""Figures of which a course can be told; of two it is the change between them."""


@dataclass(frozen=True)
class Course:
    """rises, falls, steps: of the steps from one figure to the next; yearly: whether each is from a year to the next;
    last: how the last figure stands to all before it, empty if it is neither above nor below all of them."""

    rises: int
    falls: int
    steps: int
    yearly: bool
    last: Literal["highest", "lowest", ""]


def course(figures: Sequence[Observed], decimals: int) -> Course | None:
    """The course of figures that can be compared with each other, by their values as they are shown.

    figures: in order of period, none missing and without a break among them; None for fewer than `MINIMUM`.
    """
    if len(figures) < MINIMUM:
        return None
    shown = all_rounded([each.value for each in figures], decimals).tolist()
    *before, last = shown
    return Course(
        sum(after > first for first, after in pairwise(shown)),
        sum(after < first for first, after in pairwise(shown)),
        len(before),
        all(_next_year(first.period, after.period) for first, after in pairwise(figures)),
        "highest" if last > max(before) else "lowest" if last < min(before) else "",
    )


def _next_year(first: str, after: str) -> bool:
    return len(first) == len(after) == len("2024") and int(after) - int(first) == 1
