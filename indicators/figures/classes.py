"""Classes of an indicator's values for maps, the same for all its years.

Schemes are mapclassify's: Rey and Anselin, "PySAL: A Python Library of Spatial Analytical Methods", Review of
Regional Studies 37 (2007).
"""

import warnings
from typing import Final

import numpy as np
import numpy.typing as npt

from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.grid import Floats
from indicators.figures.values import grid
from indicators.kept import kept

CLASSES: Final = 6
SAMPLE: Final = 400
"""Values that natural breaks are looked for in."""


def class_breaks(figures: npt.ArrayLike, scheme: str, count: int = CLASSES) -> tuple[float, ...]:
    """The inner upper bounds of up to `count` classes; a value on a bound belongs to the class below it.

    figures: values, missing ones are left out. scheme: quantiles, natural_breaks or equal_interval. Fewer classes
    come back where figures repeat so often that classes would be empty. Raises ValueError for another scheme.
    """
    import mapclassify  # takes over a second, which only the first map of values should pay

    known = np.asarray(figures, float)
    known = known[~np.isnan(known)]
    distinct = len(set(known.tolist()))
    if distinct < 2:
        return ()
    schemes = {
        "quantiles": mapclassify.Quantiles,
        # Its NaturalBreaks starts at random, so that two servers would draw two maps; Fisher's is exact.
        "natural_breaks": mapclassify.FisherJenks,
        "equal_interval": mapclassify.EqualInterval,
    }
    if scheme not in schemes:
        raise ValueError(f"there is no scheme {scheme!r}, expected one of {', '.join(schemes)}")
    if scheme == "natural_breaks":
        known = _thinned(known)
    with warnings.catch_warnings():
        # Without numba, 140 MB for this alone, it takes a fifth of a second, and warns of that.
        warnings.filterwarnings("ignore", "Numba not installed", UserWarning)
        bounds = schemes[scheme](known, k=min(count, distinct)).bins.tolist()
    return tuple(dict.fromkeys(bounds))[:-1]


def _thinned(known: Floats) -> Floats:
    """At most `SAMPLE` values at equal distances in order of size, both ends among them; the search takes n² steps."""
    if len(known) <= SAMPLE:
        return known
    places = np.linspace(0, len(known) - 1, SAMPLE).round().astype(int)
    ranked: Floats = np.sort(known)
    return ranked.take(places)


@kept
def value_breaks(dataset: Dataset, indicator: Indicator, level: Level, scheme: str = "") -> tuple[float, ...]:
    """The class breaks of an indicator at one level, over all its periods, by a scheme or the one that it declares."""
    if (scheme or indicator.classes) == "manual":
        return indicator.class_breaks
    return class_breaks(pooled(dataset, indicator, level), scheme or indicator.classes)


def pooled(dataset: Dataset, indicator: Indicator, level: Level) -> Floats:
    """The figures of all areas of one level in all periods."""
    figures = grid(dataset, indicator).among(dataset.codes(level)).values
    return figures[~np.isnan(figures)]
