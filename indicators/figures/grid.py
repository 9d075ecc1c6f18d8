"""The figures of an indicator as one grid, read-only: a row an area, a column a period."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import nan
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

CAUTION: Final = ("A", "P", "E", "U", "B", "M", "N", "Q")
"""Every letter of `data.observations.STATUS`, SDMX's code list of observation status, from the one that needs least
caution to the one that forbids most."""
VALUES: Final = ["area", "period", "value", "status"]
"""The columns of a frame of values: one row an area and period, text but for the value."""
ABSENT: Final = -1
"""Stands for the status where an area has no row in a period."""
MISSING: Final = CAUTION.index("M")

Floats = npt.NDArray[np.float64]
Cautions = npt.NDArray[np.int8]
Cell = tuple[float, str]
"""Value and status."""


class Observed(NamedTuple):
    """One figure of a place; value is NaN where there is none."""

    period: str
    value: float
    status: str


@dataclass(frozen=True, eq=False)
class History:
    """One place's figures in order of period: NaN where there is none, and the status of each."""

    periods: tuple[str, ...] = ()
    values: Floats = field(default_factory=lambda: np.array([], float))
    status: tuple[str, ...] = ()

    def at(self, period: str) -> Cell:
        """Value and status in one period; not collected (M) where there is no row."""
        if period not in self.periods:
            return nan, "M"
        place = self.periods.index(period)
        return float(self.values[place]), self.status[place]

    def since(self, period: str) -> "History":
        """What is left from one period on."""
        first = sum(own < period for own in self.periods)
        return History(self.periods[first:], self.values[first:], self.status[first:])

    @property
    def figures(self) -> list[Observed]:
        """The figures one by one."""
        return list(map(Observed, self.periods, self.values.tolist(), self.status))

    @property
    def known(self) -> list[Observed]:
        """Those that there are."""
        return [each for each in self.figures if each.value == each.value]


@dataclass(frozen=True, eq=False)
class Grid:
    """values: by area (rows) and period (columns, ascending), NaN where there is none; caution: each status as its
    place in `CAUTION`, or `ABSENT`."""

    areas: tuple[str, ...]
    periods: tuple[str, ...]
    values: Floats
    caution: Cautions

    def __post_init__(self) -> None:
        self.values.setflags(write=False)
        self.caution.setflags(write=False)

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Grid":
        """The grid of a frame with the columns `VALUES`.

        Raises ValueError when an area and period stand twice or a status is unknown.
        """
        rows, areas = pd.factorize(frame["area"].to_numpy(object))
        columns, periods = pd.factorize(frame["period"].to_numpy(object), sort=True)
        values = np.full((len(areas), len(periods)), nan)
        caution = np.full(values.shape, ABSENT, np.int8)
        letters, found = pd.factorize(frame["status"].to_numpy(object))
        if unknown := set(found) - set(CAUTION):
            raise ValueError(f"unknown status {min(unknown)!r}, expected one of {CAUTION}")
        values[rows, columns] = frame["value"].to_numpy(float)
        caution[rows, columns] = np.array([CAUTION.index(letter) for letter in found], np.int8)[letters]
        if np.count_nonzero(caution != ABSENT) < len(frame):
            raise ValueError("an area and period stand twice in a frame of values")
        return cls(tuple(areas), tuple(periods), values, caution)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """A row for each area and period that there is, as columns `VALUES`; shared, never to change in place."""
        rows, columns = np.nonzero(self.caution != ABSENT)
        table = {
            "area": pd.array(np.array(self.areas, object)[rows], dtype="str"),
            "period": pd.array(np.array(self.periods, object)[columns], dtype="str"),
            "value": self.values[rows, columns],
            "status": pd.array(np.array(CAUTION, object)[self.caution[rows, columns]], dtype="str"),
        }
        return pd.DataFrame(table)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The row of each area."""
        return {area: row for row, area in enumerate(self.areas)}

    def cell(self, area: str, period: str) -> Cell:
        """Value and status; not collected (M) where there is no row."""
        return self.history(area).at(period)

    def history(self, area: str) -> History:
        """One area's figures; empty for one that has none."""
        if area not in self.rows:
            return History()
        row = self.rows[area]
        there = np.flatnonzero(self.caution[row] != ABSENT)
        status = tuple(CAUTION[letter] for letter in self.caution[row, there].tolist())
        return History(tuple(self.periods[column] for column in there), self.values[row, there], status)

    def among(self, areas: Iterable[str]) -> "Grid":
        """The rows of some areas, in the grid's order."""
        wanted = set(areas)
        return self.on([area for area in self.areas if area in wanted], self.periods)

    def on(self, areas: Sequence[str], periods: Sequence[str]) -> "Grid":
        """The cells of given areas and periods, absent where there are none; periods need not be in order."""
        if (tuple(areas), tuple(periods)) == (self.areas, self.periods):
            return self
        columns = {period: column for column, period in enumerate(self.periods)}
        # What is not there is taken from an edge of absent cells.
        at = np.ix_([self.rows.get(area, -1) for area in areas], [columns.get(period, -1) for period in periods])
        shape = len(self.areas) + 1, len(self.periods) + 1
        values, caution = np.full(shape, nan), np.full(shape, ABSENT, np.int8)
        values[:-1, :-1], caution[:-1, :-1] = self.values, self.caution
        return Grid(tuple(areas), tuple(periods), values[at], caution[at])

    def with_figures(self, areas: Iterable[str] | None = None) -> list[str]:
        """The periods in which any area, or any of some, has a figure, in order."""
        own = self if areas is None else self.among(areas)
        return [self.periods[column] for column in np.flatnonzero((~np.isnan(own.values)).any(axis=0))]

    @property
    def statuses(self) -> Mapping[str, int]:
        """How many cells have which status."""
        return Counter(CAUTION[letter] for letter in self.caution[self.caution != ABSENT].tolist())


def stacked(grids: Sequence[Grid]) -> Grid:
    """The rows of several grids, none of which has an area of another, below each other."""
    periods = tuple(sorted({period for grid in grids for period in grid.periods}))
    cut = [grid.on(grid.areas, periods) for grid in grids]
    areas = tuple(area for grid in grids for area in grid.areas)
    return Grid(
        areas, periods, np.concatenate([grid.values for grid in cut]), np.concatenate([grid.caution for grid in cut])
    )


EMPTY: Final = Grid((), (), np.empty((0, 0)), np.empty((0, 0), np.int8))
