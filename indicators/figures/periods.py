"""An indicator's figures period by period, cut out once, so that a page that sets two against each other need not look
through all of them."""

from collections.abc import Iterable, Mapping
from math import isnan

import pandas as pd

from data.store import Dataset
from indicators.catalogue import Indicator
from indicators.figures import measures
from indicators.figures.grid import Cell, by_period
from indicators.figures.values import Groups, values_with_groups
from indicators.kept import kept_lately


def with_figures(dataset: Dataset, indicator: Indicator, areas: Iterable[str], groups: Groups = ()) -> list[str]:
    """The periods in which any of some places has a figure, in order.

    areas: codes of official areas and ids of groups; groups: those among them.
    """
    wanted = set(areas)
    every = _by_period(dataset, indicator, groups)
    return sorted(
        period
        for period, cells in every.items()
        if any(not isnan(value) for area, (value, _) in cells.items() if area in wanted)
    )


def change(dataset: Dataset, indicator: Indicator, start: str, end: str, groups: Groups = ()) -> pd.DataFrame:
    """How each area, and each of some groups, changed from one period to another; see
    `indicators.figures.measures.change`."""
    return measures.change_between(_by_period(dataset, indicator, groups), start, end)


@kept_lately
def _by_period(dataset: Dataset, indicator: Indicator, groups: Groups) -> Mapping[str, Mapping[str, Cell]]:
    return by_period(values_with_groups(dataset, indicator, groups))
