"""Frames of values as plain cells, and back.

Text in dictionaries and loops takes a fifth of the time that joins and groups of text take in frames of this size,
and pages wait for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from indicators.figures.status import most_cautious

VALUES: Final = ["area", "period", "value", "status"]
TOTALS: Final = ["period", "value", "status"]

Key = tuple[str, str]
"""Area and period."""
Cell = tuple[float, str]
"""Value and status."""


def cells_of(frame: pd.DataFrame) -> dict[Key, Cell]:
    """Value and status by area and period, in the order of the rows.

    Raises ValueError when an area and period stand twice or a status is unknown.
    """
    areas, periods, values, statuses = (frame[name].tolist() for name in VALUES)
    keys = list(zip(areas, periods, strict=True))
    check_cells(keys, statuses)
    return dict(zip(keys, zip(values, statuses, strict=True), strict=True))


def by_period(frame: pd.DataFrame) -> dict[str, dict[str, Cell]]:
    """Value and status by area, by period. Raises ValueError as `cells_of` does."""
    found: dict[str, dict[str, Cell]] = {}
    for (area, period), cell in cells_of(frame).items():
        found.setdefault(period, {})[area] = cell
    return found


def check_cells(keys: Iterable[Key], statuses: Sequence[str]) -> None:
    """Raises ValueError when an area and period stand twice or a status is unknown."""
    if len(set(keys)) < len(statuses):
        raise ValueError("an area and period stand twice in a frame of values")
    for letter in set(statuses):
        most_cautious(letter)


def with_year_before(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, Cell, Cell]]:
    """Each cell that has one a calendar year before it, and that one: '2023' to '2024', '2023-Q1' to '2024-Q1'."""
    for (area, period), cell in cells.items():
        earlier = (area, f"{int(period[:4]) - 1}{period[4:]}")
        if earlier in cells:
            yield (area, period), cell, cells[earlier]


def values_frame(cells: Mapping[Key, Cell]) -> pd.DataFrame:
    """A frame with the columns `VALUES`, one row per cell."""
    areas, periods = [area for area, _ in cells], [period for _, period in cells]
    values, statuses = [value for value, _ in cells.values()], [status for _, status in cells.values()]
    table = {"area": _text(areas), "period": _text(periods), "value": np.array(values, float)}
    return pd.DataFrame(table | {"status": _text(statuses)}, columns=VALUES)


def totals_frame(totals: Mapping[str, Cell]) -> pd.DataFrame:
    """A frame with the columns `TOTALS`, one row per period."""
    values, statuses = [value for value, _ in totals.values()], [status for _, status in totals.values()]
    table = {"period": _text(list(totals)), "value": np.array(values, float), "status": _text(statuses)}
    return pd.DataFrame(table, columns=TOTALS)


def _text(column: Sequence[str]) -> pd.api.extensions.ExtensionArray:
    return pd.array(column, dtype="str")
