"""Classes of an indicator's values for maps, the same for all its years.

Schemes are mapclassify's: Rey and Anselin, "PySAL: A Python Library of Spatial Analytical Methods", Review of
Regional Studies 37 (2007).
"""

from functools import lru_cache
from typing import Final

import pandas as pd

from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.values import values

CLASSES: Final = 6


def class_breaks(figures: pd.Series, scheme: str, count: int = CLASSES) -> tuple[float, ...]:
    """The inner upper bounds of up to `count` classes; a value on a bound belongs to the class below it.

    figures: values, missing ones are left out. scheme: quantiles, natural_breaks or equal_interval. Fewer classes
    come back where figures repeat so often that classes would be empty. Raises ValueError for another scheme.
    """
    import mapclassify  # takes over a second, which only the first map of values should pay

    known = figures.dropna().to_numpy(float)
    distinct = len(set(known.tolist()))
    if distinct < 2:
        return ()
    schemes = {
        "quantiles": mapclassify.Quantiles,
        "natural_breaks": mapclassify.NaturalBreaks,
        "equal_interval": mapclassify.EqualInterval,
    }
    if scheme not in schemes:
        raise ValueError(f"there is no scheme {scheme!r}, expected one of {', '.join(schemes)}")
    bounds = schemes[scheme](known, k=min(count, distinct)).bins.tolist()
    return tuple(dict.fromkeys(bounds))[:-1]


@lru_cache(maxsize=256)
def value_breaks(dataset: Dataset, indicator: Indicator, level: Level) -> tuple[float, ...]:
    """The class breaks of an indicator at one level, over all its periods, by the scheme that it declares."""
    if indicator.classes == "manual":
        return indicator.class_breaks
    frame = values(dataset, indicator)
    pooled = frame.loc[frame["area"].isin(dataset.codes(level)), "value"]
    return class_breaks(pooled, indicator.classes)
