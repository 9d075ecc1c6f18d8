"""Where a place stands among its peers, indicator by indicator.

Peers are the 63 Ortsteile or the 10 Stadtbezirke; a group is set against the Ortsteile and has no rank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from data.areas import CITY, Level
from data.store import Dataset
from indicators import catalogue
from indicators.analysis.limits import overlap
from indicators.analysis.ranks import Rank, ranks
from indicators.analysis.spread import spread
from indicators.catalogue import Indicator
from indicators.energy.uncertainty import limits_of
from indicators.figures.grid import Grid
from indicators.figures.values import grid
from indicators.kept import kept, kept_lately
from indicators.places.moved_most import REPEATED
from indicators.places.place import Place, can_be_put_together, history

SIMILAR: Final = 1.0
"""Spreads around the median within which a value counts as similar."""
ENOUGH: Final = 0.5
"""The share of the peers of its fullest period that a period needs to be the one that is compared."""

POSITIONS: Final = [
    "indicator",
    "topic",
    "period",
    "value",
    "status",
    "rank",
    "of",
    "level",
    "median",
    "spread",
    "verdict",
    "city",
    "city_status",
    "apart",
]


@dataclass(frozen=True, eq=False)
class Yardstick:
    """What places are measured by: one period, the peers' values and ranks by area in it, their median and spread."""

    period: str
    peers: Mapping[str, float]
    ranks: Mapping[str, Rank]
    median: float
    spread: float


def verdict(value: float, median: float, spread: float) -> str:
    """`similar` if |value − median| ≤ 1 × spread, else `above` or `below`; empty where one of them is missing.

    spread: see `indicators.analysis.spread`. It is one spread because this asks for ordinary places, not for outliers:
    of normal values 68 % are similar and 16 % lie on each side. The thresholds of 2 to 3 that find outliers
    (Leys et al., Journal of Experimental Social Psychology 49, 2013) would call nearly every district similar.
    Where more than half of the peers are equal the spread is zero, and only their value is similar.
    """
    if np.isnan([value, median, spread]).any():
        return ""
    if abs(value - median) <= SIMILAR * spread:
        return "similar"
    return "above" if value > median else "below"


def apart(value: float, city: float, spread: float) -> float:
    """Distance to the city in spreads of the peers; NaN where one is missing or the spread is zero."""
    return (value - city) / spread if spread > 0 else float("nan")


def yardstick(indicator: Indicator, figures: Grid, peers: Sequence[str], until: str = "") -> Yardstick | None:
    """The newest period in which enough peers have a figure, of those until the end of a year where one is given; None
    where none ever has.

    Enough are half as many as in the period that most have a value in.
    """
    own = figures.among(peers)
    in_time = np.array([not until or period[: len(until)] <= until for period in own.periods], bool)
    counts = np.where(in_time, (~np.isnan(own.values)).sum(axis=0), 0)
    if not counts.any():
        return None
    newest = int(np.flatnonzero(counts >= ENOUGH * counts.max())[-1])
    values = own.values[:, newest]
    known = {area: value for area, value in zip(own.areas, values.tolist(), strict=True) if value == value}
    # What a model gives districts lies too close together to number them.
    modelled = indicator.kind == "modelled"
    places = {} if modelled else ranks(known, indicator.decimals, best_low=indicator.graded)
    return Yardstick(own.periods[newest], known, places, float(np.nanmedian(values)), spread(values))


@kept
def yardsticks(dataset: Dataset, level: Level, until: str = "") -> Mapping[str, Yardstick]:
    """The yardstick of every indicator that has figures at a level, by id in the catalogue's order; until: as of
    `yardstick`."""
    codes, every = dataset.codes(level), catalogue.load().items()
    found = {id: yardstick(indicator, grid(dataset, indicator), codes, until) for id, indicator in every}
    return {id: one for id, one in found.items() if one is not None}


@kept_lately
def positions(dataset: Dataset, place: Place, until: str = "") -> pd.DataFrame:
    """One row per indicator that has figures of such places, in the catalogue's order, as columns `POSITIONS`.

    value, median, spread and city are in the indicator's unit; rank, of and level are those of
    `indicators.analysis.ranks`, NaN for a group, for a
    modelled figure and for a missing value; verdict is empty for a group's counts, which
    are larger than a district's by nature; apart is the distance to the city in spreads, NaN for counts, which grow
    with the size of an area, and for what a model's limits don't tell from the city. until: the year whose newest
    figures are meant, all years without one. Frames are shared between callers: never change them in place.
    """
    indicators = catalogue.load()
    rows = [
        _position(dataset, place, indicators[id], measured)
        for id, measured in yardsticks(dataset, place.peers, until).items()
        if can_be_put_together(indicators[id], place)
    ]
    return pd.DataFrame(rows, columns=POSITIONS)


def _position(dataset: Dataset, place: Place, indicator: Indicator, measured: Yardstick) -> list[object]:
    value, status = history(dataset, indicator, place).at(measured.period)
    city, city_status = grid(dataset, indicator).cell(CITY, measured.period)
    rank = None if place.members else measured.ranks.get(place.id)
    return [
        indicator.id,
        indicator.topic,
        measured.period,
        value,
        status,
        *(rank or (float("nan"),) * 3),
        measured.median,
        measured.spread,
        "" if place.members and not indicator.comparable else verdict(value, measured.median, measured.spread),
        city,
        city_status,
        apart(value, city, measured.spread) if _differs(dataset, place, indicator, measured.period) else float("nan"),
    ]


def _differs(dataset: Dataset, place: Place, indicator: Indicator, period: str) -> bool:
    """Whether a place can be told apart from the city: a count can't, nor what a model gives within its limits."""
    if indicator.kind != "modelled":
        return indicator.comparable
    limits = limits_of(dataset, indicator, ((place.id, place.members),) if place.members else ())
    here = limits[limits["period"] == period]
    ends = dict(zip(here["area"], zip(here["low"], here["high"], strict=True), strict=True))
    return indicator.comparable and not overlap(ends[place.id], ends[CITY])


def differences(rows: pd.DataFrame, most: int, a_topic: int) -> pd.DataFrame:
    """The rows of positions that lie furthest from the city, the furthest first; at most so many, and of each topic.

    Doubtful figures are left out, as are those without a distance, and what only repeats another indicator's figures,
    such as density. Equal distances keep their order.
    """
    again = [id for id, one in catalogue.load().items() if one.values["as"] in REPEATED]
    rows = rows[~rows["indicator"].isin(again)]
    sure = rows[rows["apart"].notna() & (rows["status"] != "U") & (rows["city_status"] != "U")]
    ordered = sure.sort_values("apart", key=abs, ascending=False, kind="stable")
    return ordered[ordered.groupby("topic").cumcount() < a_topic].head(most)


def without_figures(dataset: Dataset, place: Place, until: str = "") -> tuple[list[Indicator], list[Indicator]]:
    """Indicators that are not in `positions`: those that no peer has figures of, and those that groups can't have."""
    known = yardsticks(dataset, place.peers, until)
    every = catalogue.load().values()
    none = [indicator for indicator in every if indicator.id not in known]
    apart = [indicator for indicator in every if indicator.id in known and not can_be_put_together(indicator, place)]
    return none, apart
