"""The newest period beside the one before: a move that no area or no year held has made, or none at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from data.gate.constraints import Constraints
from data.gate.cube import Cube, Flags, Numbers, with_figures
from data.gate.finding import Finding

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

    span: str
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
            span = f"{cube.series[n]}, {periods[end - 1]} to {periods[end]}"
            yield _step(span, before, now, both, large, cube.areas)


def _step(span: str, before: Numbers, now: Numbers, both: Flags, large: Flags, areas: tuple[str, ...]) -> _Step:
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
        told = f"areas move by × {np.exp(step.shift):.3g} together, in all years held at most by × {np.exp(shift):.3g}"
        found.append(Finding("newest", "ask", f"{step.span}: {told}"))
    if step.move > max(margin * move, LEAST_MOVE):
        told = f"area {step.area} moves {np.exp(step.move):.3g} times as far as the others, in all years held none more"
        found.append(Finding("newest", "ask", f"{step.span}: {told} than {np.exp(move):.3g} times"))
    if step.same > max([SAME, *(one.same for one in past)]):
        found.append(Finding("repeated", "ask", f"{step.span}: {step.same:.0%} of the areas repeat their figure"))
    return found
