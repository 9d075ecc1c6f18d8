"""Which districts resemble a place, by indicators that are declared in `similarity.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from data.areas import Level
from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator, Text
from indicators.kept import kept
from indicators.places.place import Place, history
from indicators.places.profile import Yardstick, yardsticks

NEAREST: Final = ["area", "distance", "shared"]


@dataclass(frozen=True, eq=False)
class Similarity:
    """What districts are compared by, which share of it two need to have in common, and why these."""

    indicators: tuple[Indicator, ...]
    share: float
    reason: Text


@cache
def load() -> Similarity:
    """The declared comparison. Raises KeyError for an indicator that is not declared."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    known = catalogue.load()
    return Similarity(tuple(known[id] for id in declared["indicators"]), declared["share"], declared["reason"])


def nearest(own: pd.Series, peers: pd.DataFrame, share: float) -> pd.DataFrame:
    """The peers by their distance to a place, the nearest first, as columns `NEAREST`.

    own: values by indicator; peers: values by area (rows) and indicator (columns), the place itself not among those
    that are compared but among those that the deviation is taken of; share: of the columns that a peer must have in
    common with the place.
    distance: the root mean square difference over the indicators that both have, in standard deviations of the peers
    (n − 1), so how far they are apart in a typical indicator: the standardised Euclidean distance divided by the root
    of the number of indicators, which keeps distances over different numbers comparable. shared: that number.
    Indicators in which all peers are equal are left out.
    """
    deviation = peers.std(ddof=1)
    used = deviation.index[deviation > 0]
    apart = (peers[used] - own[used]) / deviation[used]
    shared = apart.notna().sum(axis="columns")
    distance = np.sqrt((apart**2).mean(axis="columns"))
    found = pd.DataFrame({"area": apart.index, "distance": distance.to_numpy(), "shared": shared.to_numpy()})
    found = found[found["shared"] >= max(share * len(peers.columns), 1)]
    return found.sort_values(["distance", "area"], ignore_index=True)[NEAREST]


def similar(dataset: Dataset, place: Place) -> pd.DataFrame:
    """The peers of a place that resemble it, the most similar first, without its own members; see `nearest`."""
    declared = load()
    measured = yardsticks(dataset, place.peers)
    own = pd.Series({one.id: _own(dataset, one, place, measured) for one in declared.indicators}, dtype=float)
    found = nearest(own, _peers(dataset, place.peers), declared.share)
    return found[~found["area"].isin([place.id, *place.members])].reset_index(drop=True)


def _own(dataset: Dataset, indicator: Indicator, place: Place, measured: Mapping[str, Yardstick]) -> float:
    if indicator.id not in measured:
        return float("nan")
    return history(dataset, indicator, place).at(measured[indicator.id].period)[0]


@kept
def _peers(dataset: Dataset, level: Level) -> pd.DataFrame:
    """Values by area and declared indicator, each in the period of its yardstick; NaN where there is none."""
    measured = yardsticks(dataset, level)
    columns = {one.id: measured[one.id].peers if one.id in measured else {} for one in load().indicators}
    return pd.DataFrame({id: pd.Series(values, dtype=float) for id, values in columns.items()}, dataset.codes(level))
