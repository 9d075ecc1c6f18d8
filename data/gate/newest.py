"""The newest period beside the one before: a move that no area or no year held has made, or none at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from data.gate.constraints import Constraints
from data.gate.cube import Cube, Flags, Numbers, with_figures
from data.gate.finding import Fact, Finding, finding

SMALL: Final = 20
"""Counts below this move by chance."""
FEW: Final = 20
"""Areas from which on they tell what is usual."""
MARGIN: Final = 1.5
"""How much further than ever before something may move without a question."""
LEAST_SHIFT: Final = float(np.log(1.25))
LEAST_MOVE: Final = float(np.log(1.5))
"""Moves that are never asked about: of all areas together, and of one beside the others."""
UNKNOWN: Final = float(np.log(3))
"""What is asked about where nothing is held to measure by."""
SAME: Final = 0.6
"""Share of areas that may repeat their figure without a question."""


@dataclass(frozen=True)
class _Step:
    """What areas did from one period to the next, in logarithms: the median, the furthest from it; share of repeats."""

    span: dict[str, Fact]
    shift: float
    move: float
    area: str
    same: float


def unusual(new: Cube, held: Cube, constraints: Constraints) -> list[Finding]:
    """Series whose newest period moves, or stands still, as none held has."""
    past = {name: list(_steps(held, n, constraints)) for n, name in enumerate(held.series)}
    found = []
    for n, name in enumerate(new.series):
        step = next(_steps(new, n, constraints), None)
        found += _judged(step, past.get(name, [])) if step else []
    return found


def _steps(cube: Cube, n: int, constraints: Constraints) -> Iterator[_Step]:
    """What areas did in one series from each period to the next, the newest first; where enough have both figures."""
    block, periods = with_figures(cube.values[n], cube.periods)
    small = SMALL if constraints.adds_up(cube.series[n]) else 0
    for end in range(len(periods) - 1, 0, -1):
        before, now = block[:, end - 1], block[:, end]
        both = (before > 0) & (now > 0)
        large = both & (np.fmax(before, now) >= small)
        if both.sum() >= FEW and large.any():
            span: dict[str, Fact] = {"series": cube.series[n], "start": periods[end - 1], "period": periods[end]}
            yield _step(span, before, now, both, large, cube.areas)


def _step(
    span: dict[str, Fact], before: Numbers, now: Numbers, both: Flags, large: Flags, areas: tuple[str, ...]
) -> _Step:
    ratio = np.full(len(areas), np.nan)
    ratio[large] = np.log(now[large] / before[large])
    shift = float(np.nanmedian(ratio))
    apart = np.abs(ratio - shift)
    furthest = int(np.nanargmax(apart))
    return _Step(span, shift, float(apart[furthest]), areas[furthest], float((before == now)[both].mean()))


def _judged(step: _Step, past: list[_Step]) -> list[Finding]:
    shift, move = (max(moves, default=UNKNOWN) for moves in ([abs(o.shift) for o in past], [o.move for o in past]))
    margin = MARGIN if past else 1
    found = []
    if abs(step.shift) > max(margin * shift, LEAST_SHIFT):
        told = finding(
            "newest",
            "ask",
            "{series}, {start} to {period}: all areas move by × {factor} together, in no year held by more than × "
            "{factor_held}",
            **step.span,
            factor=float(np.exp(step.shift)),
            factor_held=float(np.exp(shift)),
        )
        found.append(told)
    if step.move > max(margin * move, LEAST_MOVE):
        told = finding(
            "newest",
            "ask",
            "{series}, {start} to {period}: {area} moves by × {factor} beside the others, in no year held one by more "
            "than × {factor_held}",
            **step.span,
            area=step.area,
            factor=float(np.exp(step.move)),
            factor_held=float(np.exp(move)),
        )
        found.append(told)
    if step.same > max([SAME, *(one.same for one in past)]):
        told = finding(
            "repeated",
            "ask",
            "{series}, {start} to {period}: {share} of the areas repeat their figure",
            **step.span,
            share=step.same,
        )
        found.append(told)
    return found
