"""Shares of three age groups, as they follow from the youth and the old-age ratio."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from data.areas import CITY
from data.store import Dataset
from indicators import catalogue
from indicators.places.place import Place, history

RATIOS: Final = ("youth_ratio", "old_age_ratio")
"""Persons under 15, and from 65 on, per 100 persons from 15 to under 65."""


@dataclass(frozen=True)
class Ages:
    """Percent of all residents: under 15, 15 to under 65, 65 and over; doubtful if one of the ratios is."""

    period: str
    young: float
    middle: float
    old: float
    doubtful: bool = False


def shares(period: str, youth: float, old_age: float, doubtful: bool = False) -> Ages:
    """The shares that the ratios imply: of 100 + youth + old_age residents 100 are in the middle group."""
    residents = 100 + youth + old_age
    return Ages(period, 100 * youth / residents, 100 * 100 / residents, 100 * old_age / residents, doubtful)


def age_groups(dataset: Dataset, place: Place, until: str = "") -> Mapping[str, Ages]:
    """The shares of a place and, under its code, of the city, in the newest period in which both have both ratios.

    until: the year in which that is to be at the latest. Empty where there is none.
    """
    places = (place, Place(CITY, place.peers))
    ratios = [[history(dataset, catalogue.load()[id], one) for id in RATIOS] for one in places]
    common = set.intersection(*(set(own.periods) for pair in ratios for own in pair))
    for period in sorted((each for each in common if not until or each <= until), reverse=True):
        cells = [[own.at(period) for own in pair] for pair in ratios]
        if not np.isnan([value for pair in cells for value, _ in pair]).any():
            return {
                one.id: shares(period, pair[0][0], pair[1][0], "U" in (pair[0][1], pair[1][1]))
                for one, pair in zip(places, cells, strict=True)
            }
    return {}
