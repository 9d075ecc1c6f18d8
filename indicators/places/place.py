"""A place that a page is about, and its figures."""

from dataclasses import dataclass

from data.areas import Level
from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures.grid import History
from indicators.figures.measures import GROUP
from indicators.figures.values import grid, of_group


@dataclass(frozen=True)
class Place:
    """An official area by its code, or a group by its id with the Ortsteile in it.

    peers: the level that it is set against.
    """

    id: str
    peers: Level
    members: tuple[str, ...] = ()


def history(dataset: Dataset, indicator: Indicator, place: Place) -> History:
    """A place's series of an indicator, empty where there is none."""
    if not can_be_put_together(indicator, place):
        return History()
    if place.members:
        return of_group(dataset, indicator, place.members).history(GROUP)
    return grid(dataset, indicator).history(place.id)


def can_be_put_together(indicator: Indicator, place: Place) -> bool:
    """Whether an indicator has figures of such a place by its nature; a group of medians has none."""
    return not place.members or indicator.groups["by"] != "none"
