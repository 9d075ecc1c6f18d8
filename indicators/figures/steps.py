"""Steps of change: breaks of classes on either side of zero, from how far the districts moved."""

from typing import Final

import numpy as np

from indicators.figures.cuts import MOST, cuts, in_units, roundest
from indicators.figures.grid import Floats

CLASSES: Final = 4
"""Of sizes of change, whatever their direction."""
STEADY: Final = 0.1
"""Part of the median size below which nothing has changed."""
LEEWAY: Final = 0.05
"""Share of the changes that may lie in the class next to their quantile, so that a step is rounder."""


def change_steps(changes: Floats, decimals: int) -> tuple[float, ...]:
    """Positive class breaks, ascending, which the negative ones mirror; between the smallest two lies no change.

    changes: as they are shown with given decimals, NaN where there is none. A change on a break belongs to the class
    away from zero. Steps are round numbers next to the quantiles of sizes; none where nothing changed.
    """
    sizes = np.sort(np.abs(changes[~np.isnan(changes)]))
    if not sizes.any():
        return ()
    rounder = _steps(sizes, decimals, int(LEEWAY * len(sizes)))
    return rounder if tell_apart(rounder, changes) else _steps(sizes, decimals, 0)


def _steps(sizes: Floats, decimals: int, leeway: int) -> tuple[float, ...]:
    """The steps of sizes in ascending order; leeway: how many of them a step may lie away from its quantile."""
    steady = _round_below(STEADY * float(np.median(sizes)), decimals)
    found = {steady}
    for below, above in cuts(sizes, "quantiles", CLASSES):
        first = max(int(np.searchsorted(sizes, below, "right")) - 1 - leeway, 0)
        last = min(int(np.searchsorted(sizes, above, "left")) + leeway, len(sizes) - 1)
        found.add(roundest(float(sizes[first]) + 10.0**-decimals, float(sizes[last]), decimals))
    return tuple(step for step in sorted(found) if step >= steady)


def _round_below(most: float, decimals: int) -> float:
    """The largest of 1, 2 or 5 times a power of ten up to a number, at least one unit of the last digit."""
    units = max(1, in_units(most, decimals))
    power: int = 10 ** (len(str(units)) - 1)
    return next(times * power for times in (5, 2, 1) if times * power <= units) / 10.0**decimals


def tell_apart(steps: tuple[float, ...], changes: Floats) -> bool:
    """Whether no class of change holds more than `MOST` of the changes; both as of `change_steps`."""
    known = changes[~np.isnan(changes)]
    classes = np.sign(known) * np.searchsorted(steps, np.abs(known), "right")
    return bool(np.unique(classes, return_counts=True)[1].max(initial=0) <= MOST * len(known))
