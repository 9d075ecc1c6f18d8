"""Classes of an indicator's values on maps, as they are shown: of one period, and the same for all others."""

from typing import Final

import numpy as np
import numpy.typing as npt

from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.cuts import MOST, cuts, roundest, upper_bounds
from indicators.figures.grid import Floats
from indicators.figures.values import grid
from indicators.kept import kept, kept_lately
from locales import all_rounded

CLASSES: Final = 5
FURTHER: Final = 2
"""Classes at either end for values that the period of the classes has none of."""


def class_breaks(figures: npt.ArrayLike, scheme: str, count: int = CLASSES, decimals: int = 0) -> tuple[float, ...]:
    """The inner upper bounds of about `count` classes; a value on a bound belongs to the class below it.

    figures: values, missing ones are left out; decimals: with which they are shown, and classed as shown. Bounds are
    the roundest numbers that part them. See `cuts.upper_bounds` for schemes and errors.
    """
    known = _known(all_rounded(figures, decimals))
    if scheme == "equal_interval":
        equal = all_rounded(upper_bounds(known, scheme, count)[:-1], decimals)
        return tuple(dict.fromkeys(equal.tolist()))
    least = 10.0**-decimals
    return tuple(roundest(below, above - least, decimals) for below, above in cuts(known, scheme, count))


@kept_lately
def value_breaks(
    dataset: Dataset, indicator: Indicator, level: Level, scheme: str = "", periods: tuple[str, ...] = ()
) -> tuple[float, ...]:
    """The class breaks of an indicator at one level, by a scheme or the one that it declares.

    periods: those whose values make the classes, the newest with figures without any. Where more than `MOST` of the
    districts of another period would lie in the class at an end, values beyond have classes of their own, unless all
    classes are to be equal.
    """
    decimals, areas, every = indicator.decimals, dataset.codes(level), grid(dataset, indicator)
    shown = shown_values(dataset, indicator, level)
    own = _known(all_rounded(every.on(areas, periods or every.with_figures(areas)[-1:]).values, decimals))
    breaks = class_breaks(own, scheme or indicator.classes, decimals=decimals)
    return breaks if scheme == "equal_interval" else with_further(breaks, own, shown, decimals)


def with_further(breaks: tuple[float, ...], own: Floats, shown: Floats, decimals: int) -> tuple[float, ...]:
    """Breaks of some values, and further ones for those beyond them; shown: by area and period."""
    if not breaks:
        return breaks
    least = 10.0**-decimals
    if _crowded(shown > breaks[-1], shown) and len(above := shown[shown > own.max()]):
        first = roundest(float(own.max()), float(above.min()) - least, decimals)
        breaks = (*breaks, first, *class_breaks(above, "natural_breaks", FURTHER, decimals))
    if _crowded(shown <= breaks[0], shown) and len(below := shown[shown < own.min()]):
        last = roundest(float(below.max()), float(own.min()) - least, decimals)
        breaks = (*class_breaks(below, "natural_breaks", FURTHER, decimals), last, *breaks)
    return breaks


def _crowded(inside: npt.NDArray[np.bool_], shown: Floats) -> bool:
    """Whether a class holds too many districts of any period; both by area and period."""
    there = np.maximum((~np.isnan(shown)).sum(axis=0), 1)
    return bool((inside.sum(axis=0) > MOST * there).any())


@kept
def shown_values(dataset: Dataset, indicator: Indicator, level: Level) -> Floats:
    """The values of all areas of one level (rows) in all periods, as they are shown."""
    return all_rounded(grid(dataset, indicator).among(dataset.codes(level)).values, indicator.decimals)


def _known(figures: Floats) -> Floats:
    return figures[~np.isnan(figures)]
