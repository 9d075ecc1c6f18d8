"""Where classes part figures: between two that are neighbours in order of size, at the roundest number.

Schemes are those of mapclassify, by which the tests check them: Rey and Anselin, "PySAL: A Python Library of Spatial
Analytical Methods", Review of Regional Studies 37 (2007).
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from jenkspy import jenks_breaks

from indicators.figures.grid import Floats

Cut = tuple[float, float]
"""The largest figure below a bound, and the smallest above it."""

MOST: Final = 0.4
"""Share of the figures that a class should hold at most."""


def upper_bounds(figures: Floats, scheme: str, count: int) -> list[float]:
    """The upper bounds of up to `count` classes; none where all figures are the same, fewer quantiles where many are.

    scheme: quantiles, natural_breaks or equal_interval. Raises ValueError for another scheme.
    """
    if scheme not in SCHEMES:
        raise ValueError(f"there is no scheme {scheme!r}, expected one of {', '.join(SCHEMES)}")
    distinct = len(set(figures.tolist()))
    bounds: list[float] = SCHEMES[scheme](figures, min(count, distinct)).tolist() if distinct > 1 else []
    return bounds


def _quantiles(figures: Floats, count: int) -> Floats:
    return np.unique(np.quantile(figures, np.arange(1, count + 1) / count))


def _natural_breaks(figures: Floats, count: int) -> Floats:
    """Fisher's: of all ways to part the figures, the one whose classes vary least about their means."""
    return np.array(jenks_breaks(figures, count)[1:])


def _equal_interval(figures: Floats, count: int) -> Floats:
    return np.linspace(figures.min(), figures.max(), count + 1)[1:]


SCHEMES: Final = {"quantiles": _quantiles, "natural_breaks": _natural_breaks, "equal_interval": _equal_interval}


def cuts(figures: Floats, scheme: str, count: int) -> list[Cut]:
    """Where the classes of `upper_bounds` part the figures.

    Where figures repeat, quantiles have fewer classes, and further ones where a class would hold more than `MOST` of
    the figures.
    """
    order = sorted(set(figures.tolist()))
    at = {int(n) for n in np.searchsorted(order, upper_bounds(figures, scheme, count), "right")} - {len(order)}
    if scheme == "quantiles":
        at = _crowds_parted(at, order, figures)
    return [(order[n - 1], order[n]) for n in sorted(at)]


def _crowds_parted(at: set[int], order: Sequence[float], figures: Floats) -> set[int]:
    """Bounds, and further ones in classes that hold too many figures of more than one size; at: the places in `order`
    above them."""
    held = Counter(figures.tolist())
    sums = np.cumsum([0, *(held[figure] for figure in order)])
    while True:
        edges = pairwise([0, *sorted(at), len(order)])
        crowded = [(a, b) for a, b in edges if b - a > 1 and sums[b] - sums[a] > MOST * len(figures)]
        if not crowded:
            return at
        a, b = crowded[0]
        middle = (sums[a] + sums[b]) / 2
        at = at | {min(range(a + 1, b), key=lambda n: abs(sums[n] - middle))}


def roundest(low: float, high: float, decimals: int) -> float:
    """The roundest number from low to high, both included and both shown with given decimals."""
    first, last = in_units(low, decimals), in_units(high, decimals)
    power: int = 10 ** len(str(max(abs(first), abs(last))))
    while power:
        for unit in (power, power // 2, power // 5):
            if unit and last // unit * unit >= first:
                return last // unit * unit / 10.0**decimals
        power //= 10
    raise ValueError(f"there is no number from {low} to {high}, expected the smaller one first")


def in_units(figure: float, decimals: int) -> int:
    """A figure as it is shown in units of its last digit."""
    return round(figure * 10.0**decimals)
