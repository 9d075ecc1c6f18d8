"""The series of single places, cut out of whole indicators once, so that a page can ask for a hundred of them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.values import NoPartsError, group_values, values


@dataclass(frozen=True)
class Place:
    """An official area by its code, or a group by its id with the Ortsteile in it.

    peers: the level that it is set against.
    """

    id: str
    peers: Level
    members: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class History:
    """One place's series in order of period: NaN where there is no figure, and the status of each."""

    periods: tuple[str, ...]
    values: npt.NDArray[np.float64]
    status: tuple[str, ...]

    def at(self, period: str) -> tuple[float, str]:
        """Value and status in one period; not collected (M) where there is no row."""
        if period not in self.periods:
            return float("nan"), "M"
        place = self.periods.index(period)
        return float(self.values[place]), self.status[place]

    def since(self, period: str) -> "History":
        """What is left from one period on."""
        first = sum(own < period for own in self.periods)
        return History(self.periods[first:], self.values[first:], self.status[first:])


EMPTY: Final = History((), np.array([], float), ())


def history(dataset: Dataset, indicator: Indicator, place: Place) -> History:
    """A place's series of an indicator, empty where there is none. Raises NoPartsError as `group_values` does."""
    if place.members:
        return _of_group(dataset, indicator, place.members)
    return _of_areas(dataset, indicator).get(place.id, EMPTY)


def can_be_put_together(indicator: Indicator, place: Place) -> bool:
    """Whether an indicator has figures of such a place by its nature; a group of medians has none."""
    return not place.members or indicator.groups["by"] != "none"


@lru_cache(maxsize=512)
def _of_areas(dataset: Dataset, indicator: Indicator) -> dict[str, History]:
    frame = values(dataset, indicator).sort_values(["area", "period"], ignore_index=True)
    return {str(area): _history(frame.loc[rows]) for area, rows in frame.groupby("area").groups.items()}


@lru_cache(maxsize=2048)
def _of_group(dataset: Dataset, indicator: Indicator, members: tuple[str, ...]) -> History:
    try:
        return _history(group_values(dataset, indicator, members).sort_values("period"))
    except NoPartsError:
        return EMPTY


def _history(rows: pd.DataFrame) -> History:
    return History(tuple(rows["period"]), rows["value"].to_numpy(float), tuple(rows["status"]))
