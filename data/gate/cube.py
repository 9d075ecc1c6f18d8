"""The figures of a source as one block, in which checks look along series, areas and periods."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Cube:
    """values: series × areas × periods, NaN where there is no figure; doubtful: where its status says so (U)."""

    series: tuple[str, ...]
    areas: tuple[str, ...]
    periods: tuple[str, ...]
    values: Numbers
    doubtful: Flags

    def at(self, series: Sequence[str], areas: Sequence[str]) -> Numbers:
        """The values of some series and areas in all periods, NaN where there are none."""
        rows, columns = (
            pd.Index(own).get_indexer(pd.Index(names)) for own, names in ((self.series, series), (self.areas, areas))
        )
        there = np.ix_(rows >= 0, columns >= 0)
        values = np.full((len(series), len(areas), len(self.periods)), np.nan)
        values[there] = self.values[np.ix_(rows[rows >= 0], columns[columns >= 0])]
        return values


def cube(table: pd.DataFrame) -> Cube:
    """table: columns `data.observations.COLUMNS`, each place once."""
    axes = [pd.factorize(table[name].astype("str"), sort=True) for name in ("series", "area", "period")]
    places = tuple(codes for codes, _ in axes)
    series, areas, periods = (tuple(map(str, names)) for _, names in axes)
    values = np.full((len(series), len(areas), len(periods)), np.nan)
    values[places] = table["value"].to_numpy(float)
    doubtful = np.zeros(values.shape, bool)
    doubtful[places] = table["status"].eq("U").to_numpy(bool)
    return Cube(series, areas, periods, values, doubtful)


def with_figures(block: Numbers, names: Sequence[str]) -> tuple[Numbers, tuple[str, ...]]:
    """The columns of a block (areas × periods) that have a figure, and their names."""
    there = np.asarray(~np.isnan(block).all(axis=0))
    return block[:, there], tuple(name for name, has in zip(names, there, strict=True) if has)
