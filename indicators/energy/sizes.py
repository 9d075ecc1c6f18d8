"""Living space by size and age of building, and how much more or less than the mean of an age a size uses.

Frames are shared between callers: never change them in place.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.observations import MISSING
from data.store import Dataset
from indicators.energy.buildings import AGES, CENSUS_AGES, FIRST, LIVING_SPACE, census_by_age, ortsteile
from indicators.kept import kept

SIZES: Final = ("houses", "blocks")
"""One or two dwellings, and more."""
HOUSES: Final = "kd6-4/Gebäude mit 1 oder 2 Wohnungen"
OLDER: Final = AGES[: AGES.index("1979_1990") + 1]
"""Ages of blocks that were renovated more often in East Germany than elsewhere."""
TYPES: Final[Mapping[str, Any]] = tomllib.loads(Path(__file__).with_name("sizes.toml").read_text("utf-8"))
COLUMNS: Final = tuple(f"{size} {age}" for size in SIZES for age in AGES)
KEYS: Final = ["area", "period", "status"]

NEW_HOUSES: Final = np.array([column == "houses from_2011" for column in COLUMNS])
NEW_BLOCKS: Final = np.array([column == "blocks from_2011" for column in COLUMNS])
CLOSE: Final = 1e-6
MOST: Final = 1e3
STEPS: Final = 60
"""Dwellings that a block has, above those of a house, at most; and how often that span is halved."""

Counts = npt.NDArray[np.float64]


def relative(*, renovated: bool = True) -> "pd.Series[float]":
    """By size and age (`COLUMNS`), its consumption per m² over what is measured for that age.

    The mean over the city's living space of an age is 1, but for blocks that are `renovated` as those of East Germany.
    """
    times = TYPES["renovated"]["east"] / TYPES["renovated"]["all"] if renovated else 1.0
    found: dict[str, float] = {}
    for age in AGES:
        house, block = (TYPES["types"][size][age] for size in SIZES)
        share = TYPES["reference"]["houses"][age] / 100
        mean = share * house + (1 - share) * block
        found[f"houses {age}"] = house / mean
        found[f"blocks {age}"] = block / mean * (times if age in OLDER else 1.0)
    return pd.Series(found)[list(COLUMNS)]


def size_mix(dataset: Dataset, *, renovated: bool = True) -> pd.DataFrame:
    """Shares of the Ortsteile's living space by age, each times `relative` of the sizes in it: area, period, status and
    `AGES`. Times the consumption of an age they add up to that of the Ortsteil, as shares would.
    """
    space = stock(dataset)
    own = space[list(COLUMNS)]
    total, weighted = own.sum(axis=1, skipna=False), own * relative(renovated=renovated)
    parts = {age: weighted[f"houses {age}"] + weighted[f"blocks {age}"] for age in AGES}
    shares = pd.DataFrame(parts).div(total.mask(total == 0), axis=0)
    given = ~space["status"].isin(list(MISSING))
    status = space["status"].mask(given & (total == 0), "N").mask(given & total.isna(), "M")
    return pd.concat([space[["area", "period"]].assign(status=status), shares], axis=1)


@kept
def stock(dataset: Dataset) -> pd.DataFrame:
    """Living space of the Ortsteile in 1,000 m²: area, period, status and `COLUMNS`.

    What stood in 2011 is divided as in the census; what has been added since is of the class from 2011 on, as many
    houses as were added and the rest in blocks. Where living space shrank, all of it shrank.
    """
    table = ortsteile(dataset, {"houses": HOUSES, "space": LIVING_SPACE})
    first = table[table["period"] == FIRST].set_index("area")[["houses", "space"]]
    ages = list(CENSUS_AGES)
    buildings, dwellings = (one.reindex(first.index)[ages] for one in census_by_age(dataset))
    each = zip(first.index, buildings.to_numpy(float), dwellings.to_numpy(float), first.to_numpy(float), strict=True)
    stood = {area: _stood(built, lived, *own.tolist()) for area, built, lived, own in each}
    unknown = np.full(len(COLUMNS), np.nan)
    rows = [
        _since(stood.get(area, unknown), added, space)
        for area, added, space in zip(
            table["area"], table["houses"] - table["area"].map(first["houses"]), table["space"], strict=True
        )
    ]
    return pd.concat([table[KEYS], pd.DataFrame(rows, index=table.index, columns=list(COLUMNS))], axis=1)


def houses_by_age(buildings: Counts, dwellings: Counts, houses: float) -> Counts:
    """How many of a district's buildings of each age are houses of one or two dwellings.

    buildings, dwellings: by age; houses: of all ages. Blocks of all ages are taken to have equally many dwellings, so
    that an age's mean of dwellings a building says which part of its buildings are houses.
    """
    own = TYPES["house"]["dwellings"]
    mean = np.divide(dwellings, buildings, out=np.full(len(buildings), own), where=buildings > 0)
    found, low, high = buildings, own + CLOSE, MOST
    for _ in range(STEPS):
        block = (low + high) / 2
        found = buildings * np.clip((block - mean) / (block - own), 0, 1)
        low, high = (block, high) if found.sum() < houses else (low, block)
    # Ages with less than a house's dwellings are houses whatever blocks have.
    return found * min(1.0, houses / found.sum()) if found.sum() else found


def _stood(buildings: Counts, dwellings: Counts, houses: float, space: float) -> Counts:
    """Living space of 2011 in the order of `COLUMNS`; NaN where something is missing."""
    counted = buildings.sum()
    if not (np.isfinite(counted + dwellings.sum() + houses + space) and counted > 0):
        return np.full(len(COLUMNS), np.nan)
    of_one = np.array([TYPES["house"]["m2"][age] for age in CENSUS_AGES]) / 1000
    # Cells of the census leave out fewer than three, so that its buildings are fewer than those of the year.
    found = houses_by_age(buildings, dwellings, min(houses, counted))
    in_houses = found * of_one * (houses / found.sum() if houses else 0.0)
    in_houses *= min(1.0, space / in_houses.sum()) if houses else 0.0
    left = np.clip(dwellings - TYPES["house"]["dwellings"] * found, 0, None)
    weights = left / left.sum() if left.sum() else buildings / counted
    return np.concatenate([in_houses, [0.0], (space - in_houses.sum()) * weights, [0.0]])


def _since(stood: Counts, added: float, space: float) -> Counts:
    """The living space of a later year. added: houses since 2011; space: of the year in 1,000 m²."""
    more = space - stood.sum()
    if not np.isfinite(more + added):
        return np.full(len(COLUMNS), np.nan)
    if more <= 0:
        return stood * (space / stood.sum()) if stood.sum() else stood
    houses = min(max(added, 0.0) * TYPES["house"]["m2"]["from_2011"] / 1000, more)
    return stood + np.where(NEW_HOUSES, houses, 0.0) + np.where(NEW_BLOCKS, more - houses, 0.0)
