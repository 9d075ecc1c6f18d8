"""The mixes of sizes and ages of buildings that modelled heat may rest on.

Frames are shared between callers: never change them in place.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import pandas as pd

from data.store import Dataset
from indicators.energy.buildings import Split, building_mix, dwelling_mix
from indicators.energy.sizes import size_mix
from indicators.kept import kept

MODEL: Final = "sizes"

MIXES: Final[Mapping[str, Callable[[Dataset], pd.DataFrame]]] = {
    MODEL: size_mix,
    "sizes, not renovated": partial(size_mix, renovated=False),
    "buildings": partial(building_mix, split=Split()),
    "1949_1990 older": partial(building_mix, split=Split(until_1978=1)),
    "1949_1990 newer": partial(building_mix, split=Split(until_1978=0)),
    "from_1991 older": partial(building_mix, split=Split(until_2000=1)),
    "from_1991 newer": partial(building_mix, split=Split(until_2000=0)),
    "both older": partial(building_mix, split=Split(1, 1)),
    "both newer": partial(building_mix, split=Split(0, 0)),
    "dwellings": dwelling_mix,
}
"""The mix that the model uses, `MODEL`, and what might hold instead: others know the age of buildings alone."""


@kept
def age_mix(dataset: Dataset, name: str = MODEL) -> pd.DataFrame:
    """One of `MIXES`: area, period, status and `AGES`."""
    return MIXES[name](dataset)
