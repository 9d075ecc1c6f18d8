"""Where classes part figures: between two that are neighbours in order of size, at the roundest number.

Schemes are mapclassify's: Rey and Anselin, "PySAL: A Python Library of Spatial Analytical Methods", Review of
Regional Studies 37 (2007).
"""

import warnings
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from indicators.figures.grid import Floats

Cut = tuple[float, float]
"""The largest figure below a bound, and the smallest above it."""

MOST: Final = 0.4
"""Share of the figures that a class should hold at most."""
SAMPLE: Final = 400
"""Figures that natural breaks are looked for in."""


def upper_bounds(figures: Floats, scheme: str, count: int) -> list[float]:
    """The upper bounds of up to `count` classes; none where all figures are the same.

    scheme: quantiles, natural_breaks or equal_interval. Raises ValueError for another scheme.
    """
    import mapclassify  # takes over a second, which only the first map of values should pay

    schemes = {
        "quantiles": mapclassify.Quantiles,
        # Its NaturalBreaks starts at random, so that two servers would draw two maps; Fisher's is exact.
        "natural_breaks": mapclassify.FisherJenks,
        "equal_interval": mapclassify.EqualInterval,
    }
    if scheme not in schemes:
        raise ValueError(f"there is no scheme {scheme!r}, expected one of {', '.join(schemes)}")
    distinct = len(set(figures.tolist()))
    if distinct < 2:
        return []
    if scheme == "natural_breaks":
        figures = _thinned(figures)
    with warnings.catch_warnings():
        # Fisher's takes a fifth of a second without numba (140 MB for this alone), quantiles of figures that repeat
        # are fewer: of both it warns.
        warnings.simplefilter("ignore", UserWarning)
        bounds: list[float] = schemes[scheme](figures, k=min(count, distinct)).bins.tolist()
    return bounds


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


def _thinned(figures: Floats) -> Floats:
    """At most `SAMPLE` figures at equal distances in order of size, both ends among them; the search takes n² steps."""
    if len(figures) <= SAMPLE:
        return figures
    places = np.linspace(0, len(figures) - 1, SAMPLE).round().astype(int)
    ranked: Floats = np.sort(figures)
    return ranked.take(places)


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
