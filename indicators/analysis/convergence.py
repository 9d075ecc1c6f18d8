"""Whether the districts grew together or apart: how far their values lie from each other, year by year."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.store import Dataset
from indicators import catalogue
from indicators.catalogue import Indicator
from indicators.figures.grid import CAUTION, Floats
from indicators.figures.values import NoPartsError, grid, weights

COLUMNS: Final = [
    *("indicator", "period", "districts", "broken"),
    *("mean", "sd", "cv", "theil", "between", "by_chance", "chance_low", "chance_high"),
]
SHARE_OF_DISTRICTS: Final = 0.8
"""Of all Ortsteile that must have a figure: a year of other districts would be another city."""
PERIODS: Final = 5
"""Of an indicator, fewer of which tell of no course."""
SHUFFLES: Final = 999
"""Draws of the boroughs that districts might belong to."""
BREAK: Final = CAUTION.index("B")

Boroughs = npt.NDArray[np.intp]
"""The Stadtbezirk of each district as a number from 0 on."""


def result(dataset: Dataset) -> pd.DataFrame:
    """Of every indicator whose values can be averaged: one row an indicator and period, columns `COLUMNS`.

    districts: how many have a figure; broken: of how many the series breaks before it. mean, sd: of their values, in
    the indicator's unit. cv: sd ÷ mean. theil: between the people, dwellings or cars that the values are about.
    between: percent of it between boroughs; by_chance: what chance gives on average, chance_low and chance_high: nine
    of ten draws lie between them.
    """
    tables = [table for indicator in catalogue.load().values() if not (table := _of(dataset, indicator)).empty]
    return pd.concat(tables, ignore_index=True)[COLUMNS]


def _of(dataset: Dataset, indicator: Indicator) -> pd.DataFrame:
    codes = dataset.codes("ortsteil")
    try:
        counted = weights(dataset, indicator)
    except NoPartsError:
        return pd.DataFrame()
    parent = dataset.areas.set_index("code")["parent"].reindex(codes)
    boroughs = pd.factorize(parent)[0]
    figures = grid(dataset, indicator)
    periods = figures.with_figures(codes)
    own, people = figures.on(codes, periods), counted.on(codes, periods).values
    broken = (own.caution == BREAK).sum(axis=0)
    rows = [
        {"indicator": indicator.id, "period": period, "broken": n, **measured(one, weight, boroughs)}
        for period, n, one, weight in zip(periods, broken, own.values.T, people.T, strict=True)
        if np.isfinite(one).sum() >= SHARE_OF_DISTRICTS * len(codes)
    ]
    return pd.DataFrame(rows) if len(rows) >= PERIODS else pd.DataFrame()


def measured(values: Floats, people: Floats, boroughs: Boroughs) -> dict[str, float]:
    """The columns of `COLUMNS` from `districts` on, of one period's districts; those without a value are left out.

    Standard deviation and its ratio to the mean take each district once, Theil's index each person once. Both are of
    all districts, so that sd divides by their number. The Theil index of values below zero, and of all zero, is NaN.
    """
    there = np.isfinite(values) & np.isfinite(people) & (people > 0)
    x, n, borough = values[there], people[there], boroughs[there]
    mean, sd = float(x.mean()), float(x.std())
    total, between = theil(x, n, borough)
    by_chance = _shuffled(x, n, borough) / total * 100 if total > 0 else np.array([np.nan])
    return {
        "districts": len(x),
        "mean": mean,
        "sd": sd,
        "cv": sd / mean if mean > 0 else np.nan,
        "theil": total,
        "between": between / total * 100 if total > 0 else np.nan,
        "by_chance": float(by_chance.mean()),
        "chance_low": float(np.quantile(by_chance, 0.05)),
        "chance_high": float(np.quantile(by_chance, 0.95)),
    }


def theil(values: Floats, people: Floats, boroughs: Boroughs) -> tuple[float, float]:
    """Theil's T of values that people share equally within their district, and the part of it between boroughs.

    T = Σ s · (y ÷ ȳ) · ln(y ÷ ȳ), s: the district's share of all people, ȳ: the mean of all people; between: the same
    of boroughs. NaN for values below zero or all zero.
    Source: Theil, "Economics and Information Theory" (1967), chapter 4; Shorrocks, "The Class of Additively
    Decomposable Inequality Measures", Econometrica 48 (1980). PySAL's `inequality` gives each district one weight.
    """
    if (values < 0).any() or not (values > 0).any():
        return np.nan, np.nan
    amount: Floats = values * people
    of_borough = np.bincount(boroughs, amount) / np.maximum(np.bincount(boroughs, people), 1e-12)
    share, mean = people / people.sum(), amount.sum() / people.sum()
    return _index(values / mean, share), _index(of_borough / mean, np.bincount(boroughs, share).astype(float))


def _index(ratios: Floats, share: Floats) -> float:
    there = ratios > 0
    return float((share[there] * ratios[there] * np.log(ratios[there])).sum())


def _shuffled(values: Floats, people: Floats, boroughs: Boroughs) -> Floats:
    """Theil's T between boroughs when districts, with their people, are dealt anew to boroughs of the same size."""
    draw = np.random.default_rng(0)
    orders = draw.permuted(np.tile(np.arange(len(values)), (SHUFFLES, 1)), axis=1)
    belongs = np.eye(boroughs.max() + 1)[boroughs]
    share = people / people.sum()
    of_share, of_amount = share[orders] @ belongs, (share * values)[orders] @ belongs
    ratios = of_amount / np.maximum(of_share, 1e-300) / (share @ values)
    logs = np.log(ratios, out=np.zeros_like(ratios), where=ratios > 0)
    return np.asarray((of_share * ratios * logs).sum(axis=1), float)
