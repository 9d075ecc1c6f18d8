"""Figures of all German municipalities in the layout of the store: made up, for a benchmark only."""

from pathlib import Path
from typing import Final

import geopandas
import numpy as np
import pandas as pd

from data import versions
from data.areas import LEVELS, Level
from data.observations import KEY
from data.versions import REVISION_COLUMNS, Contents

MUNICIPALITIES: Final = 10_800
INDICATORS: Final = 65
PERIODS: Final = tuple(str(year) for year in range(2000, 2023))
PER_COUNTY: Final = 27
STATUS: Final = ("A", "B", "M")
VERSION: Final = "made-up"
NO_BOUNDARIES: Final = b'{"type":"FeatureCollection","features":[]}'


def codes(municipalities: int) -> list[str]:
    """Eight digits as an official key has: two of the state, three of the county and three of the municipality."""
    counties, states = -(-municipalities // PER_COUNTY), 16
    every = (
        f"{1 + county * states // counties:02}{county:03}{n:03}"
        for county in range(counties)
        for n in range(PER_COUNTY)
    )
    return sorted(every)[:municipalities]


def observations(areas: list[str], indicators: int) -> pd.DataFrame:
    """One row an indicator, area and period, in this order: levels that drift and waver, with gaps and breaks."""
    chance = np.random.default_rng(20261127)
    shape = (indicators, len(areas), len(PERIODS))
    drift = chance.normal(0, 0.01, shape[:2])[..., None] * np.arange(len(PERIODS))
    level = np.exp(chance.normal(4, 1, shape[:2]))[..., None]
    values = np.round(level * (1 + drift + chance.normal(0, 0.03, shape)), 2).ravel()
    status = chance.choice(len(STATUS), values.size, p=(0.97, 0.005, 0.025)).astype(np.int8)
    values[status == STATUS.index("M")] = np.nan
    series = [f"made-up/{n:03}" for n in range(indicators)]
    places = np.indices(shape, np.int32, sparse=True)
    texts = {
        name: pd.Categorical.from_codes(np.broadcast_to(place, shape).ravel(), categories=pd.Index(known))
        for name, place, known in zip(KEY, places, (series, areas, PERIODS), strict=True)
    }
    return pd.DataFrame(
        {**texts, "value": values, "status": pd.Categorical.from_codes(status, categories=pd.Index(STATUS))}
    )


def write(root: Path, municipalities: int, indicators: int) -> None:
    """A store with one version, in force."""
    known = codes(municipalities)
    table = {"code": known, "level": "ortsteil", "name": known, "parent": "", "km2": 1.0}
    points = geopandas.points_from_xy(np.zeros(len(known)), np.zeros(len(known)), crs=25833)
    boundaries: dict[Level, bytes] = dict.fromkeys(LEVELS, NO_BOUNDARIES)
    contents = Contents(
        observations(known, indicators),
        geopandas.GeoDataFrame(table, geometry=points),
        boundaries,
        {},
        pd.DataFrame(columns=REVISION_COLUMNS),
    )
    versions.write(root, VERSION, contents)
    versions.switch(root, {"data_version": VERSION})
