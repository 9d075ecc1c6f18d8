"""Who lives apart: how unevenly groups of residents are spread over the districts, and beside whom they live."""

from typing import Final

import numpy as np
import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.analysis import methods
from indicators.catalogue import Indicator
from indicators.figures.grid import CAUTION, Floats
from indicators.figures.values import grid, weights

COLUMNS: Final = [
    *("indicator", "period", "districts", "broken", "group", "all"),
    *("dissimilarity", "by_chance", "chance_low", "chance_high", "isolation", "share"),
]
MOST_MISSING: Final = 0.02
"""Of all people, who may live in districts without a figure."""
DRAWS: Final = 499
BREAK: Final = CAUTION.index("B")


def result(dataset: Dataset) -> pd.DataFrame:
    """Of every declared group: one row a group and period, columns `COLUMNS`.

    indicator: the group's share. districts: how many have a figure; broken: of how many the series breaks before it.
    group, all: people. dissimilarity: from 0 to 1; by_chance: what it is on average where the group is spread at
    random, chance_low and chance_high: nine of ten draws lie between them. isolation, share: in percent.
    """
    declared = catalogue.load()
    tables = [_of(dataset, declared[id]) for id in methods.load()["separation"].indicators]
    return pd.concat(tables, ignore_index=True)[COLUMNS]


def _of(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    codes = dataset.codes("ortsteil")
    figures, counted = grid(dataset, indicator), weights(dataset, indicator)
    periods = figures.with_figures(codes)
    own, everyone = figures.on(codes, periods), counted.on(codes, periods).values
    broken = (own.caution == BREAK).sum(axis=0)
    group = np.rint(own.values / 100 * everyone)
    rows = [
        {"indicator": indicator.id, "period": period, "broken": broken[n], **measured(group[:, n], everyone[:, n])}
        for n, period in enumerate(periods)
        if np.nansum(everyone[:, n][np.isnan(group[:, n])]) <= MOST_MISSING * np.nansum(everyone[:, n])
    ]
    return pd.DataFrame(rows)


def measured(group: Floats, everyone: Floats) -> dict[str, float]:
    """The columns of `COLUMNS` from `districts` on, but `broken`; districts without a figure are left out.

    group, everyone: people by district.
    """
    there = np.isfinite(group) & (everyone > 0)
    own, people = group[there], np.rint(everyone[there])
    by_chance = _dealt(own, people)
    return {
        "districts": len(own),
        "group": float(own.sum()),
        "all": float(people.sum()),
        "dissimilarity": dissimilarity(own, people),
        "by_chance": float(by_chance.mean()),
        "chance_low": float(np.quantile(by_chance, 0.05)),
        "chance_high": float(np.quantile(by_chance, 0.95)),
        "isolation": isolation(own, people) * 100,
        "share": float(own.sum() / people.sum() * 100),
    }


def dissimilarity(group: Floats, everyone: Floats) -> float:
    """The part of the group that would have to move for it to be spread like all others: D = ½ Σ |g ÷ G − r ÷ R|.

    group, everyone: people by district; r: everyone but the group.
    Source: Duncan and Duncan, "A Methodological Analysis of Segregation Indexes", American Sociological Review 20
    (1955).
    """
    rest = everyone - group
    return float(np.abs(group / group.sum() - rest / rest.sum()).sum() / 2)


def isolation(group: Floats, everyone: Floats) -> float:
    """The group's share among the residents of its average member's district: Σ g ÷ G · g ÷ n.

    Source: Lieberson, "An Asymmetrical Approach to Segregation" (1981), as P* of a group with itself.
    """
    return float((group / group.sum() * group / everyone).sum())


def _dealt(group: Floats, everyone: Floats) -> Floats:
    """D of a group of the same size whose members are drawn from all people at random: hypergeometric in each district.

    Source: Cortese, Falk and Cohen, "Further Considerations on the Methodological Analysis of Segregation Indices",
    American Sociological Review 41 (1976), on what D is by chance.
    """
    draw = np.random.default_rng(0)
    dealt = draw.multivariate_hypergeometric(everyone.astype(int), int(group.sum()), DRAWS, method="marginals")
    rest = everyone - dealt
    apart = np.abs(dealt / group.sum() - rest / rest.sum(axis=1, keepdims=True)).sum(axis=1) / 2
    return np.asarray(apart, float)
