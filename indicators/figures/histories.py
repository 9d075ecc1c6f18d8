"""The series of single places, cut out of whole indicators once, so that a page can ask for a hundred of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.grid import TOTALS, VALUES
from indicators.figures.values import NoPartsError, group_values, values
from indicators.kept import kept, kept_lately


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


def beside(dataset: Dataset, indicator: Indicator, places: Sequence[Place], start: str) -> pd.DataFrame:
    """A frame of values (see `measures`) of some places from one period on."""
    found = [(place.id, history(dataset, indicator, place).since(start)) for place in places]
    # Typed column by column: a frame made of rows and typed afterwards takes five times as long.
    return pd.DataFrame(
        {
            "area": pd.array([id for id, own in found for _ in own.periods], dtype="str"),
            "period": pd.array([period for _, own in found for period in own.periods], dtype="str"),
            "value": np.concatenate([own.values for _, own in found]),
            "status": pd.array([letter for _, own in found for letter in own.status], dtype="str"),
        }
    )


def can_be_put_together(indicator: Indicator, place: Place) -> bool:
    """Whether an indicator has figures of such a place by its nature; a group of medians has none."""
    return not place.members or indicator.groups["by"] != "none"


@kept
def _of_areas(dataset: Dataset, indicator: Indicator) -> dict[str, History]:
    frame = values(dataset, indicator)
    cells: dict[str, list[tuple[str, float, str]]] = {}
    for area, *cell in zip(*(frame[column].tolist() for column in VALUES), strict=True):
        cells.setdefault(area, []).append((cell[0], cell[1], cell[2]))
    return {area: _history(own) for area, own in cells.items()}


@kept_lately
def _of_group(dataset: Dataset, indicator: Indicator, members: tuple[str, ...]) -> History:
    try:
        frame = group_values(dataset, indicator, members)
        return _history(list(zip(*(frame[column].tolist() for column in TOTALS), strict=True)))
    except NoPartsError:
        return EMPTY


def _history(cells: list[tuple[str, float, str]]) -> History:
    ordered = sorted(cells)
    return History(
        tuple(period for period, _, _ in ordered),
        np.array([value for _, value, _ in ordered], float),
        tuple(status for _, _, status in ordered),
    )
