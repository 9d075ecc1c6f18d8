"""Lindenau and Altlindenau with all that an energy district is reckoned from, made up but for the buildings."""

from collections.abc import Mapping
from typing import Final

from data.store import Dataset
from indicators.energy.district.stock import OTHERS, SERIES
from tests.support.dwellings import Cell
from tests.support.dwellings import dataset as dwellings

PERIOD: Final = "2020"
AREAS: Final = ("70", "71")
COUNTED: Final = {
    SERIES["households"]: 4_000.0,
    SERIES["persons_1"]: 2_000.0,
    SERIES["persons_4"]: 300.0,
    SERIES["persons_5"]: 100.0,
    SERIES["mean"]: 2.0,
    OTHERS["cars"]: 60.0,
    OTHERS["buildings"]: 600.0,
}


def dataset(changes: Mapping[tuple[str, str, str], Cell] | None = None) -> Dataset:
    """changes: value and status by series, area and period, in the place of those."""
    cells: dict[tuple[str, str, str], Cell] = {
        (series, area, PERIOD): (value, "A") for series, value in COUNTED.items() for area in AREAS
    }
    return dwellings(cells | dict(changes or {}))
